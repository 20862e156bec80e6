import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Announcement, AnnouncementPage } from '#schools/rules/announcement.ts';
import { api, laterWords, refused, toast, withQuery } from '#ui/ui.ts';
import type { AnnouncementWords } from './words/en.ts';

export const useAnnouncementWords = laterWords<AnnouncementWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askCurrent = () =>
  queryOptions({
    queryKey: ['announcements', 'current'],
    queryFn: ({ signal }) => api.get<AnnouncementPage>('/api/announcements?limit=100', { signal }),
  });

export const askPast = () =>
  infiniteQueryOptions({
    queryKey: ['announcements', 'past'],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get<AnnouncementPage>(withQuery('/api/announcements', { when: 'past', cursor, limit: 20 }), {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  });

/** Withdraws an announcement or brings it back: at once, and each is undone by the other. */
export function useWithdrawal({ id, title }: Announcement) {
  const words = useAnnouncementWords();
  const client = useQueryClient();
  const path = `/api/announcements/${id}/withdrawal`;
  const act = (withdraw: boolean) =>
    withdraw ? api.put<Announcement>(path, {}) : api.delete<Announcement>(path);
  const settle = () => client.invalidateQueries({ queryKey: ['announcements'] });
  return useMutation({
    mutationFn: act,
    onSuccess: (_, withdraw) =>
      toast({
        text: withdraw ? words.withdrawn(title) : words.brought_back(title),
        action: { label: words.undo, run: () => void act(!withdraw).catch(refused).finally(settle) },
      }),
    onError: refused,
    onSettled: settle,
  });
}
