import { useNavigate } from '@tanstack/react-router';
import { groups, sorts, type Group, type Sort, type SortName } from '#tickets/rules/lists/order.ts';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { Icon } from '#ui/ui.ts';
import type { ListSearch } from '../filters.ts';
import { useListWords } from './words/use-words.ts';

/** What the list is sorted and grouped by. */
export function OrderMenu({ search }: { search: ListSearch }) {
  const words = useListWords();
  const navigate = useNavigate();
  const { sort = 'activity', group } = search;
  const name = sort.replace(/^-/, '') as SortName;
  const set = (what: Pick<ListSearch, 'sort' | 'group'>) =>
    void navigate({ to: '.', search: { ...search, ...what }, replace: true });
  const sortBy = (asked: Sort) => set({ sort: asked === 'activity' ? undefined : asked });
  return (
    <Opener
      opens="menu"
      label={words.order}
      name={words.order}
      className="button bare only-icon small"
      placement="bottom end"
      floats={close => (
        <Lines
          label={words.order}
          parts={[
            {
              name: words.sort,
              options: sorts.map(id => ({ id, name: words.sorts[id] })),
              chosen: [name],
              onPick: id => sortBy(id as SortName),
            },
            {
              name: words.turned,
              quiet: true,
              options: [{ id: 'turned', name: words.turned }],
              chosen: sort.startsWith('-') ? ['turned'] : [],
              several: true,
              onPick: () => sortBy(sort.startsWith('-') ? name : `-${name}`),
            },
            {
              name: words.group,
              options: [
                { id: 'none', name: words.no_group },
                ...groups.map(id => ({ id, name: words.groups[id] })),
              ],
              chosen: [group ?? 'none'],
              onPick: id => set({ group: id === 'none' ? undefined : (id as Group) }),
            },
          ]}
          onClose={close}
        />
      )}
    >
      <Icon name="sliders" />
    </Opener>
  );
}
