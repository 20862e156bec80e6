import type { Words } from '#platform/schemas.ts';

/** What a school is. Knows no library, so that forms have it too. */

export const school_kinds = ['independent', 'first_nation', 'public', 'online', 'office'] as const;
export type SchoolKind = (typeof school_kinds)[number];

export const kind_names: Record<SchoolKind, Words> = {
  independent: { en: 'Independent', fr: 'Indépendante' },
  first_nation: { en: 'First Nation', fr: 'Première Nation' },
  public: { en: 'Public', fr: 'Publique' },
  online: { en: 'Online', fr: 'En ligne' },
  office: { en: 'Office', fr: 'Bureau' },
};

/** What a list of schools may be sorted by; `-` before it turns it round. */
export const school_sorts = ['name', 'code', 'town', 'kind', 'wave', 'step', 'fte'] as const;
export type SchoolSort = (typeof school_sorts)[number];

export const school_limits = {
  network_characters: 200,
  notes_characters: 5_000,
  day_off_characters: 80,
  days_off: 60,
  enrolments: 40,
  first_year: 1990,
  last_year: 2100,
  fte: 99_999,
  waves: 200,
} as const;

/** A grade as schools write it. */
export const gradeName = (grade: number): string => (grade === 0 ? 'K' : String(grade));
