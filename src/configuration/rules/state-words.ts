import type { Lang, Words } from '#platform/schemas.ts';

/** The states of a request and their names; plain, for the screens. */

export const states = ['asked', 'approved', 'refused', 'done', 'given_up', 'rolled_back'] as const;
export type State = (typeof states)[number];

/** What must be settled before it can be approved. */
export const lackings = ['scope', 'told', 'planned_for'] as const;
export type Lacking = (typeof lackings)[number];

export const state_names: Record<Lang, Record<State, string>> = {
  en: {
    asked: 'Waits for approval',
    approved: 'Planned',
    refused: 'Refused',
    done: 'Done',
    given_up: 'Given up',
    rolled_back: 'Rolled back',
  },
  fr: {
    asked: 'Attend l’approbation',
    approved: 'Planifiée',
    refused: 'Refusée',
    done: 'Faite',
    given_up: 'Abandonnée',
    rolled_back: 'Annulée après coup',
  },
};

export const lacking_words: Record<Lacking, Words> = {
  scope: {
    en: 'Say first which schools it touches.',
    fr: 'Indiquez d’abord quelles écoles sont touchées.',
  },
  told: {
    en: 'Write first what the schools concerned will read.',
    fr: 'Écrivez d’abord ce que liront les écoles touchées.',
  },
  planned_for: {
    en: 'Say first for which day it is planned.',
    fr: 'Indiquez d’abord le jour prévu.',
  },
};
