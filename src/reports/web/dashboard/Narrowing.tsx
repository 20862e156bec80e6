import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { periods } from '#reports/rules/stretches.ts';
import { askSchools } from '#schools/web/schools.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { PickMenu } from '#ui/floating/PickMenu.tsx';
import { PickSeveral } from '#ui/floating/PickSeveral.tsx';
import type { Option } from '#ui/floating/option.ts';
import { IconButton, wordsOf } from '#ui/ui.ts';
import { useDashboardWords } from '../asking.ts';
import type { DashboardSearch } from '../search.ts';

const useTicketWords = wordsOf<{ categories: Record<string, string> }>('tickets');

const names = ['school', 'category', 'assignee'] as const;
type Name = (typeof names)[number];

/** What each filter can be, and what it is called. */
export function useNarrowing(): Record<Name, Option[]> {
  const words = useDashboardWords();
  const { categories } = useTicketWords();
  const schools = useQuery(askSchools()).data ?? [];
  const agents = useQuery(askAgents()).data ?? [];
  return {
    school: schools.map(({ id, name, code }) => ({ id: String(id), name, hint: code })),
    category: category_ids.map(id => ({ id, name: categories[id]! })),
    assignee: [
      { id: 'me', name: words.me },
      { id: 'none', name: words.nobody },
      ...agents.filter(({ left }) => !left).map(({ id, name }) => ({ id: String(id), name })),
    ],
  };
}

/** Over which period, and of which tickets: kept in the address. */
export function Narrowing({ search, options }: { search: DashboardSearch; options: Record<Name, Option[]> }) {
  const words = useDashboardWords();
  const navigate = useNavigate();
  const [editing, setEditing] = useState<Name>();
  const set = (change: DashboardSearch) =>
    void navigate({ to: '/desk/dashboard', search: { ...search, ...change }, replace: true });
  const period = periods.find(id => id === search.period) ?? '30d';
  return (
    <div className="narrowing no-print" role="group" aria-label={words.filters.label}>
      <PickMenu
        label={words.period}
        value={period}
        options={periods.map(id => ({ id, name: words.periods[id] }))}
        onPick={id => set({ period: id === '30d' ? undefined : id })}
      >
        <span className="sr">{words.period}: </span>
        {words.periods[period]}
      </PickMenu>
      {names.map(name => {
        const values = search[name]?.split(',') ?? [];
        return (
          <span key={name} className="chip">
            <PickSeveral
              label={words.filters[name]}
              find={words.find}
              values={values}
              options={options[name]}
              onPick={ids => set({ [name]: ids.length > 0 ? ids.join(',') : undefined })}
              open={editing === name}
              onOpen={open => setEditing(open ? name : undefined)}
            >
              {calledOf(values, options[name], words) ?? words.all[name]}
            </PickSeveral>
            {values.length > 0 && (
              <IconButton
                small
                icon="x"
                label={words.remove(words.filters[name])}
                onClick={() => set({ [name]: undefined })}
              />
            )}
          </span>
        );
      })}
    </div>
  );
}

/** "Alder Academy and 2 more"; undefined where nothing is chosen. */
export function calledOf(
  values: readonly string[],
  options: readonly Option[],
  words: ReturnType<typeof useDashboardWords>,
): string | undefined {
  const [first, ...more] = values.map(value => options.find(({ id }) => id === value)?.name ?? '…');
  return first === undefined || more.length === 0 ? first : words.more(first, more.length);
}
