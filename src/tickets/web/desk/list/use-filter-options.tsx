import { useQuery } from '@tanstack/react-query';
import { useSession } from '#accounts/web/accounts.tsx';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { askFields, askNamedInFields } from '../fields/asking.ts';
import { fieldOptions } from '../fields/field-options.ts';
import { askSchools } from '#schools/web/schools.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { courts, state_ids } from '#tickets/rules/lifecycle.ts';
import { age_ranges, answer_ranges, recent_days, type RecentDays } from '#tickets/rules/lists/ranges.ts';
import { priorities } from '#tickets/rules/priority.ts';
import { request_states, requests as kinds } from '#tickets/rules/requests.ts';
import { usePageRests } from '#ui/floating/soon.tsx';
import type { Option } from '#ui/floating/option.ts';
import { Face, Icon, useLang } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { valuesOf, type FilterName, type ListSearch } from '../filters.ts';
import { askTeams } from '../handing/asking.ts';
import { useDeskWords } from '../words/use-words.ts';
import { askTags } from '../tags/asking.ts';
import { ageWords, answerWords } from './range-words.ts';
import { useListWords } from './words/use-words.ts';

/**
 * What each filter can be. Schools and agents are asked for once the rows are there, or at once where their names
 * stand on a chip.
 */
export function useFilterOptions(filters: ListSearch): Record<FilterName, Option[]> {
  const labels = useTicketWords();
  const words = useDeskWords().filters;
  const {
    recent,
    ranges,
    no_answer,
    due,
    inside,
    not_inside,
    requests,
    request_states: stands,
    field_days,
  } = useListWords();
  const { can } = useSession();
  const rests = usePageRests();
  const schools = useQuery({ ...askSchools(), enabled: rests || !!filters.school }).data ?? [];
  const agents = useQuery({ ...askAgents(), enabled: rests || !!filters.assignee }).data ?? [];
  const tags = useQuery({ ...askTags(), enabled: rests || !!filters.tag }).data ?? [];
  const teams = useQuery({ ...askTeams(), enabled: rests || !!filters.team }).data?.items ?? [];
  const [lang] = useLang();
  const fields = useQuery({ ...askFields(), enabled: rests || !!filters.field }).data?.items ?? [];
  const names_people = fields.some(({ kind }) => kind === 'person');
  const people = useQuery({ ...askNamedInFields(), enabled: names_people }).data ?? [];
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
    tag: tags.map(({ id, name }) => ({ id: String(id), name })),
    inside: [
      { id: 'yes', name: inside, mark: <Icon name="lock" size={12} /> },
      { id: 'no', name: not_inside },
    ],
    snoozed: [
      { id: 'me', name: words.snoozed },
      { id: 'none', name: words.not_snoozed },
    ],
    age: withChosen(filters.age, age_ranges, range => ageWords(range, ranges)),
    opened: withChosen(filters.opened, recent_ids, days => daysWords(days, recent)),
    resolved: withChosen(filters.resolved, recent_ids, days => daysWords(days, recent)),
    first_answer: withChosen(filters.first_answer, ['none', ...answer_ranges], range =>
      range === 'none' ? no_answer : answerWords(range, ranges),
    ),
    due: named(['late', 'soon', 'today'], due),
    followed: [{ id: 'me', name: words.followed }],
    request: named(
      ([...kinds, 'none'] as const).filter(id => id !== 'rights' || can.see_rights),
      requests,
    ),
    request_state: named(request_states, stands),
    category: named(category_ids, labels.categories),
    team: [
      { id: 'mine', name: words.my_teams },
      { id: 'none', name: words.no_team },
      ...teams.map(({ id, name }) => ({ id: String(id), name })),
    ],
    field: fieldOptions({ fields, people, asked: valuesOf(filters, 'field'), lang, days: field_days }),
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

const recent_ids = Object.keys(recent_days) as RecentDays[];

/** Days as the calendar writes them: "2026-11-01 – 2026-11-30". */
const daysWords = (text: string, recent: Record<RecentDays, string>): string =>
  recent[text as RecentDays] ?? text.replace('..', ' – ');

/** The usual choices, and what a link has chosen beside them. */
const withChosen = (
  chosen: string | undefined,
  usual: readonly string[],
  nameOf: (id: string) => string,
): Option[] => [...new Set([...usual, ...(chosen?.split(',') ?? [])])].map(id => ({ id, name: nameOf(id) }));
