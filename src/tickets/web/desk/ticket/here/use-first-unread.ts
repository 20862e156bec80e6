import { useEffect, useRef, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Reading } from '#tickets/rules/attention.ts';
import type { Message } from '#tickets/rules/ticket.ts';
import { isUnread } from '#tickets/rules/unread.ts';

/** What comes this soon after the ticket was opened was there before: the page showed what it remembered. */
const opening_ms = 3000;

/**
 * The first message ("reply 12") that was not read when the ticket was opened, or that came while nobody looked at the
 * page; it stays the same while the page is open. Undefined for a ticket that one has never read: there all is new.
 */
export function useFirstUnread(messages: readonly Message[], read: Reading): string | undefined {
  const { person } = useSession();
  const [before] = useState(read);
  const known = useRef(messages.length);
  const [opened] = useState(() => performance.now());
  const firstIn = (some: readonly Message[]) => {
    if (before.reply === 0 && before.note === 0) return undefined;
    const first = some.find(message => isUnread(message, before, person.id));
    return first && `${first.kind} ${first.id}`;
  };
  const [first, setFirst] = useState(() => firstIn(messages));
  useEffect(() => {
    const arrived = messages.slice(known.current);
    known.current = messages.length;
    if (document.hidden || performance.now() - opened < opening_ms)
      setFirst(already => already ?? firstIn(arrived));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what arrives may begin the line
  }, [messages]);
  return first;
}
