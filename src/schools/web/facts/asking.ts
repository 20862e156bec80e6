import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Fact, StandingOfSchool } from '#schools/rules/facts/fact.ts';
import { api, laterWords, refused, toast, useLive } from '#ui/ui.ts';
import type { FactWords } from './words/en.ts';

export const useFactWords = laterWords<FactWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askStanding = (id: number) =>
  queryOptions({
    queryKey: ['standing', id],
    queryFn: ({ signal }) => api.get<StandingOfSchool>(`/api/schools/${id}/standing`, { signal }),
  });

const moving = /^(fact_|agreement_|standing_|session_attended|attendance_|person_)/;

/** Asks again for where schools stand when a fact of one was recorded, or somebody came or left. */
export function useLiveStanding(): void {
  const client = useQueryClient();
  useLive(({ kind }) => {
    if (!moving.test(kind)) return;
    void client.invalidateQueries({ queryKey: ['standing'] });
    void client.invalidateQueries({ queryKey: ['schools'] });
  });
}

/** Withdraws a fact with why, or (null) brings it back: at once, and each is undone by the other. */
export function useWithdrawing(school: number, { id, kind }: Pick<Fact, 'id' | 'kind'>) {
  const words = useFactWords();
  const client = useQueryClient();
  const path = `/api/schools/${school}/facts/${id}/withdrawal`;
  const act = (why: string | null) =>
    why === null ? api.delete<StandingOfSchool>(path) : api.put<StandingOfSchool>(path, { why });
  const shown = (standing: StandingOfSchool) => client.setQueryData(askStanding(school).queryKey, standing);
  return useMutation({
    mutationFn: act,
    onSuccess: (standing, why) => {
      shown(standing);
      const text = (why === null ? words.was_brought_back : words.was_withdrawn)(words.kinds[kind]);
      const back = () => act(why === null ? words.a_slip : null).then(shown, refused);
      toast({ text, action: { label: words.undo, run: () => void back() } });
    },
    onError: refused,
  });
}
