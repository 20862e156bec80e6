import type { Words } from '#platform/schemas.ts';

/** What a school's days off are: apart, since the portal's calendar has it and nothing else of a school. */

export const day_off_kinds = ['break', 'professional_day'] as const;
export type DayOffKind = (typeof day_off_kinds)[number];

export const day_off_names: Record<DayOffKind, Words> = {
  break: { en: 'break', fr: 'congé' },
  professional_day: { en: 'professional day', fr: 'journée pédagogique' },
};
