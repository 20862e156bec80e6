import type { Words } from '#platform/schemas.ts';

/** The places that a text may have, in the order in which they are offered. Knows no data, so that the form has it. */

export const place_words = {
  group: { en: 'the group’s name', fr: 'nom du groupe' },
  system: { en: 'the supported system', fr: 'système soutenu' },
  version: { en: 'number of the version', fr: 'numéro de la version' },
  effective: { en: 'from which day', fr: 'dès quel jour' },
  targets: { en: 'table of targets', fr: 'tableau des cibles' },
  goals: { en: 'share in time', fr: 'part dans les délais' },
  hours: { en: 'support hours', fr: 'heures de soutien' },
  in_scope: { en: 'in scope', fr: 'inclus' },
  out_of_scope: { en: 'out of scope', fr: 'exclu' },
  group_duties: { en: 'duties of the group', fr: 'obligations du groupe' },
  school_duties: { en: 'duties of the school', fr: 'obligations de l’école' },
  exceptions: { en: 'exceptions', fr: 'exceptions' },
  complaint_days: { en: 'days for a complaint', fr: 'jours pour une plainte' },
  review: { en: 'review date', fr: 'date de révision' },
} satisfies Record<string, Words>;

export type Place = keyof typeof place_words;
export const place_names = Object.keys(place_words) as Place[];

/** Without these a text is no agreement. */
export const required_places: ReadonlySet<Place> = new Set<Place>([
  ...(['effective', 'targets', 'goals', 'hours', 'in_scope', 'out_of_scope'] as const),
  ...(['group_duties', 'school_duties', 'exceptions', 'complaint_days', 'review'] as const),
]);
