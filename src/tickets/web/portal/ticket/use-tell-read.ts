import { useEffect } from 'react';
import { api } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';

/** What is on a page in sight was read: told once for each newest message. */
export function useTellRead({ number, messages }: TicketWithMessages): void {
  const reply = messages.at(-1)?.id ?? 0;
  useEffect(() => {
    let told = false;
    const tell = () => {
      if (document.hidden || told) return;
      told = true;
      api.put(`/api/tickets/${number}/reading`, { reply }).catch(() => (told = false));
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [number, reply]);
}
