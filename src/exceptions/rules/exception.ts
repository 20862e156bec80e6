import { z } from 'zod';
import { id, line, Moment, prose, several } from '#platform/schemas.ts';
import { stands } from './days.ts';
import { deeds, type Deed } from './policy.ts';
import { shown, topics } from './topics.ts';

/** The words of exceptions and their schemas: the contract of `/api/exceptions`. */

const Named = z.object({ id: z.number().int(), name: z.string() });
const Day = z.object({ date: z.iso.date(), words: z.string() });
export const Topic = z.enum(topics);

/** One thing that was done with it; nobody did what time alone does. */
const Step = z.object({
  step: z.enum(['ask', 'allow', 'refuse', 'withdraw', 'prolong', 'end', 'run_out', 'spend']),
  by: Named.nullable(),
  at: Moment,
  reason: z.string().nullable(),
  until: Day.nullable(),
  minutes: z.number().int().nullable(),
});

export const Exception = z.object({
  id: z.number().int(),
  /** Null: it stands for every school. */
  school: Named.extend({ code: z.string() }).nullable(),
  topic: Topic,
  topic_words: z.string(),
  stands: z.enum(stands),
  /** The ticket that it was asked on. */
  ticket: z.number().int().nullable(),
  asked: z.object({ for: Named, by: Named, at: Moment }).nullable(),
  why: z.string(),
  /** What is allowed and what not, by whom. */
  allowed: z.string().nullable(),
  decided_by: Named.nullable(),
  since: Day.nullable(),
  until: Day.nullable(),
  ended: Day.nullable(),
  /** Minutes of the tickets that count for it, and those noted beside them. */
  minutes: z.number().int(),
  tickets: z.array(z.number().int()),
  /** What was done with it, oldest first. */
  history: z.array(Step),
  can: z.object(Object.fromEntries(deeds.map(deed => [deed, z.boolean()])) as Record<Deed, z.ZodBoolean>),
});
export type Exception = z.infer<typeof Exception>;

export const ExceptionQuery = z.object({
  school: several(id()),
  topic: several(Topic),
  show: z.enum(shown).default('now'),
  /** A school only: what is news to its reader. */
  fresh: z.enum(['yes']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type ExceptionQuery = z.output<typeof ExceptionQuery>;

export const Exceptions = z.object({
  items: z.array(Exception),
  total: z.number().int(),
  /** Minutes of all of them together. */
  minutes: z.number().int(),
  /** How long one stands where nothing is said, as a day: for the form. */
  usual_until: z.iso.date(),
  today: z.iso.date(),
});
export type Exceptions = z.infer<typeof Exceptions>;

/** What there is about a ticket: asked on it, counted for it, or in force at its school. */
export const OnTicket = z.object({
  items: z.array(Exception),
  usual_until: z.iso.date(),
  today: z.iso.date(),
  can: z.object({ ask: z.boolean() }),
});
export type OnTicket = z.infer<typeof OnTicket>;

export const Asking = z.object({ topic: Topic, why: prose() });
export type Asking = z.output<typeof Asking>;

export const Deciding = z.discriminatedUnion('allow', [
  /** Without a day it stands for 30 days. */
  z.object({ allow: z.literal(true), allowed: prose(), until: z.iso.date().optional() }),
  z.object({ allow: z.literal(false), reason: prose() }),
]);
export const Prolonging = z.object({ until: z.iso.date(), reason: prose() });
export const Ending = z.object({ reason: prose() });
export const Spending = z.object({ minutes: z.number().int().min(1).max(1440), what: line(200) });
