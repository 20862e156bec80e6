import { useEffect, useState } from 'react';
import { most_shown, toAddTo, worthAsking, type Typed } from '#knowledge/rules/asking.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Suggestions } from '#knowledge/rules/suggestion.ts';
import { afterPause, api } from '#ui/ui.ts';

export type Suggested = Suggestions['items'][number];

interface Found {
  answers: Suggested[];
  /** Whether they are shown unasked. */
  confident: boolean;
  /** Whether nothing is known yet. */
  asking?: boolean;
  /** Tickets of the own school that one could add to. */
  tickets: Suggested[];
}

const rest_ms = 500;
/** More than are shown, since those that have ended are left out. */
const tickets_asked = 8;
const none: Suggestions = { items: [], confident: false };
const nothing: Found = { answers: [], confident: false, asking: true, tickets: [] };

/** What may answer what is typed, asked for after each pause. A line that breaks, or a refusal, finds nothing. */
export function useSuggestions(typed: Typed): Found {
  const reads_tickets = useSession().open.includes('read_tickets');
  const [found, setFound] = useState(nothing);
  const asked = worthAsking(typed);
  const [title, text] = [typed.subject.trim(), (typed.description ?? '').trim()];
  useEffect(() => {
    if (!asked) return;
    const look = async (signal: AbortSignal) => {
      const ask = (kind: 'article' | 'ticket', limit: number) =>
        api.post<Suggestions>('/api/suggestions', { title, text, kind, limit }, { signal });
      const [articles, tickets] = await Promise.all([
        ask('article', most_shown),
        reads_tickets ? ask('ticket', tickets_asked) : none,
      ]);
      setFound({ answers: articles.items, confident: articles.confident, tickets: toAddTo(tickets) });
    };
    return afterPause(rest_ms, look, () => setFound(nothing));
  }, [asked, title, text, reads_tickets]);
  return asked ? found : nothing;
}
