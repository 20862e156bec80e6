import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { PickSeveral } from '#ui/floating/PickSeveral.tsx';
import { Icon, IconButton } from '#ui/ui.ts';
import { filter_names, valuesOf, withValues, type FilterName, type ListSearch } from '../filters.ts';
import { useDeskWords } from '../words/use-words.ts';
import { useFilterOptions } from './use-filter-options.tsx';

/** The filters in force, each to change or take away, and a way to add one. */
export function Chips({ filters }: { filters: ListSearch }) {
  const words = useDeskWords().filters;
  const options = useFilterOptions(filters);
  const navigate = useNavigate();
  const add = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState<FilterName>();
  const set = (name: FilterName, values: readonly string[]) =>
    void navigate({ to: '.', search: withValues(filters, name, values), replace: true });
  // Which state is always said: without a filter the list shows what is open.
  const shown = filter_names.filter(
    name => name === 'state' || filters[name] !== undefined || name === editing,
  );
  const leave = (name: FilterName) => {
    setEditing(undefined);
    if (!filters[name]) setTimeout(() => add.current?.focus());
  };
  return (
    <div className="chips" role="group" aria-label={words.label}>
      {shown.map(name => {
        const values = valuesOf(filters, name);
        return (
          <span key={name} className="chip">
            <PickSeveral
              label={words.fields[name]}
              find={words.find}
              values={values.length || name !== 'state' ? values : ['open']}
              options={options[name]}
              onPick={ids => set(name, name === 'state' ? statesPicked(values, ids) : ids)}
              open={editing === name}
              onOpen={open => (open ? setEditing(name) : leave(name))}
            >
              <ChipText name={name} values={values} options={options[name]} />
            </PickSeveral>
            {filters[name] && (
              <IconButton
                small
                icon="x"
                label={words.remove(words.fields[name])}
                onClick={() => set(name, [])}
              />
            )}
          </span>
        );
      })}
      <Opener
        opens="menu"
        label={words.add}
        button={add}
        className="chip add-chip"
        floats={close => (
          <Lines
            label={words.add}
            parts={[
              {
                options: filter_names
                  .filter(name => !shown.includes(name))
                  .map(name => ({ id: name, name: words.fields[name] })),
                onPick: name => setTimeout(() => setEditing(name as FilterName)),
              },
            ]}
            onClose={close}
          />
        )}
      >
        <Icon name="plus" size={12} /> {words.add}
      </Opener>
    </div>
  );
}

/** Filters whose values alone do not say what they are of. */
const said = new Set<FilterName>([
  'assignee',
  'team',
  'age',
  'opened',
  'resolved',
  'first_answer',
  'due',
  'inside',
  'request_state',
]);

const wide = ['open', 'ended', 'all'];

/** "Open", "ended" and "all" each stand for several states: picking one replaces the rest, and the other way round. */
function statesPicked(before: readonly string[], picked: readonly string[]): readonly string[] {
  const fresh = picked.find(id => !before.includes(id) && !(before.length === 0 && id === 'open'));
  if (fresh && wide.includes(fresh)) return fresh === 'open' ? [] : [fresh];
  return picked.filter(id => !wide.includes(id));
}

function ChipText({
  name,
  values,
  options,
}: {
  name: FilterName;
  values: string[];
  options: { id: string; name: string }[];
}) {
  const words = useDeskWords().filters;
  const names = values.map(value => options.find(option => option.id === value)?.name ?? '…');
  const [first, second] = names;
  if (name === 'state' && !first) return words.open;
  return (
    <>
      {(!first || said.has(name)) && <span className="quiet">{words.fields[name]}</span>}
      {first && (
        <span className="chip-values">
          {name === 'field'
            ? names.join(' · ') // of different fields all must be so
            : names.length > 2
              ? words.several(first, names.length - 1)
              : second
                ? words.two(first, second)
                : first}
        </span>
      )}
    </>
  );
}
