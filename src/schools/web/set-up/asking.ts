import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { SetUp } from '#schools/rules/set-up/set-up.ts';
import { api, laterWords, useLive } from '#ui/ui.ts';
import type { SetUpWords } from './words/en.ts';

export const useSetUpWords = laterWords<SetUpWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askSetUp = () =>
  queryOptions({
    queryKey: ['set-up'],
    queryFn: ({ signal }) => api.get<SetUp>('/api/set-up', { signal }),
  });

const concern = /^(igroup_|desk_|step_|invit|person_changed|school_added|imported|wave_|training_)/;

/** Asks again when something happens that a step is fulfilled by. */
export function useSetUpLive(): void {
  const client = useQueryClient();
  useLive(({ kind }) => {
    if (concern.test(kind)) void client.invalidateQueries({ queryKey: ['set-up'] });
  });
}
