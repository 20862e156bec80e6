import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, type FocusEvent, type PointerEvent } from 'react';
import { askHistory, askTicket } from '../../asking.ts';

/** Who goes through the list, by key or pointer, asks for nothing; who stays on a row probably opens it. */
const rest_ms = 80;
/** The next ticket waits until the open one has all that it needs. */
const next_ms = 400;

/** Asks ahead for the ticket under the hand or the focus, and for the one after the open ticket. */
export function useAhead(next: number | undefined) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(
    (number: number) => {
      void client.prefetchQuery(askTicket(number));
      void client.prefetchQuery(askHistory(number));
    },
    [client],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (next === undefined) return;
    const waiting = setTimeout(ask, next_ms, next);
    return () => clearTimeout(waiting);
  }, [ask, next]);
  const look = ({ target }: FocusEvent | PointerEvent) => {
    clearTimeout(timer.current);
    const number = (target as Element).closest<HTMLElement>('[data-number]')?.dataset['number'];
    if (number) timer.current = setTimeout(ask, rest_ms, Number(number));
  };
  return { look, leave: () => clearTimeout(timer.current) };
}
