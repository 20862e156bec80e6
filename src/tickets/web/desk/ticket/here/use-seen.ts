import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type RefObject } from 'react';
import type { Reading } from '#tickets/rules/attention.ts';
import { api, useLive } from '#ui/ui.ts';
import { askTicket } from '../../asking.ts';

/** What came while one looked at the ticket, and was in sight this long, was seen. */
const looks_ms = 600;

/** What was seen of the tickets that are shown, before the server knows of it. */
const seen_here = new Map<number, Reading>();

/** The newest that the reader has seen of a ticket: what the server knows, and what is in front of her. */
export function seenOf({ number, read }: { number: number; read: Reading }): Reading {
  const here = seen_here.get(number) ?? read;
  return { reply: Math.max(read.reply, here.reply), note: Math.max(read.note, here.note) };
}

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
    if (!document.hidden) seen_here.set(number, { reply, note });
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
      // What the ticket was opened with.
      if (inSight.size > 0 && !seen_here.has(number)) seen_here.set(number, seen.current);
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
  }, [box, messages, number, soon]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      seen_here.delete(number);
    },
    [number],
  );

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
