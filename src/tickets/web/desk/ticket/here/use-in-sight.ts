import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { pointedAt } from '../../../pointed/use-pointed.ts';
import type { Message } from '#tickets/rules/ticket.ts';

const near_end_px = 48;
/** What stands over the line of what is new, so that one sees what it goes on from. */
const above_line_px = 64;

/**
 * Opens at the message of the address, else at what is new, else at the newest. Stays at the end while one is there; else counts what came in below.
 * One's own words are always shown.
 */
export function useInSight(messages: readonly Message[], with_line: boolean) {
  const { person } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<'end' | 'line' | 'nothing'>(pointedAt() ? 'nothing' : with_line ? 'line' : 'end');
  const count = useRef(messages.length);
  const [seen, setSeen] = useState(messages.length);
  useLayoutEffect(() => {
    const mine = messages.length > count.current && messages.at(-1)?.author.id === person.id;
    count.current = messages.length;
    if (mine) held.current = 'end';
    if (held.current === 'nothing') return;
    show(box.current, held.current);
    setSeen(messages.length);
  }, [messages, person.id]);
  useEffect(() => {
    const element = box.current!;
    const onScroll = () => {
      const at_end = element.scrollHeight - element.scrollTop - element.clientHeight < near_end_px;
      if (at_end) setSeen(count.current);
      // The line is held until a hand moves away from it.
      if (held.current !== 'line') held.current = at_end ? 'end' : 'nothing';
    };
    const onHand = () => {
      if (held.current === 'line') held.current = 'nothing';
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    for (const hand of hands) element.addEventListener(hand, onHand, { passive: true });
    // The composer grows while one writes, a fold opens, a picture arrives: what is held stays in sight.
    const watcher = new ResizeObserver(() => held.current !== 'nothing' && show(element, held.current));
    watcher.observe(element);
    watcher.observe(element.firstElementChild!);
    return () => {
      element.removeEventListener('scroll', onScroll);
      for (const hand of hands) element.removeEventListener(hand, onHand);
      watcher.disconnect();
    };
  }, []);
  const toEnd = () => {
    held.current = 'end';
    show(box.current, 'end');
  };
  return { box, below: messages.length - seen, toEnd };
}

const hands = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

function show(box: HTMLElement | null, what: 'end' | 'line'): void {
  const line = what === 'line' ? box?.querySelector<HTMLElement>('.new-since') : undefined;
  if (!box) return;
  if (!line) return box.scrollTo({ top: box.scrollHeight });
  const from_top = line.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTo({ top: box.scrollTop + from_top - above_line_px });
}
