import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type {
  Agreement,
  AgreementLines,
  Comparison,
  HoursContradicted,
  HoursTrying,
  SigningLines,
} from '#agreements/rules/agreement.ts';
import { api, laterWords, useLive, withQuery } from '#ui/ui.ts';
import type { AgreementSearch } from '../search.ts';
import type { DeskWords } from './words/en.ts';

export const useDeskWords = laterWords<DeskWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

const all = ['agreements'] as const;
const base = '/api/agreements';

export const askAgreements = () =>
  queryOptions({
    queryKey: [...all, 'versions'],
    queryFn: ({ signal }) => api.get<AgreementLines>(base, { signal }),
  });

export const askAgreement = (version: number) =>
  queryOptions({
    queryKey: [...all, version],
    queryFn: ({ signal }) => api.get<Agreement>(`${base}/${version}`, { signal }),
  });

export const askComparison = (version: number, against: number) =>
  queryOptions({
    queryKey: [...all, version, 'against', against],
    queryFn: ({ signal }) =>
      api.get<Comparison>(withQuery(`${base}/${version}/comparison`, { against }), { signal }),
  });

export const askSignings = (version: number, { state, q }: AgreementSearch) =>
  infiniteQueryOptions({
    queryKey: [...all, version, 'signatures', state, q],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get<SigningLines>(withQuery(`${base}/${version}/signatures`, { state, q, cursor }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  });

/** What would be contradicted by hours; what was said of others stays in sight until it is known. */
export const askContradicted = (hours: HoursTrying) =>
  queryOptions({
    queryKey: [...all, 'hours', hours],
    queryFn: ({ signal }) => api.post<HoursContradicted>(`${base}/hours/comparisons`, hours, { signal }),
    placeholderData: keepPreviousData,
  });

/** Asks again for all of it, after a deed. */
export function useChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: all });
}

/** Pages of the agreement follow what colleagues and schools do; a burst of it is asked for once. */
export function useAgreementsLive(): void {
  const changed = useChanged();
  const waits = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waits.current), []);
  const soon = () => {
    clearTimeout(waits.current);
    waits.current = setTimeout(() => void changed(), 300);
  };
  useLive(
    ({ kind }) => /^(agreement_|fact_|desk_timed|igroup_named)/.test(kind) && soon(),
    first => !first && soon(),
    ({ kind }) => kind === 'agreements' && soon(),
  );
}
