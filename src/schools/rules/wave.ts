import { z } from 'zod';
import { id, line } from '#platform/schemas.ts';
import { near_day } from './school.ts';

/** A wave of schools that enter the roll-out together: the contract of `/api/waves`. */

export const Wave = z.object({
  id: z.number().int(),
  name: z.string(),
  planned_for: z.object({ date: z.iso.date(), words: z.string() }).nullable(),
  schools: z.number().int(),
});
export type Wave = z.infer<typeof Wave>;

export const Waves = z.object({ items: z.array(Wave), can: z.object({ change: z.boolean() }) });
export type Waves = z.infer<typeof Waves>;

export const NewWave = z.object({ name: line(80), planned_for: near_day.nullable().default(null) });
export type NewWave = z.output<typeof NewWave>;

/** `removed`: false brings it back, with the schools that were in it and went nowhere else. */
export const WaveChange = z.object({
  name: line(80).optional(),
  planned_for: near_day.nullable().optional(),
  removed: z.boolean().optional(),
});
export type WaveChange = z.output<typeof WaveChange>;

const some = z.array(id()).min(1).max(2000);
/** Which schools go into the wave; `none` in the address takes them out of any. */
export const Moved = z.object({ schools: some });
/** What a move would do, or did: each school with the wave that it comes from. */
export const Moving = z.object({
  items: z.array(
    z.object({
      id: z.number().int(),
      name: z.string(),
      from: z.object({ id: z.number().int(), name: z.string() }).nullable(),
    }),
  ),
});
export type Moving = z.infer<typeof Moving>;
