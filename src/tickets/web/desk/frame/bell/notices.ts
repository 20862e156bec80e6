import {
  infiniteQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { usePageRests } from '#ui/floating/soon.tsx';
import type { Notice, NoticeChoices, NoticePage } from '#tickets/rules/attention.ts';
import { api, refused, toast, withQuery } from '#ui/ui.ts';
import { useFrameWords } from '../words/use-words.ts';

/** What concerns this person: asked for once, kept up to date by signals. */

const askNotices = () =>
  infiniteQueryOptions({
    queryKey: ['notices'],
    queryFn: ({ pageParam, signal }) =>
      api.get<NoticePage>(withQuery('/api/notices', { cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    staleTime: 60_000,
  });

/** The same, once the page rests: what concerns one is no reason to wait for the rows. */
export const useNotices = () => useInfiniteQuery({ ...askNotices(), enabled: usePageRests() });

/** Marks all that is shown as read; what comes meanwhile stays new. */
export function useReadAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (up_to: number) => api.put<{ unread: number }>('/api/notices/read', { up_to }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
    onError: refused,
  });
}

const choices_key = ['notice-choices'];

export const useChoices = () =>
  useQuery({
    queryKey: choices_key,
    queryFn: ({ signal }) => api.get<NoticeChoices>('/api/notices/choices', { signal }),
  });

/** Switches a kind; shown at once, and as the server says when it is refused. */
export function useChoose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<NoticeChoices>) => api.patch<NoticeChoices>('/api/notices/choices', change),
    onMutate: change =>
      client.setQueryData<NoticeChoices>(choices_key, before => before && { ...before, ...change }),
    onSettled: () => client.invalidateQueries({ queryKey: choices_key }),
    onError: refused,
  });
}

/** What a line says, and where it leads. */
export const textOf = ({ words, ticket, topic }: Notice): string =>
  [words, ticket?.subject ?? topic?.title].filter(Boolean).join(' · ');
export const placeOf = ({ ticket, month, status, topic, agreement }: Notice) => {
  if (topic) return { to: '/desk/forum/$id', params: { id: String(topic.id) }, search: {} } as const;
  if (status) return { to: '/desk/notices/$id', params: { id: status }, search: {} } as const;
  if (ticket)
    return { to: '/desk/tickets/$number', params: { number: String(ticket.number) }, search: true } as const;
  if (month) return { to: '/desk/statements/$', params: { _splat: month }, search: {} } as const;
  if (agreement)
    return { to: '/desk/agreements/$version', params: { version: String(agreement) }, search: {} } as const;
  return { to: '/desk/answers/$id', params: { id: 'searches' }, search: {} } as const;
};

/** Says what is new in passing, when the page is in sight and not on that very ticket. Once, for the whole desk. */
export function useNewNotices(): void {
  const words = useFrameWords().bell;
  const navigate = useNavigate();
  const { number } = useParams({ strict: false });
  const { data } = useNotices();
  const newest = data?.pages[0]?.items[0];
  const told = useRef<number>(undefined);
  const first = data !== undefined;
  useEffect(() => {
    if (!first) return;
    const before = told.current;
    told.current = Math.max(newest?.id ?? 0, before ?? 0);
    if (before === undefined || !newest || newest.id <= before || newest.read) return;
    if (document.hidden || number === String(newest.ticket?.number)) return;
    toast({
      text: textOf(newest),
      action: {
        label: words.open,
        run: () => void navigate(placeOf(newest)),
      },
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new notice is told, another open ticket is not
  }, [first, newest?.id]);
}
