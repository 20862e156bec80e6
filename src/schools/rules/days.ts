import { z } from 'zod';
import { keepersOfSchools, leads } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { CalendarYear, TellingDays, ToldDay } from '#sla/rules/days-told.ts';
import { day_off_kinds } from './day-off-kinds.ts';

/** A school's calendar: a year of it, and its own days off. */

export const SchoolCalendarYear = z.object({
  /** "Today is a school day." or "Off today: Spring break. Next school day: Monday." */
  now: z.object({ open: z.boolean(), words: z.string() }),
  zone_words: z.string(),
  calendar: CalendarYear,
  told: z.array(ToldDay.extend({ kind: z.enum(day_off_kinds) })),
  can: z.object({ change: z.boolean() }),
});
export type SchoolCalendarYear = z.infer<typeof SchoolCalendarYear>;

export const DaysOffTelling = TellingDays.extend({ kind: z.enum(day_off_kinds) });
export type DaysOffTelling = z.output<typeof DaysOffTelling>;

/** Who keeps a school's days off: the desk's keepers, and the school's own lead. */
export const keepsDays = (who: Person): boolean => keepersOfSchools(who) || leads(who);
