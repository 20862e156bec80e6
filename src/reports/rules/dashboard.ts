import { z } from 'zod';
import { Moment } from '#platform/schemas.ts';
import { courts } from '#tickets/rules/lifecycle.ts';
import { Filters } from '#tickets/rules/lists/asking.ts';
import { periods } from './stretches.ts';

/** The words of the dashboard and their schemas: the contract of `/api/dashboard`. */

/** Which tickets it is about: as the list takes them. */
export const Narrowing = Filters.pick({ school: true, category: true, assignee: true });
export type Narrowing = z.output<typeof Narrowing>;

export const DashboardQuery = Narrowing.extend({ period: z.enum(periods).default('30d') });

/** The filters of the list that holds exactly these tickets. */
const Query = z.record(z.string(), z.string());
const Count = z.object({ count: z.number().int(), query: Query });
export type Count = z.infer<typeof Count>;

/** One bar: `key` is the filter's value, `name` what it is called for the reader. */
const Slice = Count.extend({ key: z.string(), name: z.string() });
export type Slice = z.infer<typeof Slice>;

const Span = z.object({ minutes: z.number().int(), words: z.string() });

export const Dashboard = z.object({
  at: Moment,
  /** Nothing was ever asked here. */
  empty: z.boolean(),
  open: Count.extend({
    state: z.array(Slice),
    court: z.array(Slice),
    /** Days of the desk's calendar since it was opened, each in the parts of whose turn it is. */
    age: z.array(Slice.extend({ courts: z.record(z.enum(courts), Count) })),
    assignee: z.array(Slice),
    category: z.array(Slice),
    school: z.array(Slice),
  }),
  period: z.object({
    id: z.enum(periods),
    words: z.string(),
    /** Its first and last day, of the desk's zone. */
    from: z.iso.date(),
    until: z.iso.date(),
    opened: Count,
    resolved: Count,
    /**
     * What an article answered without a ticket, by what it is about, beside the tickets that were opened. Null where it
     * is asked by assignee: nobody had to do it.
     */
    answered: z
      .object({
        count: z.number().int(),
        areas: z.array(
          z.object({
            /** Of what says no area, `none`: no ticket is without one. */
            ...{ key: z.string(), name: z.string() },
            ...{ answered: z.number().int(), opened: Count.nullable() },
          }),
        ),
      })
      .nullable(),
    stretches: z.array(
      z.object({
        ...{ key: z.string(), name: z.string(), short: z.string() },
        ...{ opened: Count, resolved: Count },
      }),
    ),
  }),
  /** Of the tickets that were opened in the period: how long the desk took for its first answer, in its own hours. */
  first_answer: z.object({
    answered: Count,
    waiting: Count,
    never: Count,
    median: Span.nullable(),
    /** Nine of ten had their answer within it. */
    ninth: Span.nullable(),
    histogram: z.array(Slice),
  }),
});
export type Dashboard = z.infer<typeof Dashboard>;
