import { useQuery } from '@tanstack/react-query';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { useTicketWords } from '../../../words.ts';
import { useDeskWords } from '../../words/use-words.ts';
import { useBulkWords } from '../words.ts';

/** Steps in a few words, as they are asked for: one entry for each kind. */
export function useSays(): (steps: readonly Step[]) => string {
  const words = useBulkWords();
  const called = useDeskWords().rail;
  const labels = useTicketWords();
  const agents = useQuery(askAgents()).data ?? [];
  const said: { [D in Step['does']]: (step: Extract<Step, { does: D }>) => string } = {
    assign: ({ agent }) =>
      agent === 'me'
        ? words.says.to_me
        : agent === null
          ? words.says.to_nobody
          : words.says.to(agents.find(({ id }) => id === agent)?.name ?? words.says.somebody),
    change: ({ category, impact, urgency }) =>
      [
        category && words.set_to(called.category, labels.categories[category]),
        impact && words.set_to(called.impact, labels.impacts[impact]),
        urgency && words.set_to(called.urgency, labels.urgencies[urgency]),
      ]
        .filter(Boolean)
        .join(', '),
    tag: ({ add, remove }) =>
      words.says.tag([...add.map(name => `+${name}`), ...remove.map(name => `−${name}`)].join(', ')),
    move: ({ move }) => labels.moves[move],
    reply: () => words.says.reply,
    note: () => words.says.note,
  };
  return steps => steps.map(step => (said[step.does] as (step: Step) => string)(step)).join(', ');
}
