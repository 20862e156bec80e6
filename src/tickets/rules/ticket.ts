import { z } from 'zod';
import { ways_of_giving } from '#accounts/rules/giving.ts';
import { school_roles } from '#accounts/rules/who.ts';
import { id, limits, line, Moment, page, prose, several } from '#platform/schemas.ts';
import { Reading } from './attention.ts';
import { category_ids } from './categories.ts';
import { courts, moves, resolution_codes, state_ids, type Requirement } from './lifecycle.ts';
import { ChangedValues, Filled, GivenValues } from './fields/schemas.ts';
import { Environment } from './environment.ts';
import { channels, told_channels, type Channel } from './opening/channels.ts';
import { Joining } from './joining/joining.ts';
import { extents, type Extent } from '#sla/rules/targets.ts';
import { impacts, priorities, urgencies } from './priority.ts';
import { requests } from './requests.ts';
import { ReplySlip, Slip } from './slips/slip.ts';
import { line_parts } from './story-lines.ts';
import { guarded, Outgoing, Undoable } from './sending.ts';
import { Tag } from './tags/tag.ts';
import { ChecklistItem } from './tasks/checklist.ts';
import { task_fates } from './tasks/ending.ts';
import { Snoozed, SnoozeState } from './tasks/snooze.ts';
import { Task } from './tasks/task.ts';

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
  /** Work its checklist and its tasks. */
  tasks: z.boolean(),
  follow: z.boolean(),
  snooze: z.boolean(),
  link: z.boolean(),
  merge: z.boolean(),
  split: z.boolean(),
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
  /** When it was written where there was no line; `written` is then when it was sent. */
  written_offline: Moment.nullable(),
  files: z.array(File),
  /** When it was edited last, and what it said before, oldest first. */
  edited: Moment.nullable(),
  versions: z.array(z.object({ text: z.string(), until: Moment })),
  /** Whether this reader may edit it now. */
  editable: z.boolean(),
  /** The ticket that it was written on, where that is another: it came here by a merge or a split. */
  origin: z.number().int().nullable(),
  /** The ticket in which it goes on since a split; null where it stands here. */
  went_on: z.number().int().nullable(),
});
export type Message = z.infer<typeof Message>;

export const Due = z.object({
  clock: z.enum(['response', 'next_response', 'resolution']),
  at: Moment,
  words: z.string(),
  /** The same where there is little room. */
  short: z.string(),
  late: z.boolean(),
});

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
  promised: z.enum(extents),
  school: Named.extend({ code: z.string() }),
  /** Who of the school asked; inside, who of the iGroup did. */
  requester: Named,
  /** Only the iGroup sees this ticket: no school ever reads of it. */
  inside: z.boolean(),
  /** It asks with a form of its own. */
  request: z.enum(requests).nullable(),
  assignee: Named.nullable(),
  /** The school's own technician who has it first; null where the desk or the asker does. */
  passed_to: Named.nullable(),
  /** The team that it is for; null for a school, which knows of none. */
  team: Named.nullable(),
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
  /** It was merged: nothing is done here, all of it in that one. */
  goes_on_in: z.number().int().nullable(),
  /** Minutes spent and Level 2's reference: for the iGroup, null for a school. */
  minutes: z.number().int().nullable(),
  level2_reference: z.string().nullable(),
  /** The iGroup's own words for it, by name; none for a school. */
  tags: z.array(Tag),
  /** The promise that is due next, while it is the desk's turn: a short sentence, and whether it is over its time. */
  due: Due.nullable(),
  /** Open, and somebody else has written since this person looked. */
  unread: z.boolean(),
  /** Whether its reader has put it away, or it is back since she last looked. */
  snooze: SnoozeState.nullable(),
  can: Can,
});
export type Ticket = z.infer<typeof Ticket>;

