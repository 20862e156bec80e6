import type { Suggestions } from '#knowledge/rules/suggestion.ts';
import { api } from '#ui/ui.ts';

const most = 6;

/** What goes into a reply of an article: its sentence, and a link to the whole of it. */
export const textOf = ({ id, title, sentence }: { id: number; title: string; sentence: string }): string =>
  `${sentence}\n\n[${title}](${location.origin}/answers/${id})`;

/** Articles for a reply: those that schools may read. */
export const answersToPut = {
  async find(typed: string, signal: AbortSignal) {
    const { items } = await api.post<Suggestions>(
      '/api/suggestions',
      { title: typed, limit: most * 2 },
      { signal },
    );
    return items
      .filter(({ audience }) => audience !== 'igroup')
      .slice(0, most)
      .map(item => ({ ...item, text: textOf(item) }));
  },
  /** The ticket keeps that it was sent. */
  put: (ticket: number, article: number): Promise<unknown> =>
    api.post(`/api/tickets/${ticket}/answers`, { kind: 'sent', article }).catch(() => undefined),
};
