import { z } from 'zod';
import { topics } from '#exceptions/rules/topics.ts';
import { owners } from '../kinds.ts';

/** Whose a ticket's matter is, as the desk reads it beside the ticket: the contract of its address. */
export const WhoseAnswer = z.object({
  party: z.enum(owners),
  party_words: z.string(),
  /** The row of responsibility.json: its subject, and what each side does there. */
  subject: z.string(),
  says: z.array(
    z.object({ party: z.enum(['SCHOOL', 'IGROUP']), party_words: z.string(), sentence: z.string() }),
  ),
  /** The words of the paper that it rests on. */
  quote: z.string().nullable(),
  /** By what it is known: how the guide ended on this ticket, what an exception is asked for, or what the ticket is about. */
  by: z.enum(['outcome', 'exception', 'category']),
  by_words: z.string(),
  /** What an exception would be about; null where none is possible. */
  exception: z.enum(topics).nullable(),
  /** With what it is handed back to its school, in both languages; null where it is not the school’s. */
  hand_back: z.object({ en: z.string(), fr: z.string() }).nullable(),
});
export type WhoseAnswer = z.infer<typeof WhoseAnswer>;
