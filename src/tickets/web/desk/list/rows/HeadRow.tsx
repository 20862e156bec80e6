import { useNavigate } from '@tanstack/react-router';
import type { ColumnName, Sort } from '#tickets/rules/lists/order.ts';
import { Icon } from '#ui/ui.ts';
import { useListWords } from '../words/use-words.ts';
import { looks, nextSort, sortedAs } from './columns.ts';

/** The headings of the table; a press sorts by the column, another turns it round. */
export function HeadRow({ columns, sort }: { columns: readonly ColumnName[]; sort: Sort | undefined }) {
  const words = useListWords();
  const navigate = useNavigate();
  const sortBy = (asked: Sort) =>
    void navigate({
      to: '.',
      search: before => ({ ...before, sort: asked === 'activity' ? undefined : asked }),
      replace: true,
    });
  return (
    <div role="row" className="head-row" aria-rowindex={1}>
      {columns.map(name => {
        const { sort: own } = looks[name];
        const as = sortedAs(name, sort);
        return (
          <div key={name} role="columnheader" className={`cell ${name}`} aria-sort={own ? as : undefined}>
            {own ? (
              <button type="button" onClick={() => sortBy(nextSort(own, sort))}>
                <span>{words.columns[name]}</span>
                {as !== 'none' && (
                  <span className="turn" data-as={as}>
                    <Icon name="down" size={12} />
                  </span>
                )}
              </button>
            ) : (
              <span className="unsorted">{words.columns[name]}</span>
            )}
          </div>
        );
      })}
      <div role="columnheader" className="sr">
        {words.select}
      </div>
    </div>
  );
}
