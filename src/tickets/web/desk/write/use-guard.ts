import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { sameAudience, type Audience, type Stop } from '#tickets/rules/guard.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { isUnread } from '#tickets/rules/unread.ts';
import type { Problem } from '#ui/ui.ts';
import { seenOf } from '../ticket/here/use-seen.ts';

/** What stands between a text and its leaving. */
export interface Guard {
  /** Who will read it by now. */
  readers: readonly Reader[];
  /** What stops it. */
  stop: Stop | undefined;
  /** Whether it may leave; else `stop` says why. */
  check: () => boolean;
  /** The writer wants it so, to these readers. */
  accept: () => void;
  /** What travels with the message. */
  body: () => { seen: TicketWithMessages['read']; to: Audience };
}

interface Reader {
  id: number;
  name: string;
  /** Put on the ticket after the writing had started. */
  fresh: boolean;
}

/** The one who asked, and who else of the school is on the ticket. */
const readersOf = ({ requester, people }: TicketWithMessages) => [requester, ...people];

export const audienceOf = (ticket: TicketWithMessages): Audience => ({
  school: ticket.school.id,
  people: readersOf(ticket).map(({ id }) => id),
});

/**
 * The send guard (N2): readers are fixed when the writing starts (`fixed`, kept with the draft), and each later change
 * must be accepted; what is newest must have been in sight.
 */
export function useGuard(
  ticket: TicketWithMessages,
  fixed: string,
  fix: (audience: Audience) => void,
  problem: Problem | undefined,
): Guard {
  const { person } = useSession();
  const [said, setSaid] = useState(false);
  const now = audienceOf(ticket);
  const to = readAudience(fixed) ?? now;
  const changed = !sameAudience(to, now);
  return {
    readers: readersOf(ticket).map(({ id, name }) => ({ id, name, fresh: !to.people.includes(id) })),
    stop: changed ? 'audience' : said || problem?.stop === 'unseen' ? 'unseen' : undefined,
    check: () => {
      const seen = seenOf(ticket);
      const unseen = ticket.messages.some(message => isUnread(message, seen, person.id));
      setSaid(unseen);
      return !changed && !unseen;
    },
    accept: () => fix(now),
    body: () => ({ seen: seenOf(ticket), to }),
  };
}

/** As a draft keeps it. */
export const keptAudience = (audience: Audience): string => JSON.stringify(audience);

function readAudience(fixed: string): Audience | undefined {
  try {
    const { school, people } = JSON.parse(fixed) as Audience;
    return Array.isArray(people) ? { school, people } : undefined;
  } catch {
    return undefined;
  }
}
