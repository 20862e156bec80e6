import { z } from 'zod';
import { DeskDaysTelling } from '#accounts/rules/igroup/calendar.ts';
import { id, Moment } from '#platform/schemas.ts';
import { priorities, promised_clocks } from '#sla/rules/targets.ts';
import { courts } from '#tickets/rules/lifecycle.ts';
import { month_pattern } from './months.ts';
import { most_tried_days } from './what-if.ts';
import { volumes } from './part.ts';

/** Statements as pages and programs read them: the contract of `/api/statements`. */

const count = z.number().int();
const words = z.string();
/** The filters of the list that holds these tickets, as they are today; null where no list can say it. */
const query = z.record(z.string(), z.string()).nullable();

/** Seconds of the desk's hours, and the same in words. */
const Length = z.object({ seconds: z.number(), words });
export type Length = z.infer<typeof Length>;

export const Kept = z.object({
  in_time: count,
  late: count,
  /** From 0 to 1; null where nothing was judged. */
  share: z.number().nullable(),
  share_words: words,
  met: count,
  median: Length.nullable(),
  ninth: Length.nullable(),
});
export type Kept = z.infer<typeof Kept>;

const Promises = z.object({ response: Kept, resolution: Kept });

const Slice = Promises.extend({ key: z.string(), name: words, opened: count, solved: count, query });
export type Slice = z.infer<typeof Slice>;

export const BreachShown = z.object({
  number: count,
  subject: words,
  school: words,
  clock: z.enum(promised_clocks),
  clock_name: words,
  priority: z.enum(priorities),
  category: words,
  due: Moment,
  met: Moment.nullable(),
  spent: Length,
  target: Length,
  /** Why, as the ledger tells it. */
  reason: words,
});
export type BreachShown = z.infer<typeof BreachShown>;

export const Statement = z.object({
  month: z.string(),
  name: words,
  /** When it was closed; null of the month that runs, which is a preview. */
  closed: Moment.nullable(),
  as_of: Moment,
  /** Null: of all schools. */
  school: z.object({ id: count, name: words }).nullable(),
  volumes: z.array(z.object({ key: z.enum(volumes), name: words, count, query })),
  /** Answered by an article without a ticket; null of a month that was closed before this was counted. */
  answered: z.object({ name: words, count }).nullable(),
  clocks: z.object({
    response: Kept.extend({ name: words, goal: z.number().nullable(), goal_words: words.nullable() }),
    resolution: Kept.extend({ name: words, goal: z.number().nullable(), goal_words: words.nullable() }),
  }),
  took: z.object({
    response: z.array(z.object({ name: words, count })),
    resolution: z.array(z.object({ name: words, count })),
  }),
  by_priority: z.array(Slice),
  by_category: z.array(Slice),
  waited: z.array(
    z.object({ on: z.enum([...courts, 'closed_hours']), name: words, ...Length.shape, percent: count }),
  ),
  waited_together: Length,
  breaches: z.array(BreachShown),
  /** How many there are; of very many the first are shown, and the file has all. */
  breach_count: count,
  /** The months before it, the newest first. */
  before: z.array(Promises.extend({ month: z.string(), name: words, opened: count, solved: count })),
  /** Of all schools together: each by itself. */
  schools: z.array(Slice),
  /** By what was measured. */
  agreements: z.array(count),
  hours: words,
});
export type Statement = z.infer<typeof Statement>;

export const Months = z.object({
  items: z.array(
    Promises.extend({
      month: z.string(),
      name: words,
      closed: Moment,
      opened: count,
      solved: count,
      /** Not looked at yet: of the newest alone, and at a school. */
      fresh: z.boolean(),
    }),
  ),
  /** The month that runs, and when its statement comes. */
  running: z.object({ month: z.string(), name: words, closes: Moment }),
});
export type Months = z.infer<typeof Months>;

export const MonthParams = z.object({ month: z.string().regex(month_pattern) });
/** At the desk: of one school, or of all. A school has its own. */
export const StatementQuery = z.object({ school: id().optional() });
export const FileQuery = StatementQuery.extend({ lang: z.enum(['en', 'fr']).optional() });
export const Looking = z.object({ month: z.string().regex(month_pattern) });

/** What is tried: targets in minutes of the desk's hours, the hours of its week, and its calendar. */
const minutes = z
  .number()
  .int()
  .min(1)
  .max(60 * 24 * 60);
const tried_targets = z.record(z.enum(priorities), z.object({ response: minutes, resolution: minutes }));
export const Trying = z.object({
  from: z.iso.date(),
  /** The last day counts. */
  until: z.iso.date(),
  targets: tried_targets.nullable(),
  week: z
    .array(
      z.object({
        weekday: z.number().int().min(1).max(7),
        from_minute: z.number().int().min(0).max(1439),
        to_minute: z.number().int().min(1).max(1440),
      }),
    )
    .min(1)
    .max(28)
    .nullable(),
  /** Days of the desk's own, beside those that stand or in their place; null: as they stand. */
  days: z
    .object({ how: z.enum(['added', 'instead']), days: z.array(DeskDaysTelling).max(most_tried_days) })
    .nullable()
    .default(null),
  /** Statutory holidays on which the desk works. */
  worked: z.array(z.iso.date()).max(60).default([]),
  /** Goes on after this ticket. */
  after: z.number().int().min(0).default(0),
});
export type Trying = z.output<typeof Trying>;

const Sides = z.object({ in_time: count, late: count });
const Compared = z.object({ was: Sides, would: Sides, broken: count, kept: count });
export const Tried = z.object({
  comparison: z.record(z.enum(priorities), z.object({ response: Compared, resolution: Compared })),
  /** Tickets of this lot, of all in the span, and where to go on; null at the end. */
  done: count,
  total: count,
  next: count.nullable(),
  /** With the first lot: how long the desk was open in the span, and would have been. */
  open: z.object({ was: Length, would: Length }).nullable(),
});
export type Tried = z.infer<typeof Tried>;

/** What is promised and when the desk works today, to begin a trial with. */
export const TryingFrom = z.object({
  targets: tried_targets,
  week: Trying.shape.week.unwrap(),
  from: z.iso.date(),
  until: z.iso.date(),
  /** The days of the desk's own that stand, the latest first. */
  days: z.array(
    z.object({
      first_day: z.string(),
      last_day: z.string(),
      name: words,
      words,
      /** Null: closed. */
      hours: words.nullable(),
    }),
  ),
});
export type TryingFrom = z.infer<typeof TryingFrom>;

const PublicNumber = z.object({ share: count.nullable(), median: words.nullable() });
export const HowFast = z.object({
  igroup: z.string().nullable(),
  /** "2 September to 30 November 2026". */
  span: words,
  /** Fewer tickets than this make no number. */
  fewest: count,
  priorities: z.array(
    z.object({ key: z.enum(priorities), name: words, response: PublicNumber, resolution: PublicNumber }),
  ),
});
export type HowFast = z.infer<typeof HowFast>;

export const Publication = z.object({
  shown: z.boolean(),
  version: count,
  said: z.object({ by: words, at: Moment }).nullable(),
  can: z.object({ change: z.boolean() }),
});
export type Publication = z.infer<typeof Publication>;
/** `version` is of what was seen. */
export const Publishing = z.object({ shown: z.boolean(), version: count });
