import { z } from 'zod';
import { id } from '#platform/schemas.ts';

/** The access review: once a school year a school confirms who of its people is there (S10, S24). */

/** School days that a school has to answer. */
export const review_days = 21;

export const review_answers = ['stays', 'changed', 'gone', 'expired'] as const;
export type ReviewAnswer = (typeof review_answers)[number];

export const Review = z.object({
  id: z.number().int(),
  /** The last day to answer, and whether it is over. */
  due: z.object({ day: z.string(), words: z.string() }),
  late: z.boolean(),
  people: z.array(
    z.object({ id: z.number().int(), name: z.string(), answer: z.enum(review_answers).nullable() }),
  ),
  answered: z.number().int(),
  can: z.object({ answer: z.boolean() }),
});
export type Review = z.infer<typeof Review>;

export const Answering = z.object({ person: id(), answer: z.enum(['stays', 'gone']) });

export const StartingReviews = z.object({ schools: z.array(id()).min(1).max(2_000) });

/** How a school's review stands. */
export const review_states = ['none', 'due', 'late', 'confirmed', 'expired'] as const;
export type ReviewState = (typeof review_states)[number];

/** The school year whose review begins on a day (YYYY-MM-DD of the school's zone): in September, else none. */
export const yearToReview = (day: string): number | null =>
  day.slice(5, 7) === '09' ? Number(day.slice(0, 4)) : null;
