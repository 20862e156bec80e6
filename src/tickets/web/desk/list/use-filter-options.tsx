import { useQuery } from '@tanstack/react-query';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { askSchools } from '#schools/web/schools.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { courts, state_ids } from '#tickets/rules/lifecycle.ts';
import { priorities } from '#tickets/rules/priority.ts';
import type { Option } from '#ui/floating/Options.tsx';
import { Face } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import type { FilterName } from '../filters.ts';
import { useDeskWords } from '../words/use-words.ts';
import { useListWords } from './words/use-words.ts';

/** What each filter can be. Schools and agents are asked for once, since their names stand on the chips too. */
export function useFilterOptions(): Record<FilterName, Option[]> {
  const labels = useTicketWords();
  const words = useDeskWords().filters;
  const { opened_today } = useListWords();
  const schools = useQuery(askSchools()).data ?? [];
  const agents = useQuery(askAgents()).data ?? [];
  const named = <Id extends string>(ids: readonly Id[], names: Record<Id, string>): Option[] =>
    ids.map(id => ({ id, name: names[id] }));
  return {
    state: [
      { id: 'open', name: words.open },
      { id: 'ended', name: words.ended },
      { id: 'all', name: words.all },
      ...state_ids.map(id => ({ id, name: labels.states[id], mark: <StateShape state={id} /> })),
    ],
    court: named(courts, labels.courts),
    priority: named(priorities, labels.priorities),
    opened: [{ id: 'today', name: opened_today }],
    category: named(category_ids, labels.categories),
    school: schools.map(({ id, name, code }) => ({ id: String(id), name, hint: code })),
    assignee: [
      { id: 'me', name: words.me },
      { id: 'none', name: words.none },
      ...agents
        .filter(({ left }) => !left)
        .map(({ id, name }) => ({ id: String(id), name, mark: <Face name={name} /> })),
    ],
  };
}
