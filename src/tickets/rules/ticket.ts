import { z } from 'zod';
import { school_roles } from '#accounts/rules/who.ts';
import { id, limits, line, Moment, page, prose, several } from '#platform/schemas.ts';
import { Reading } from './attention.ts';
import { category_ids } from './categories.ts';
import { courts, moves, resolution_codes, state_ids, type Requirement } from './lifecycle.ts';
import { Environment } from './environment.ts';
import { impacts, priorities, urgencies } from './priority.ts';
import { line_parts } from './story-lines.ts';
import { guarded, Outgoing, Undoable } from './sending.ts';
import { Tag } from './tags/tag.ts';

/** The words of a ticket and their schemas: the contract of `/api/tickets`. */

export const State = z.enum(state_ids);
export const Category = z.enum(category_ids);
export const Impact = z.enum(impacts);
export const Urgency = z.enum(urgencies);
export const Priority = z.enum(priorities);
export const Move = z.enum(moves);
export const ResolutionCode = z.enum(resolution_codes);

const Named = z.object({ id: z.number().int(), name: z.string() });
const files = z.array(z.uuid()).max(limits.files_per_message).optional();

/** What a person may do with one ticket now: the screens offer exactly this. */
export const Can = z.object({
  reply: z.boolean(),
  /** What a school's reply does: a plain message, a move, or nothing here but a new ticket that follows this one. */
  reply_does: z.enum(['message', 'answer', 'not_solved', 'reopen', 'follow_up']),
  note: z.boolean(),
  assign: z.boolean(),
  change: z.boolean(),
  tag: z.boolean(),
  /** Put colleagues of the school on it and take them off. */
  add_people: z.boolean(),
  moves: z.array(z.object({ move: Move, to: State, requires: z.array(z.string()) })),
});
export type Can = z.infer<typeof Can>;

export const File = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  picture: z.boolean(),
});
export type File = z.infer<typeof File>;

/** A reply (the school sees it) or a note (only the iGroup does). `html` is sanitised by the server. */
export const Message = z.object({
  kind: z.enum(['reply', 'note']),
  id: z.number().int(),
  author: Named.extend({ side: z.enum(['school', 'desk']) }),
  text: z.string(),
  html: z.string(),
  written: Moment,
  files: z.array(File),
});
export type Message = z.infer<typeof Message>;

export const Ticket = z.object({
  number: z.number().int(),
  subject: z.string(),
  state: State,
  /** Whose turn it is; null when the ticket has ended. */
  court: z.enum(courts).nullable(),
  category: Category,
  impact: Impact,
  urgency: Urgency,
  priority: Priority,
  school: Named.extend({ code: z.string() }),
  requester: Named,
  assignee: Named.nullable(),
  opened: Moment,
  last_activity: Moment,
  /** What happened last that the reader may know of, as a sentence; null only where nothing is recorded. */
  last: z.object({ who: z.string(), words: z.string(), at: Moment }).nullable(),
  ended: Moment.nullable(),
  planned_for: z.object({ date: z.iso.date(), words: z.string() }).nullable(),
  resolution_code: ResolutionCode.nullable(),
  reopen_count: z.number().int(),
  /** The ended ticket that this one goes on from. */
  follows: z.number().int().nullable(),
  /** Minutes spent and Level 2's reference: for the iGroup, null for a school. */
  minutes: z.number().int().nullable(),
  level2_reference: z.string().nullable(),
  /** The iGroup's own words for it, by name; none for a school. */
  tags: z.array(Tag),
  /** Open, and somebody else has written since this person looked. */
  unread: z.boolean(),
  can: Can,
});
export type Ticket = z.infer<typeof Ticket>;

export const TicketWithMessages = Ticket.extend({
  messages: z.array(Message),
  /** Who of the school is on it beside the one who asked. */
  people: z.array(Named.extend({ roles: z.array(z.enum(school_roles)) })),
  /** On what the question was asked, as far as its person let it be sent. */
  environment: Environment.nullable(),
  /** How far this person had read it before. */
  read: Reading,
  /** What happens next, in a sentence for the reader. */
  next: z.string(),
  /** What the desk has written and has not left yet, oldest first; empty for a school. */
  outgoing: z.array(Outgoing),
  undo: Undoable.nullable(),
});
export type TicketWithMessages = z.infer<typeof TicketWithMessages>;

export const TicketPage = page(Ticket);

export const Opening = z.object({
  subject: line(),
  description: prose(),
  category: Category,
  impact: Impact,
  urgency: Urgency,
  files,
  /** Desk only: the school that the ticket is opened for, and who there asked. */
  school: id().optional(),
  requester: id().optional(),
  /** The ended ticket of the same school that this one goes on from. */
  follows: id().optional(),
  environment: Environment.optional(),
});
export type Opening = z.input<typeof Opening>;

export const Reply = z.object({
  text: prose(),
  files,
  /** A school's word under a solved ticket that is only thanks: the ticket stays solved. */
  thanks: z.boolean().optional(),
  ...guarded,
});
export type Reply = z.input<typeof Reply>;

export const Note = z.object({ text: prose(), files });
export type Note = z.input<typeof Note>;

/** One schema for each thing that a move may require; which of them it does, the life cycle says. */
export const requirements = {
  question: prose(),
  reply: prose(),
  pack: prose(),
  note: prose(),
  resolution_code: ResolutionCode,
  answer: prose(),
  minutes: z.number().int().min(0).max(1440),
  date: z.iso.date(),
  school_agreed: z.literal(true, 'school_agrees'),
  reason: prose(),
} satisfies Record<Requirement, z.ZodType>;

export const Moving = z.object({
  move: Move,
  ...(Object.fromEntries(Object.entries(requirements).map(([name, schema]) => [name, schema.optional()])) as {
    [R in Requirement]: z.ZodOptional<(typeof requirements)[R]>;
  }),
  files,
  /** With escalate: Level 2's number, when it is known already; else within one business hour. */
  level2_reference: line(80).optional(),
  ...guarded,
});
export type Moving = z.input<typeof Moving>;

/** What was taken back: the ticket as it is now, and what its writer had written, to go on with. */
export const TakenBack = z.object({
  ticket: TicketWithMessages,
  writing: z.string().nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  files: z.array(File),
});
export type TakenBack = z.infer<typeof TakenBack>;

export const Undo = z.object({ change: id() });

export const Change = z.object({
  category: Category.optional(),
  impact: Impact.optional(),
  urgency: Urgency.optional(),
});
export type Change = z.input<typeof Change>;

export const Assignment = z.object({ agent: id().nullable() });

/** People of the ticket's school who can be put on it. */
export const Colleagues = z.object({ items: z.array(Named) });

/** One line of a ticket's story. */
export const HistoryLine = z.object({
  position: z.number().int(),
  at: Moment,
  kind: z.string(),
  who: z.string(),
  /** Who did it by id; null is the software. */
  person: z.number().int().nullable(),
  as: z.string(),
  /** What happened, as a sentence in the reader's language. */
  words: z.string(),
  /** What changed: the field, from what, to what. */
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});
export type HistoryLine = z.infer<typeof HistoryLine>;
export const History = z.object({ items: z.array(HistoryLine) });

/** A part of the story: messages or changes, and by whom (`software` is what nobody did). */
export const HistoryQuery = z.object({
  what: several(z.enum(line_parts)),
  who: several(z.union([z.literal('software'), id()])),
});