export const TicketWithMessages = Ticket.extend({
  messages: z.array(Message),
  /** Who of the school is on it beside the one who asked. */
  /** What its custom fields hold, in their order: what the reader may know. */
  fields: z.array(Filled),
  people: z.array(
    Named.extend({
      roles: z.array(z.enum(school_roles)),
      /** The ticket that she came with when it was merged into this one. */
      from: z.number().int().nullable(),
    }),
  ),
  /** What it is joined with; a school hears of its own tickets only. */
  joinings: z.array(Joining),
  /** On what the question was asked, as far as its person let it be sent. */
  environment: Environment.nullable(),
  /** How it came, when somebody else wrote it down than the one who asked; `call_back` is for the iGroup. */
  came: z
    .object({
      channel: z.enum(channels),
      by: Named,
      caller: z.string().nullable(),
      call_back: z.string().nullable(),
      words: z.string(),
    })
    .nullable(),
  /** How far this person had read it before. */
  read: Reading,
  /** What happens next, in a sentence for the reader. */
  next: z.string(),
  /** What the desk has written and has not left yet, oldest first; empty for a school. */
  outgoing: z.array(Outgoing),
  undo: Undoable.nullable(),
  /** The iGroup's own work on it: empty for a school. */
  checklist: z.array(ChecklistItem),
  tasks: z.array(Task),
  followers: z.array(Named),
  snoozed: Snoozed.nullable(),
});
export type TicketWithMessages = z.infer<typeof TicketWithMessages>;

export const TicketPage = page(Ticket);

export const Opening = z.object({
  subject: line(),
  /** What the school reads. Needed, but where the desk writes a note in its place. */
  description: prose().optional(),
  category: Category,
  impact: Impact,
  urgency: Urgency,
  files,
  /** Desk only: the school that the ticket is opened for, and who there asked. */
  school: id().optional(),
  requester: id().optional(),
  /** Desk only: how it came (by phone when left out), who asked when nobody of the list did, where to call back. */
  channel: z.enum(told_channels).optional(),
  caller: line(100).optional(),
  call_back: line(60).optional(),
  /** Desk only: what the iGroup alone reads, beside the description or in its place. */
  note: prose().optional(),
  /** Desk only: the whole ticket is for the iGroup. It never changes, and the description is a note. */
  inside: z.boolean().optional(),
  /** The ticket of the same school that this one goes on from: an ended one, or one inside. */
  follows: id().optional(),
  /** A school only, and only where the category is its own (S12): to the school's technician first. */
  pass: z.boolean().optional(),
  environment: Environment.optional(),
  /** Custom fields, by id. */
  fields: GivenValues.optional(),
  /** The template that it was begun with. */
  template: id().optional(),
  slip: Slip.optional(),
});
/** Another house that opens one may say that it came by the web, which nobody of the desk is told. */
export type Opening = Omit<z.input<typeof Opening>, 'channel'> & {
  channel?: Channel | undefined;
  /** So does the guide, where it leads to a question whose work is the school's. */
  promised?: Extent;
};

export const Reply = z.object({
  text: prose(),
  files,
  /** A school's word under a solved ticket that is only thanks: the ticket stays solved. */
  thanks: z.boolean().optional(),
  slip: ReplySlip.optional(),
  ...guarded,
});
export type Reply = z.input<typeof Reply>;

export const Note = z.object({ text: prose(), files });
export type Note = z.input<typeof Note>;

/** What one's own message says now; its files stay. */
export const Edit = z.object({ text: prose() });
export type Edit = z.infer<typeof Edit>;

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
  /** Where the ticket ends and tasks are open: whether they stay with their people or go. */
  with_open_tasks: z.enum(task_fates).optional(),
  ...guarded,
});
export type Moving = z.input<typeof Moving>;

/** A stopped message as it stands, with whom its author sees now and what she has seen. */
export const Again = z.object(guarded);

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
  promised: z.enum(extents).optional(),
  /** Custom fields, by id; null empties one. */
  fields: ChangedValues.optional(),
});
export type Change = z.input<typeof Change>;

/** To whom: what is left out stays, but a team alone is for the team, and nobody has it. */
export const Assignment = z
  .object({
    agent: id().nullable().optional(),
    team: id().nullable().optional(),
    /** In the team: whoever is next in this way, of those who are there. */
    next: z.enum(ways_of_giving).exclude(['by_hand']).optional(),
  })
  .refine(gift => Object.values(gift).some(value => value !== undefined), 'empty');
export type Assignment = z.output<typeof Assignment>;

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
