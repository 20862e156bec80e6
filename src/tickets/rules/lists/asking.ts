import { z } from 'zod';
import { id, limits, several } from '#platform/schemas.ts';
import { courts, state_ids } from '../lifecycle.ts';
import { asked_field } from '../fields/asked.ts';
import { Category, Priority, State } from '../ticket.ts';
import { groups, turned_sorts } from './order.ts';
import { request_states, requests } from '../requests.ts';
import { daysOf, rangeOf } from './ranges.ts';

/** How the list is asked for, and what its counts and groups answer: their schemas. */

const Days = z.string().refine(text => daysOf(text, 0) !== undefined);
const Range = z.string().refine(text => rangeOf(text) !== undefined);

/** Filters of the list and of its counts. Several values of one are OR-ed, several filters AND-ed. */
export const Filters = z.object({
  /** State ids, or `open` (the default), `ended`, `all`. */
  state: several(z.enum([...state_ids, 'open', 'ended', 'all'])),
  court: several(z.enum(courts)),
  school: several(id()),
  /** An agent's id, `me` or `none`. */
  assignee: several(z.union([z.enum(['me', 'none']), id()])),
  /** A team's id, `mine` (of which one is), or `none`. */
  team: several(z.union([z.enum(['mine', 'none']), id()])),
  /**
   * Which of a school's tickets: those that one asked, those that a colleague put one on, those with the school's own
   * technician, all of the school.
   */
  whose: several(z.enum(['own', 'shared', 'passed', 'school'])),
  category: several(Category),
  priority: several(Priority),
  /** Tags by id, any of them. */
  tag: several(id()),
  /** `<field id>:<value>`: a choice’s id, `yes` for a tick, a date, a person’s id. Values of one field are OR-ed. */
  field: several(z.string().regex(asked_field)),
  /** Whether only the iGroup sees it. */
  inside: several(z.enum(['yes', 'no'])),
  /** What it asks for with a form of its own; `none`: it is no such request. */
  request: several(z.enum([...requests, 'none'])),
  /** How such a request stands: `undecided`, or `late` (to be decided or carried out, and its day is over). */
  request_state: several(z.enum(request_states)),
  /** `me`: put away by oneself for now; `none`: not. */
  snoozed: several(z.enum(['me', 'none'])),
  /** `me`: those that one follows. */
  followed: several(z.enum(['me'])),
  /** Days of the desk's calendar since it was opened: `4-7`, `31-`. */
  age: several(Range),
  /** Opened on these days of the desk: `today`, `last_7_days`, `2026-11-23`, `2026-11-01..2026-11-30`. */
  opened: several(Days),
  /** Solved on these days, and solved since. */
  resolved: several(Days),
  /** The desk's first answer came within so many minutes of its hours, both ends counted, or has not come (`none`). */
  first_answer: several(z.union([z.literal('none'), Range])),
  /** By its next deadline: over, within two hours of the desk, on the desk's day of today (what is over not counted). */
  due: several(z.enum(['late', 'soon', 'today'])),
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
