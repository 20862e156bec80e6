import { useQueryClient } from '@tanstack/react-query';
import type { View, ViewChange } from '#tickets/rules/lists/view.ts';
import { api, Problem, toast } from '#ui/ui.ts';
import { useListWords } from '../list/words/use-words.ts';

/** What a person does with a stored view. What is refused is said; nothing is lost by it. */
export function useKeeping() {
  const words = useListWords().views;
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([['views'], ['view-counts']].map(queryKey => client.invalidateQueries({ queryKey })));
  const attempt = async (deed: () => Promise<string>, undo?: () => void) => {
    try {
      const text = await deed();
      await refresh();
      toast({ text, ...(undo && { action: { label: words.undo, run: undo } }) });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      toast({ text: problem.detail });
    }
  };
  const change = (view: View, what: ViewChange, said: (name: string) => string, undo?: () => void) =>
    attempt(async () => said((await api.patch<View>(`/api/views/${view.id}`, what)).name), undo);
  return {
    refresh,
    share: (view: View, shared: boolean) =>
      change(view, { shared }, shared ? words.shared_now : words.unshared_now),
    update: (view: View, query: View['query']) =>
      change(view, { query }, words.updated, () => void change(view, { query: view.query }, words.updated)),
    remove: (view: View) =>
      attempt(
        async () => words.deleted((await api.delete<View>(`/api/views/${view.id}`)).name),
        () => void change(view, { removed: false }, words.restored),
      ),
  };
}
