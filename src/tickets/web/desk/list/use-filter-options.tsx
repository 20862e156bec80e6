import { useQuery } from '@tanstack/react-query';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { askSchools } from '#schools/web/schools.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { courts, state_ids } from '#tickets/rules/lifecycle.ts';
import { priorities } from '#tickets/rules/priority.ts';
import { usePageRests } from '#ui/floating/soon.tsx';
import type { Option } from '#ui/floating/option.ts';
import { Face } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import type { FilterName, ListSearch } from '../filters.ts';
import { useDeskWords } from '../words/use-words.ts';
import { askTags } from '../tags/asking.ts';
import { useListWords } from './words/use-words.ts';

/**
 * What each filter can be. Schools and agents are asked for once the rows are there, or at once where their names
 * stand on a chip.
 */
export function useFilterOptions(filters: ListSearch): Record<FilterName, Option[]> {
  const labels = useTicketWords();
  const words = useDeskWords().filters;
  const { opened_today } = useListWords();
  const rests = usePageRests();
  const schools = useQuery({ ...askSchools(), enabled: rests || !!filters.school }).data ?? [];
  const agents = useQuery({ ...askAgents(), enabled: rests || !!filters.assignee }).data ?? [];
  const tags = useQuery({ ...askTags(), enabled: rests || !!filters.tag }).data ?? [];
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
    tag: tags.map(({ id, name }) => ({ id: String(id), name })),
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
