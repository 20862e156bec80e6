import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Igroup } from '#accounts/rules/igroup/igroup.ts';
import { api, laterWords, useLive } from '#ui/ui.ts';
import type { IgroupWords } from './words/en.ts';

export const useIgroupWords = laterWords<IgroupWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askIgroup = () =>
  queryOptions({
    queryKey: ['igroup'],
    queryFn: ({ signal }) => api.get<Igroup>('/api/igroup/settings', { signal }),
  });

/** Asks again when somebody has named the group or said when its desk works. */
export function useIgroupLive(): void {
  const client = useQueryClient();
  useLive(({ kind }) => {
    if (kind === 'igroup_named' || kind === 'igroup_numbered' || kind === 'desk_timed')
      void client.invalidateQueries({ queryKey: ['igroup'] });
  });
}
