import { z } from 'zod';
import { line, Moment } from '#platform/schemas.ts';
import { columns } from '#tickets/rules/lists/order.ts';
import { StoredQuery } from '#tickets/rules/lists/view.ts';

/** The words of an export and their schemas: the contract of `/api/exports`. */

export const export_limits = { kept_hours: 24, of_a_person: 20, name_characters: 80 } as const;

/** `json` is one array with a ticket on each line. */
export const Format = z.enum(['csv', 'json']);
export type Format = z.infer<typeof Format>;

export const NewExport = z.object({
  /** What the list is called; the file is named after it. */
  name: line(export_limits.name_characters),
  format: Format,
  /** What the list's address holds: filters, words, sort and group. */
  query: StoredQuery,
  columns: z.array(z.enum(columns)).min(1).max(columns.length),
});
export type NewExport = z.input<typeof NewExport>;

export const Export = z.object({
  id: z.uuid(),
  name: z.string(),
  format: Format,
  state: z.enum(['waiting', 'running', 'ready', 'cancelled', 'failed', 'removed']),
  done: z.number().int(),
  /** How many tickets it will hold; null until they are counted. */
  total: z.number().int().nullable(),
  /** Bytes of the file; null until it is there. */
  size: z.number().int().nullable(),
  asked: Moment,
  /** Until when the file is kept. */
  kept_until: Moment,
});
export type Export = z.infer<typeof Export>;
export const Exports = z.object({ items: z.array(Export) });
