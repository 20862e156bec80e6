import type { Lang } from '#platform/schemas.ts';

export type { Lang, Words } from '#platform/schemas.ts';

// Our own tables rather than Intl's: builds of Node and browsers spell these differently.

/** Names of the days, Monday first: `weekday_names.en[weekday - 1]`. */
export const weekday_names: Record<Lang, readonly string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
};

/** Names of the months, January first: `month_names.en[month - 1]`. */
export const month_names: Record<Lang, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};

export const weekend_words = { en: 'Week-end', fr: 'Fin de semaine' };
