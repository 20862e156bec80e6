import { useEffect } from 'react';
import { api } from '#ui/ui.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';

/** What is on a page in sight was read: told once for each newest message, and for what became of a request. */
export function useTellRead({ number, messages, request, last_activity }: TicketWithMessages): void {
  const became = request && last_activity.at;
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
  }, [number, reply, became]);
}
