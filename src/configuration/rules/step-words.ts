import type { Lang } from '#platform/schemas.ts';
import type { Step } from './states.ts';

/** What was done with a request, as its page says it before the name. */
export const step_words: Record<Lang, Record<Step, string>> = {
  en: {
    change: 'Settled by',
    approve: 'Approved by',
    refuse: 'Refused by',
    give_up: 'Given up by',
    plan: 'Day moved by',
    complete: 'Done by',
    roll_back: 'Taken back by',
  },
  fr: {
    change: 'Précisée par',
    approve: 'Approuvée par',
    refuse: 'Refusée par',
    give_up: 'Abandonnée par',
    plan: 'Jour déplacé par',
    complete: 'Faite par',
    roll_back: 'Annulée par',
  },
};
