import { infiniteQueryOptions, keepPreviousData, useQueryClient } from '@tanstack/react-query';
import type { Register } from '#rights/rules/register.ts';
import { api, useLive, withQuery } from '#ui/ui.ts';
import type { RightsSearch } from '../search.ts';

const at_once = 100;

/** The register of a choice, a page at a time. */
export const askRegister = (search: RightsSearch) =>
  infiniteQueryOptions({
    queryKey: ['rights', search],
    queryFn: ({ pageParam, signal }) =>
      api.get<Register>(
        withQuery('/api/rights', { ...search, limit: String(at_once), offset: String(pageParam) }),
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) =>
      pages.length * at_once < total ? pages.length * at_once : undefined,
    placeholderData: keepPreviousData,
  });

/** What happens with rights is asked for again where it is in sight. */
export function useLiveRights(): void {
  const client = useQueryClient();
  useLive(({ kind }) => {
    if (kind.startsWith('rights_')) void client.invalidateQueries({ queryKey: ['rights'] });
  });
}
