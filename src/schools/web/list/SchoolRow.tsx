import { memo } from 'react';
import type { ListedSchool } from '#schools/rules/school.ts';
import { useLang } from '#ui/ui.ts';
import { useSchoolListWords } from './asking.ts';
import { columns, underName } from './columns.tsx';

interface SchoolRowProps {
  /** Undefined while it is on its way. */
  school: ListedSchool | undefined;
  row: number;
  /** Where it stands, in pixels. */
  start: number;
  /** The one stop for the tab key. */
  stop: boolean;
  selected: boolean;
  /** It has a box. */
  picks: boolean;
  narrow: boolean;
}

/** One school at its place: its link lies over the row and has the focus. */
export const SchoolRow = memo(function SchoolRow(props: SchoolRowProps) {
  const { school, row, start, stop, selected, picks, narrow } = props;
  const words = useSchoolListWords();
  const [lang] = useLang();
  const link = {
    tabIndex: stop ? 0 : -1,
    'data-row': row,
    'data-school': school?.id,
    href: school && `/desk/schools/${school.id}`,
  };
  return (
    <div
      role="row"
      className={narrow ? 'school-row narrow' : 'school-row'}
      aria-rowindex={narrow ? row + 1 : row + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${start}px)` }}
    >
      {!school ? (
        <div role="gridcell" className="cell waits">
          <a {...link} aria-label={words.on_its_way}>
            <span />
          </a>
        </div>
      ) : narrow ? (
        <div role="gridcell" className="cell">
          <a {...link}>{school.name}</a>
          <br />
          <span className="quiet t-13">{underName(school, lang, words.students)}</span>
        </div>
      ) : (
        columns.map(({ name, shows }) => (
          <div key={name} role="gridcell" className={`cell ${name}`}>
            {name === 'name' ? <a {...link}>{school.name}</a> : shows(school, lang)}
          </div>
        ))
      )}
      {school && picks && (
        <div role="gridcell" className="pick" data-pick>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={words.select_one(school.name)}
            checked={selected}
            readOnly
          />
        </div>
      )}
    </div>
  );
});
