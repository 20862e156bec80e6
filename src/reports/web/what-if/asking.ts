import { queryOptions } from '@tanstack/react-query';
import type { Tried, Trying, TryingFrom } from '#reports/rules/statements/statement.ts';
import { noComparison, together, type Comparison } from '#reports/rules/statements/what-if.ts';
import { api, laterWords } from '#ui/ui.ts';
import type { WhatIfWords } from './words/en.ts';

export const useWhatIfWords = laterWords<WhatIfWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askBeginning = () =>
  queryOptions({
    queryKey: ['what-if'],
    queryFn: ({ signal }) => api.get<TryingFrom>('/api/what-if', { signal }),
    // What is being typed is not written over.
    staleTime: Infinity,
  });

export interface Trial {
  comparison: Comparison;
  done: number;
  total: number;
  /** How long the desk was open, and would have been; null until it is known. */
  open: Tried['open'];
  over: boolean;
}

/** Tries it lot by lot, so that the desk works meanwhile, and tells how far it is. Rejects with a Problem, or when stopped. */
export async function tryAll(
  trying: Omit<Trying, 'after'>,
  signal: AbortSignal,
  told: (trial: Trial) => void,
): Promise<void> {
  let trial: Trial = { comparison: noComparison(), done: 0, total: 0, open: null, over: false };
  for (let after: number | null = 0; after !== null;) {
    const lot: Tried = await api.post<Tried>('/api/what-if', { ...trying, after });
    if (signal.aborted) return;
    trial = {
      comparison: together(trial.comparison, lot.comparison as Comparison),
      done: trial.done + lot.done,
      total: Math.max(trial.total, lot.total),
      open: trial.open ?? lot.open,
      over: lot.next === null,
    };
    told(trial);
    after = lot.next;
  }
}
