import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useEachMinute } from '#ui/net/each-minute.ts';
import { useLive } from '#ui/ui.ts';

/** Long enough for a burst of events to be one question to the server, short enough to be at once for a person. */
const gather_ms = 300;

const bell_signals = new Set(['notice', 'notices_read', 'reading']);

/** Asks again for what a live event has touched: its ticket and story, the lists, the counts. */
export function useLiveRefresh(): void {
  const client = useQueryClient();
  const touched = useRef(new Set<number>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = () => {
    timer.current = undefined;
    for (const number of touched.current) {
      void client.invalidateQueries({ queryKey: ['ticket', number] });
      void client.invalidateQueries({ queryKey: ['history', number] });
    }
    touched.current.clear();
    void client.invalidateQueries({ queryKey: ['list'] });
    void client.invalidateQueries({ queryKey: ['counts'] });
  };
  useLive(
    ({ ticket }) => {
      if (ticket === null) return;
      touched.current.add(ticket);
      timer.current ??= setTimeout(refresh, gather_ms);
    },
    () => void client.invalidateQueries(),
    ({ kind, ticket, school, over }) => {
      if (kind === 'beside') {
        touched.current.add(ticket as number);
        timer.current ??= setTimeout(refresh, gather_ms);
      }
      if (kind === 'outgoing') void client.invalidateQueries({ queryKey: ['ticket', ticket] });
      if (kind === 'standing') void client.invalidateQueries({ queryKey: ['school', school] });
      if (kind === 'tags') void client.invalidateQueries({ queryKey: ['tags'] });
      if (kind === 'fields') void client.invalidateQueries({ queryKey: ['forms'] });
      if (bell_signals.has(kind)) void client.invalidateQueries({ queryKey: ['notices'] });
      if (kind === 'recount' && over)
        for (const key of ['list', 'counts', 'ticket']) void client.invalidateQueries({ queryKey: [key] });
      if (kind === 'handing') void client.invalidateQueries({ queryKey: ['handing'] });
      // Read in another tab or on another computer.
      if (kind === 'reading') void client.invalidateQueries({ queryKey: ['list'] });
    },
  );
  // What was to come is late without a deed.
  useEachMinute(() => void client.invalidateQueries({ queryKey: ['list'] }));
  useEffect(() => () => clearTimeout(timer.current), []);
}
