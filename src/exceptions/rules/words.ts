import type { Words } from '#platform/schemas.ts';
import type { Stands } from './days.ts';

/** How an exception stands, in words. */
export const stands_words: Record<Stands | 'every_school', Words> = {
  asked: { en: 'Waits for the coordinator', fr: 'Attend la coordination' },
  standing: { en: 'In force, without end', fr: 'En vigueur, sans fin' },
  in_force: { en: 'In force', fr: 'En vigueur' },
  ending: { en: 'Ends soon', fr: 'Prend bientôt fin' },
  ended: { en: 'Ended', fr: 'Terminée' },
  refused: { en: 'Refused', fr: 'Refusée' },
  withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
  every_school: { en: 'Every school', fr: 'Toutes les écoles' },
};
