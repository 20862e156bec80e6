import { z } from 'zod';
import { limits } from './limits.ts';

/** The two languages that every sentence for a person exists in. */
export const langs = ['en', 'fr'] as const;
export type Lang = (typeof langs)[number];
export type Words = Record<Lang, string>;

export { limits } from './limits.ts';

/** Whether the database can keep a text as it is. */
export const stored = (text: string) => text.isWellFormed() && !text.includes('\0');
const oneLine = (text: string) => !/[\p{Cc}\u2028\u2029]/u.test(text);

// The messages are keys of the sentences in http/validation.ts, which exist in both languages.

/** One line of text, trimmed: no control characters, at most `max` characters. */
export const line = (max: number = limits.line_characters) =>
  z.string().trim().min(1, 'empty').max(max).refine(stored, 'unstorable').refine(oneLine, 'one_line');

/** A text of several lines (Markdown), at most `limits.prose_characters`. */
export const prose = () =>
  z
    .string()
    .refine(text => text.trim() !== '', 'empty')
    .max(limits.prose_characters)
    .refine(stored, 'unstorable');

/** A row's id or a ticket's number: a positive integer that PostgreSQL's `integer` holds. */
export const id = () => z.coerce.number().int().positive().max(2_147_483_647);

/** An instant for a person: UTC, and the two texts that the server made of it in the reader's zone. */
export const Moment = z.object({
  at: z.iso.datetime(),
  words: z.string(),
  exact: z.string(),
});
export type Moment = z.infer<typeof Moment>;

/** A list's page: its items, and the cursor of the next page or null. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** Several values of one parameter of an address, joined by commas; absent is none asked. */
export const several = <T extends z.ZodType>(item: T) =>
  z
    .preprocess(given => (typeof given === 'string' ? given.split(',') : given), z.array(item).max(50))
    .optional();
