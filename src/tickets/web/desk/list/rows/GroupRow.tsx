import { memo } from 'react';
import { Icon } from '#ui/ui.ts';
import type { Section } from '../grid/layout.ts';
import type { RowPlace } from './GridRow.tsx';
import { useListWords } from '../words/use-words.ts';

interface GroupRowProps extends RowPlace {
  section: Section;
  /** Its tickets are in sight below it: it stays on top. */
  sticky: boolean;
}

/** The heading of a group, with its count; it opens and closes it. */
export const GroupRow = memo(function GroupRow({ section, sticky, row, start, index, stop }: GroupRowProps) {
  const words = useListWords();
  return (
    <div
      role="row"
      className={`grid-row group-row${sticky ? ' sticky' : ''}`}
      aria-rowindex={index}
      style={sticky ? undefined : { transform: `translateY(${start}px)` }}
    >
      <div role="gridcell">
        <button
          type="button"
          data-row={row}
          data-group={section.key}
          tabIndex={stop ? 0 : -1}
          aria-expanded={!section.closed}
        >
          <Icon name={section.closed ? 'right' : 'down'} size={12} />
          <span className="name">{section.name}</span>
          <span className="quiet">
            {section.count.toLocaleString()} <span className="sr">{words.in_group(section.count)}</span>
          </span>
        </button>
      </div>
    </div>
  );
});
