import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MacroPreview, Macros } from '#tickets/rules/macros/macro.ts';
import { usePageRests } from '#ui/floating/soon.tsx';
import { api, useLive } from '#ui/ui.ts';

export const askMacros = () =>
  queryOptions({
    queryKey: ['macros'],
    queryFn: ({ signal }) => api.get<Macros>('/api/macros', { signal }),
    staleTime: 60_000,
  });

/** Its key begins with the ticket's, so that what changes the ticket asks again. */
export const askMacroPreview = (ticket: number, macro: number) =>
  queryOptions({
    queryKey: ['ticket', ticket, 'macro', macro],
    queryFn: ({ signal }) =>
      api.get<MacroPreview>(`/api/macros/${macro}/preview?ticket=${ticket}`, { signal }),
    staleTime: 5_000,
    gcTime: 60_000,
  });

/** The macros of this person: asked for when what she waits for is there or they are `wanted`, and when one changes. */
export function useMacros(wanted = false): { macros: Macros['items']; asked: boolean } {
  const client = useQueryClient();
  useLive(
    () => {},
    undefined,
    ({ kind }) => {
      if (kind === 'macros') void client.invalidateQueries({ queryKey: ['macros'] });
    },
  );
  const { data, isFetched } = useQuery({ ...askMacros(), enabled: usePageRests() || wanted });
  return { macros: data?.items ?? [], asked: isFetched };
}

/** What one is found by beside its name. */
export const foundBy = ({ folder, reply, note }: Macros['items'][number]): string =>
  [folder, reply, note].filter(Boolean).join(' ');
