import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Heads, Import, ImportLine } from '#schools/rules/importing/import.ts';
import type { Encoding, Separator, Verdict } from '#schools/rules/importing/kinds.ts';
import type { ImportKind } from '#schools/rules/importing/fields.ts';
import { api, pageHeaders, laterWords, read, unreachable, withQuery } from '#ui/ui.ts';
import type { ImportWords } from './words/en.ts';

export const useImportWords = laterWords<ImportWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

/** Looked at or written by the server now. */
export const underWay = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'reading' || state === 'writing';

export const askImports = () =>
  queryOptions({
    queryKey: ['imports'],
    queryFn: ({ signal }) => api.get<{ items: Import[] }>('/api/imports', { signal }),
    select: ({ items }) => items,
    // Signals tell of the progress; where one was not heard, it is looked at.
    refetchInterval: ({ state }) => (state.data?.items.some(underWay) ? 2000 : false),
  });

export interface ReadAs {
  encoding?: Encoding;
  separator?: Separator;
}

export const askHeads = (id: number, as: ReadAs) =>
  queryOptions({
    queryKey: ['imports', id, 'heads', as],
    queryFn: ({ signal }) => api.get<Heads>(withQuery(`/api/imports/${id}/heads`, { ...as }), { signal }),
    staleTime: Infinity,
    retry: false,
  });

export const askLines = (id: number, verdict: Verdict | undefined) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'lines', verdict],
    queryFn: ({ signal, pageParam }) =>
      api.get<{ items: ImportLine[]; next: number | null }>(
        withQuery(`/api/imports/${id}/lines`, { verdict, after: pageParam }),
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

/** Sends a file as it is. Throws a `Problem` when it is refused. */
export async function sendFile(kind: ImportKind, file: File): Promise<Import> {
  const path = withQuery('/api/imports', { kind, name: file.name });
  const headers = {
    accept: 'application/json',
    ...pageHeaders(),
    'content-type': 'text/csv',
  };
  const lost = () => {
    throw unreachable();
  };
  const response = await fetch(path, { method: 'POST', headers, body: file }).catch(lost);
  return read<Import>(response.ok, response.status, await response.text().catch(lost));
}
