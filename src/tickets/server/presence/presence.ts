import type { Present } from '../../rules/attention.ts';
import { stays_s, type Doing } from '../../rules/presence.ts';

/**
 * Who is at which ticket, in this server's memory. Every server hears every signal, so each knows of all; who has not
 * been heard of for a while (a closed lid, a lost session) is gone by itself, and nothing is kept.
 */

/** What a signal says: what a person does at a ticket now, or null when she has left it. */
export interface Told {
  ticket: number;
  person: { id: number; name: string };
  doing: Doing | null;
  /** When it was so, in milliseconds: what is heard late holds no longer for that, and undoes nothing newer. */
  at: number;
}

type Seen = Present & { at: number; until: number };

export interface PresenceBook {
  note: (told: Told) => void;
  at: (ticket: number) => Present[];
}

export function openPresence(clock: () => Date): PresenceBook {
  const tickets = new Map<number, Map<number, Seen>>();
  let swept = 0;

  /** Nobody asks for most tickets again: now and then all of them are gone through. */
  const sweep = (now: number) => {
    if (now - swept < stays_s * 1000) return;
    swept = now;
    for (const [ticket, seen] of tickets) {
      for (const [person, { until }] of seen) if (until <= now) seen.delete(person);
      if (seen.size === 0) tickets.delete(ticket);
    }
  };

  return {
    note({ ticket, person, doing, at }) {
      const now = clock().getTime();
      sweep(now);
      const seen = tickets.get(ticket) ?? new Map<number, Seen>();
      if ((seen.get(person.id)?.at ?? 0) > at) return;
      if (doing === null) seen.delete(person.id);
      else seen.set(person.id, { person, doing, at, until: at + stays_s * 1000 });
      if (seen.size > 0) tickets.set(ticket, seen);
      else tickets.delete(ticket);
    },
    at(ticket) {
      const now = clock().getTime();
      return [...(tickets.get(ticket)?.values() ?? [])]
        .filter(({ until }) => until > now)
        .map(({ person, doing }) => ({ person, doing }));
    },
  };
}
