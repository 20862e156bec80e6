import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type RefObject } from 'react';
import type { Reading } from '#tickets/rules/attention.ts';
import { api, useLive } from '#ui/ui.ts';
import { askTicket } from '../../asking.ts';

/** What was in sight this long was seen. */
const looks_ms = 600;

/**
 * Tells how far one has read: the newest messages that were in sight while the page was. Each message's element says
 * what it is in `data-message` ("reply 12").
 */
export function useSeen(
  number: number,
  box: RefObject<HTMLElement | null>,
  messages: readonly unknown[],
): void {
  const client = useQueryClient();
  const seen = useRef<Reading>({ reply: 0, note: 0 });
  const told = useRef<Reading>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = () => {
    timer.current = undefined;
    const { reply, note } = seen.current;
    if (document.hidden || (reply === 0 && note === 0)) return;
    if (told.current && reply <= told.current.reply && note <= told.current.note) return;
    told.current = { reply, note };
    api.put<Reading>(`/api/tickets/${number}/reading`, { reply, note }).then(
      read =>
        client.setQueryData(
          askTicket(number).queryKey,
          before => before && { ...before, read, unread: false },
        ),
      () => (told.current = undefined), // told with the next look
    );
  };
  const latest = useRef(tell);
  latest.current = tell;
  const soon = useRef(() => {
    timer.current ??= setTimeout(() => latest.current(), looks_ms);
  }).current;

  useEffect(() => {
    const inSight = new Set<Element>();
    const look = () => {
      if (document.hidden) return;
      for (const element of inSight) {
        const [kind, id] = (element as HTMLElement).dataset['message']!.split(' ') as [
          'reply' | 'note',
          string,
        ];
        seen.current = { ...seen.current, [kind]: Math.max(seen.current[kind], Number(id)) };
      }
      soon();
    };
    const watcher = new IntersectionObserver(
      changes => {
        for (const { target, isIntersecting } of changes)
          if (isIntersecting) inSight.add(target);
          else inSight.delete(target);
        look();
      },
      { root: box.current },
    );
    for (const element of box.current?.querySelectorAll('[data-message]') ?? []) watcher.observe(element);
    document.addEventListener('visibilitychange', look);
    return () => {
      watcher.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [box, messages, soon]);
  useEffect(() => () => clearTimeout(timer.current), []);

  // A notice of the ticket that one looks at is read as it comes.
  useLive(
    () => {},
    undefined,
    signal => {
      if (signal.kind !== 'notice' || signal['ticket'] !== number) return;
      told.current = undefined;
      soon();
    },
  );
}
