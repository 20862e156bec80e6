import { useEffect, useRef, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { TicketWithMessages } from '../../../rules/ticket.ts';

/** What somebody else did to the ticket while it is shown, to be read out; what one did oneself a toast says. */
export function useNews({ last }: TicketWithMessages): string {
  const { person } = useSession();
  const [news, setNews] = useState('');
  const seen = useRef(last?.at.at);
  useEffect(() => {
    if (!last || last.at.at === seen.current) return;
    seen.current = last.at.at;
    if (last.who !== person.name) setNews(`${last.words}, ${last.at.words}`);
  }, [last, person.name]);
  return news;
}
