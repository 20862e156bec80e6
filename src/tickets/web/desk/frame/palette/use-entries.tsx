import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { use, type ReactNode } from 'react';
import { askSchools } from '#schools/web/schools.ts';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { api, usePaused, withQuery } from '#ui/ui.ts';
import { Beside } from '../../../beside.tsx';
import { StateShape } from '../../../StateShape.tsx';
import { useListWords } from '../../list/words/use-words.ts';
import { searchOf, useViews } from '../../views/use-views.ts';
import { commandsNow, type CommandGroup, type Where } from '../commands/commands.ts';
import { fitting } from './fuzzy.ts';
import { useFrameWords } from '../words/use-words.ts';
import type { Scope } from './open.ts';
import { recentTickets } from './recent.ts';

/** One line of the palette. */
export interface Entry {
  id: string;
  group: Group;
  name: string;
  mark?: ReactNode;
  hint?: string | undefined;
  keys?: readonly string[] | undefined;
  found_by?: string;
  beside?: ReactNode;
  run: () => void;
}
export type Group = CommandGroup | 'recent' | 'view' | 'school' | 'ticket' | 'answer';

/** In which order the groups stand while nothing is typed, and while something is. */
const at_rest = ['recent', 'command', 'move', 'view'] as const satisfies Group[];
const typing = [
  ...(['command', 'move', 'macro', 'assign', 'view'] as const),
  ...(['school', 'ticket', 'answer'] as const),
] satisfies Group[];
const asked_alone: ReadonlySet<Group> = new Set(['recent', 'priority', 'tag']);
const most_in_group = 8;
/** At rest all that can be done now is shown: that is what one looks for then. */
const most_commands = 20;
const pause_ms = 180;

interface Found {
  groups: { group: Group; entries: Entry[] }[];
  /** The server is still looking among the tickets. */
  looking: boolean;
}

/** What fits what is typed: what can be done, where one can go, and tickets as the server finds them. */
export function useEntries(scope: Scope, typed: string): Found {
  const local = useLocalEntries();
  const { macro } = useFrameWords().palette;
  const sought = scope === 'all' ? typed.trim() : '';
  const tickets = useTickets(sought);
  const answers = useAnswers(sought);
  if (scope !== 'all') {
    const entries = fitting(
      local.filter(({ group }) => group === scope),
      typed,
    );
    const all = [...entries, ...madeOf(scope, typed)];
    return { groups: all.length > 0 ? [{ group: scope, entries: all }] : [], looking: false };
  }
  if (!typed.trim()) return { groups: grouped(local, at_rest), looking: false };
  const found = fitting(
    // Its priority and its tags are changed where that was asked for, not by an Enter too early.
    local
      .filter(({ group }) => !asked_alone.has(group))
      .map(entry => (entry.group === 'macro' ? { ...entry, name: macro(entry.name) } : entry)),
    typed,
  );
  const order: readonly Group[] = /^\s*#?\d+\s*$/.test(typed)
    ? ['ticket', ...typing.filter(group => group !== 'ticket')]
    : typing;
  return { groups: grouped([...found, ...tickets.entries, ...answers], order), looking: tickets.looking };
}

/** What is made of the typed text itself. */
const madeOf = (scope: Group, typed: string): Entry[] =>
  commandsNow().flatMap(({ id, group, made }) => {
    const named = group === scope ? made?.(typed) : undefined;
    return named ? [{ id, group: scope, ...named }] : [];
  });

const grouped = (entries: readonly Entry[], order: readonly Group[]) =>
  order.flatMap(group => {
    const those = entries
      .filter(entry => entry.group === group)
      .slice(0, group === 'command' ? most_commands : most_in_group);
    return those.length > 0 ? [{ group, entries: those }] : [];
  });

/** Everything that is known without asking for it by words. */
function useLocalEntries(): Entry[] {
  const views = useViews();
  const navigate = useNavigate();
  const { number } = useParams({ strict: false });
  const schools = useQuery(askSchools()).data ?? [];
  const open = useOpenTicket();
  return [
    ...recentTickets()
      .filter(ticket => String(ticket.number) !== number)
      .map(ticket => ({ ...ticketEntry(ticket, open), group: 'recent' as const })),
    ...commandsNow()
      .sort((one, other) => nearness.indexOf(one.where) - nearness.indexOf(other.where))
      .flatMap(({ group, made, ...command }) =>
        group && !made ? [{ ...command, group, name: capital(command.name) }] : [],
      ),
    ...views.map(view => ({
      id: `view ${view.id}`,
      group: 'view' as const,
      name: view.name,
      run: () => void navigate({ to: '/desk', search: searchOf(view, undefined) }),
    })),
    ...schools.map(school => ({
      id: `school ${school.id}`,
      group: 'school' as const,
      name: school.name,
      hint: [school.code, school.town].filter(Boolean).join(' · '),
      run: () => void navigate({ to: '/desk/schools/$id', params: { id: String(school.id) } }),
    })),
  ];
}

/** What is nearer to the work comes first. */
const nearness: readonly Where[] = ['ticket', 'list', 'anywhere'];

const capital = (name: string) => name.charAt(0).toLocaleUpperCase() + name.slice(1);

type Open = (number: number) => void;

function useOpenTicket(): Open {
  const navigate = useNavigate();
  return number =>
    void navigate({ to: '/desk/tickets/$number', params: { number: String(number) }, search: true });
}

const ticketEntry = ({ number, subject }: { number: number; subject: string }, open: Open) => ({
  id: `ticket ${number}`,
  name: `${number} · ${subject}`,
  run: () => open(number),
});

/** Tickets, ended ones too, by their number or words; asked for when typing pauses. */
function useTickets(typed: string): { entries: Entry[]; looking: boolean } {
  const open = useOpenTicket();
  const { inside } = useListWords();
  const q = usePaused(typed, pause_ms);
  const worth = q.length > 1;
  const { data, isFetching } = useQuery({
    queryKey: ['found', q],
    queryFn: ({ signal }) =>
      api.get<{ items: Ticket[] }>(withQuery('/api/tickets', { q, state: 'all', limit: most_in_group }), {
        signal,
      }),
    enabled: worth,
    placeholderData: keepPreviousData,
  });
  const items = worth && typed.length > 1 ? (data?.items ?? []) : [];
  return {
    looking: typed.length > 1 && (q !== typed || isFetching),
    entries: items.map(ticket => ({
      ...ticketEntry(ticket, open),
      group: 'ticket',
      mark: <StateShape state={ticket.state} />,
      hint: ticket.inside ? `${inside} · ${ticket.school.name}` : ticket.school.name,
    })),
  };
}

/** What is found that is no ticket; and at the end the page that searches everything. */
function useAnswers(typed: string): Entry[] {
  const { search } = use(Beside);
  const { everything } = useFrameWords().palette;
  const navigate = useNavigate();
  const q = usePaused(typed, pause_ms);
  const { data } = useQuery({
    queryKey: ['found beside', q],
    queryFn: ({ signal }) => search!.find(q, signal),
    enabled: search !== undefined && q.length > 1,
    placeholderData: keepPreviousData,
  });
  // A number is a ticket's, and Enter opens it.
  if (!search || typed.length < 2 || /^#?\d+$/.test(typed)) return [];
  const open = (url: string) => () => void navigate({ to: url });
  return [
    ...(data ?? []).map(({ id, name, url }) => ({ id, name, group: 'answer' as const, run: open(url) })),
    {
      id: 'search everything',
      name: everything(typed),
      group: 'answer',
      run: open(search.page(typed)),
    },
  ];
}
