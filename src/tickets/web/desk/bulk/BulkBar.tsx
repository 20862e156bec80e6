import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Button, IconButton } from '#ui/ui.ts';
import { filtersOf, type Query } from '../filters.ts';
import { useCommands } from '../frame/commands/commands.ts';
import { askPreview, chosenOf } from './asking.ts';
import './bulk.css';
import { BulkPanel } from './BulkPanel.tsx';
import { clearSelection, countOf, selectAll, useSelection } from './selection.ts';
import { step_kinds, step_names, type Does } from './steps/kinds.tsx';
import { useBulkWords } from './words.ts';

/** How many are selected, and what can be done with them: under the list, which stays as it is. */
export function BulkBar({ search, total }: { search: Query; total: number | undefined }) {
  const words = useBulkWords();
  const selection = useSelection();
  const count = countOf(selection);
  const filters = filtersOf(search);
  const [does, setDoes] = useState<Does>();
  const chosen = useMemo(() => chosenOf(selection), [selection]);
  const about = useQuery({ ...askPreview(chosen, [], filters), enabled: count > 0 }).data;
  const name = (each: Does) => step_kinds[each].name(words);
  useEffect(() => {
    if (count === 0) setDoes(undefined);
  }, [count]);
  useCommands([
    {
      id: 'clear_selection',
      name: words.clear,
      where: 'list',
      keys: ['Escape'],
      run: () => (does ? setDoes(undefined) : clearSelection()),
    },
    ...(count > 0
      ? step_names.map(each => ({
          id: `bulk ${each}`,
          name: words.palette(name(each)),
          where: 'list' as const,
          group: 'command' as const,
          run: () => setDoes(each),
        }))
      : []),
  ]);
  return (
    <section className="bulk-bar" aria-label={words.bar}>
      {does && count > 0 && about && (
        <BulkPanel
          key={does}
          does={does}
          chosen={chosen}
          about={about}
          filters={filters}
          onClose={() => setDoes(undefined)}
        />
      )}
      <div className="bulk-count">
        <b>{count > 0 ? words.selected(count) : words.none_yet}</b>
        {about !== undefined && about.outside > 0 && !selection.all && (
          <span className="quiet t-13">{words.outside(about.outside)}</span>
        )}
        {total !== undefined && total > 0 && count !== total && (
          <Button look="bare" small onClick={() => selectAll(filters, total)}>
            {words.all(total)}
          </Button>
        )}
        <IconButton small icon="x" label={words.clear} onClick={clearSelection} />
      </div>
      {count > 0 && (
        <div className="bulk-steps" role="group" aria-label={words.bar}>
          {step_names.map(each => (
            <Button
              key={each}
              small
              aria-expanded={does === each}
              onClick={() => setDoes(does === each ? undefined : each)}
            >
              {name(each)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
