import { z } from 'zod';
import { id, limits, line, Moment, page, prose } from '#platform/schemas.ts';
import { category_ids } from './categories.ts';
import { courts, moves, resolution_codes, state_ids, type Requirement } from './lifecycle.ts';
import { groups, turned_sorts } from './lists/order.ts';
import { impacts, priorities, urgencies } from './priority.ts';

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
  ended: Moment.nullable(),
  planned_for: z.object({ date: z.iso.date(), words: z.string() }).nullable(),
  resolution_code: ResolutionCode.nullable(),
  reopen_count: z.number().int(),
  /** The ended ticket that this one goes on from. */
  follows: z.number().int().nullable(),
  /** Minutes spent and Level 2's reference: for the iGroup, null for a school. */
  minutes: z.number().int().nullable(),
  level2_reference: z.string().nullable(),
  can: Can,
});
export type Ticket = z.infer<typeof Ticket>;

export const TicketWithMessages = Ticket.extend({
  messages: z.array(Message),
  /** What happens next, in a sentence for the reader. */
  next: z.string(),
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
});
export type Opening = z.input<typeof Opening>;

export const Reply = z.object({
  text: prose(),
  files,
  /** A school's word under a solved ticket that is only thanks: the ticket stays solved. */
  thanks: z.boolean().optional(),
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
});
export type Moving = z.input<typeof Moving>;

export const Change = z.object({
  category: Category.optional(),
  impact: Impact.optional(),
  urgency: Urgency.optional(),
});
export type Change = z.input<typeof Change>;

export const Assignment = z.object({ agent: id().nullable() });

const several = <T extends z.ZodType>(item: T) =>
  z
    .preprocess(given => (typeof given === 'string' ? given.split(',') : given), z.array(item).max(50))
    .optional();

/** Filters of the list and of its counts. Several values of one are OR-ed, several filters AND-ed. */
export const Filters = z.object({
  /** State ids, or `open` (the default), `ended`, `all`. */
  state: several(z.enum([...state_ids, 'open', 'ended', 'all'])),
  court: several(z.enum(courts)),
  school: several(id()),
  /** An agent's id, `me` or `none`. */
  assignee: several(z.union([z.enum(['me', 'none']), id()])),
  category: several(Category),
  priority: several(Priority),
  /** `today`: opened on this day of the desk. */
  opened: several(z.enum(['today'])),
  /** Words, all of which one message or the subject must hold (a word may be cut short). */
  q: z.string().max(limits.line_characters).optional(),
});
export type Filters = z.output<typeof Filters>;

export const SortBy = z.enum(turned_sorts);
export const GroupBy = z.enum(groups);

/**
 * A page of the list: by `cursor` in the order of activity, or by place (`offset`) in any order. With `offset`,
 * `sort` or `group` there is no cursor, neither asked nor answered.
 */
export const ListQuery = Filters.extend({
  cursor: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  sort: SortBy.optional(),
  /** Tickets of one group stand together, the groups in their own order, in each the `sort`. */
  group: GroupBy.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const count = z.number().int();
export const Counts = z.object({
  total: count,
  state: z.record(State, count),
  court: z.record(z.enum(courts), count),
  priority: z.record(Priority, count),
  category: z.partialRecord(Category, count),
  /** Of the same filters: without an assignee, and mine. */
  unassigned: count,
  mine: count,
});
export type Counts = z.infer<typeof Counts>;

export const GroupsQuery = Filters.extend({ by: GroupBy });
/** The groups of a list in its order; `key` is the filter's value (`none`: nobody, or no turn as it has ended). */
export const GroupCounts = z.object({
  items: z.array(z.object({ key: z.string(), name: z.string(), count })),
});
export type GroupCounts = z.infer<typeof GroupCounts>;

/** One line of a ticket's story. */
export const HistoryLine = z.object({
  position: z.number().int(),
  at: Moment,
  kind: z.string(),
  who: z.string(),
  as: z.string(),
  /** What happened, as a sentence in the reader's language. */
  words: z.string(),
  /** What changed: the field, from what, to what. */
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});
export type HistoryLine = z.infer<typeof HistoryLine>;
export const History = z.object({ items: z.array(HistoryLine) });
