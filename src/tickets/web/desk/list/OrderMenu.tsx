import { useNavigate } from '@tanstack/react-router';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components';
import { groups, sorts, type Group, type Sort, type SortName } from '#tickets/rules/lists/order.ts';
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
    <MenuTrigger>
      <Button className="button bare only-icon small" aria-label={words.order}>
        <Icon name="sliders" />
      </Button>
      <Popover className="floating" placement="bottom end">
        <Menu className="options" aria-label={words.order}>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[`sort-${name}`]}
            onSelectionChange={keys =>
              sortBy((chosen(keys)?.slice('sort-'.length) ?? 'activity') as SortName)
            }
          >
            <Header className="option-head">{words.sort}</Header>
            {sorts.map(id => (
              <Choice key={id} id={`sort-${id}`} name={words.sorts[id]} />
            ))}
          </MenuSection>
          <MenuSection
            aria-label={words.turned}
            selectionMode="multiple"
            selectedKeys={sort.startsWith('-') ? ['turned'] : []}
            onSelectionChange={keys => sortBy(chosen(keys) ? `-${name}` : name)}
          >
            <Choice id="turned" name={words.turned} />
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[group ? `group-${group}` : 'none']}
            onSelectionChange={keys => {
              const id = chosen(keys);
              set({ group: !id || id === 'none' ? undefined : (id.slice('group-'.length) as Group) });
            }}
          >
            <Header className="option-head">{words.group}</Header>
            <Choice id="none" name={words.no_group} />
            {groups.map(id => (
              <Choice key={id} id={`group-${id}`} name={words.groups[id]} />
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Of one section; the names of the choices are told apart across sections. */
const chosen = (keys: Selection): string | undefined =>
  keys === 'all' ? undefined : [...keys].map(String)[0];

const Choice = ({ id, name }: { id: string; name: string }) => (
  <MenuItem id={id} textValue={name} className="option">
    <span className="option-name">{name}</span>
  </MenuItem>
);
