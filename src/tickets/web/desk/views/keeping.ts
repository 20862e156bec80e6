import { useQueryClient } from '@tanstack/react-query';
import type { View, ViewChange } from '#tickets/rules/lists/view.ts';
import { api, attempt } from '#ui/ui.ts';
import { useListWords } from '../list/words/use-words.ts';

/** What a person does with a stored view. What is refused is said; nothing is lost by it. */
export function useKeeping() {
  const words = useListWords().views;
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([['views'], ['view-counts']].map(queryKey => client.invalidateQueries({ queryKey })));
  const keep = (deed: () => Promise<string>, undo?: () => void) =>
    attempt(deed, refresh, undo && { label: words.undo, run: undo });
  const change = (view: View, what: ViewChange, said: (name: string) => string, undo?: () => void) =>
    keep(async () => said((await api.patch<View>(`/api/views/${view.id}`, what)).name), undo);
  return {
    refresh,
    share: (view: View, shared: boolean) =>
      change(view, { shared }, shared ? words.shared_now : words.unshared_now),
    update: (view: View, query: View['query']) =>
      change(view, { query }, words.updated, () => void change(view, { query: view.query }, words.updated)),
    remove: (view: View) =>
      keep(
        async () => words.deleted((await api.delete<View>(`/api/views/${view.id}`)).name),
        () => void change(view, { removed: false }, words.restored),
      ),
  };
}
