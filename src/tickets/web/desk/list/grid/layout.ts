import type { GroupCounts } from '#tickets/rules/lists/asking.ts';

/** What stands in which row of the grid: tickets by their place in the list, and the headings of its groups. */

export type GroupCount = GroupCounts['items'][number];
/** How long the list is, or which groups it falls into. */
export type Extent = number | readonly GroupCount[];

export interface Section extends GroupCount {
  closed: boolean;
  /** The row of its heading, and the place of its first ticket in the list. */
  row: number;
  first: number;
}

export interface Layout {
  rows: number;
  /** How many tickets, those of closed groups among them. */
  tickets: number;
  sections: readonly Section[];
}

export type Place = { ticket: number } | { section: Section };

export function layoutOf(extent: Extent, closed: ReadonlySet<string>): Layout {
  if (typeof extent === 'number') return { rows: extent, tickets: extent, sections: [] };
  const sections: Section[] = [];
  let row = 0;
  let first = 0;
  for (const group of extent) {
    const section = { ...group, closed: closed.has(group.key), row, first };
    sections.push(section);
    row += 1 + (section.closed ? 0 : group.count);
    first += group.count;
  }
  return { rows: row, tickets: first, sections };
}

/** The group that a row is in; undefined when the list has none. */
export function sectionAt({ sections }: Layout, row: number): Section | undefined {
  return lastThat(sections, section => section.row <= row);
}

export function placeAt(layout: Layout, row: number): Place {
  const section = sectionAt(layout, row);
  if (!section) return { ticket: row };
  return row === section.row ? { section } : { ticket: section.first + row - section.row - 1 };
}

/** The row of a ticket; undefined while its group is closed. */
export function rowOf({ sections }: Layout, ticket: number): number | undefined {
  const section = lastThat(sections, each => each.first <= ticket);
  if (!section) return ticket;
  return section.closed ? undefined : section.row + 1 + ticket - section.first;
}

/** The last for which it holds, where it holds for the first ones and then no more. */
function lastThat<T>(all: readonly T[], holds: (one: T) => boolean): T | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(all[middle]!)) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}
