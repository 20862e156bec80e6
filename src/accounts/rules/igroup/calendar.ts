import { z } from 'zod';
import { CalendarYear, Hours, TellingDays, ToldDay } from '#sla/rules/days-told.ts';
import { Period } from './igroup.ts';

/** The desk's calendar: a year of it, and the days that it has told. */

export const DeskCalendar = z.object({
  /** "Open now, until 16:00." */
  now: z.object({ open: z.boolean(), words: z.string() }),
  zone_words: z.string(),
  week: z.array(Period),
  calendar: CalendarYear,
  told: z.array(ToldDay),
  can: z.object({ change: z.boolean() }),
});
export type DeskCalendar = z.infer<typeof DeskCalendar>;

/** Without hours the desk is closed on these days. */
export const DeskDaysTelling = TellingDays.extend({ hours: Hours });
export type DeskDaysTelling = z.output<typeof DeskDaysTelling>;
