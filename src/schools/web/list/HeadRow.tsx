import { useNavigate } from '@tanstack/react-router';
import { Icon } from '#ui/ui.ts';
import { useSchoolListWords } from './asking.ts';
import { columns } from './columns.tsx';
import { nextSort, searchWith, sortedAs, type SchoolsSearch } from './search.ts';

/** The headings; a press sorts by the column, another turns it round. */
export function HeadRow({ search }: { search: SchoolsSearch }) {
  const words = useSchoolListWords();
  const navigate = useNavigate();
  const sortBy = (name: string) => {
    const sort = nextSort(name, search.sort);
    void navigate({
      to: '/desk/schools',
      search: searchWith(search, 'sort', sort === 'name' ? '' : sort),
      replace: true,
    });
  };
  return (
    <div role="row" className="school-row head" aria-rowindex={1}>
      {columns.map(({ name }) => {
        const as = sortedAs(name, search.sort);
        return (
          <div key={name} role="columnheader" className={`cell ${name}`} aria-sort={as}>
            <button type="button" onClick={() => sortBy(name)}>
              {words.columns[name]}
              {as !== 'none' && (
                <span className="turn" data-as={as}>
                  <Icon name="down" size={12} />
                </span>
              )}
            </button>
          </div>
        );
      })}
      <div role="columnheader" className="sr">
        {words.select}
      </div>
    </div>
  );
}
