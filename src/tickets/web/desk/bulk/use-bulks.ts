import { useQueryClient } from '@tanstack/react-query';
import type { Bulk } from '#tickets/rules/bulks/bulk.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { api, Problem, toast } from '#ui/ui.ts';
import { addUndo, runUndo, type Undo } from '../undo/undos.ts';
import type { Chosen } from './asking.ts';
import { clearSelection } from './selection.ts';
import { useSays } from './steps/says.ts';
import { useBulkWords } from './words.ts';

/** What a person does with many tickets at once. What is refused is said; the selection stays. */
export function useBulks() {
  const words = useBulkWords();
  const says = useSays();
  const client = useQueryClient();
  /** At once, and as it is when the server has gone on. */
  const show = (bulk: Bulk) => {
    client.setQueryData<{ items: Bulk[] }>(['bulks'], before => ({
      items: [bulk, ...(before?.items.filter(({ id }) => id !== bulk.id) ?? [])],
    }));
    void client.invalidateQueries({ queryKey: ['bulks'] });
  };
  const attempt = async (deed: () => Promise<Bulk>): Promise<Bulk | undefined> => {
    try {
      const bulk = await deed();
      show(bulk);
      return bulk;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      toast({ text: problem.errors[0]?.sentence ?? problem.detail });
      void client.invalidateQueries({ queryKey: ['list', 'preview'] });
      return undefined;
    }
  };
  const stop = (id: number) => attempt(() => api.post<Bulk>(`/api/bulks/${id}/stop`, {}));
  const undo = (id: number) => attempt(() => api.post<Bulk>(`/api/bulks/${id}/undo`, {}));
  const begin = async (chosen: Chosen, steps: readonly Step[], expected: number): Promise<boolean> => {
    const bulk = await attempt(() => api.post<Bulk>('/api/bulks', { ...chosen, steps, expected }));
    if (!bulk) return false;
    clearSelection();
    const text = words.began(says(steps), bulk.total);
    let forget = () => {};
    const undoing: Undo = {
      words: text,
      run: async () => {
        forget();
        await undo(bulk.id);
      },
    };
    addUndo(undoing);
    forget = toast({ text, action: { label: words.undo, run: () => void runUndo(undoing) } });
    return true;
  };
  return { begin, stop, undo };
}
