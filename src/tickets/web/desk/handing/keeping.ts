import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Rota } from '#tickets/rules/absences/absence.ts';
import type { TeamRules } from '#tickets/rules/handing/team-rule.ts';
import { api, Problem, toast, withQuery } from '#ui/ui.ts';
import { addUndo, runUndo, type Undo } from '../undo/undos.ts';
import { useHandingWords } from './words.ts';

/** What the pages of teams, hours and absences ask for, and how they say what was done. */

export const askTeamRules = () =>
  queryOptions({
    queryKey: ['handing', 'rules'],
    queryFn: ({ signal }) => api.get<TeamRules>('/api/team-rules', { signal }),
  });

export const askRota = (from: string | undefined) =>
  queryOptions({
    queryKey: ['handing', 'rota', from ?? ''],
    queryFn: ({ signal }) => api.get<Rota>(withQuery('/api/rota', { from }), { signal }),
  });

type Deed = () => Promise<string>;

/** Does something, says so, and offers the way back, there and by `z`. What is refused is said; nothing is lost by it. */
export function useSaid(): (deed: Deed, back?: Deed) => Promise<void> {
  const { undo } = useHandingWords();
  const client = useQueryClient();
  return async function say(deed: Deed, back?: Deed): Promise<void> {
    try {
      const text = await deed();
      await client.invalidateQueries({ queryKey: ['handing'] });
      if (!back) return void toast({ text });
      let forget = () => {};
      const way: Undo = {
        words: text,
        run: () => {
          forget();
          return say(back);
        },
      };
      addUndo(way);
      forget = toast({ text, action: { label: undo, run: () => void runUndo(way) } });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      toast({ text: problem.detail });
      void client.invalidateQueries({ queryKey: ['handing'] });
    }
  };
}
