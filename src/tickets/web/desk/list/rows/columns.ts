import { remember, remembered } from '#ui/memory.ts';
import { downward_sorts, type ColumnName, type Sort, type SortName } from '#tickets/rules/lists/order.ts';
import { columnsOf } from '../../filters.ts';

/** The columns of the full table: how wide, sorted by what, and which a person has on this computer. */

interface ColumnLook {
  /** In rem; `grows` is its share of what is left over. */
  least: number;
  grows?: number;
  sort?: SortName;
}

export const looks: Record<ColumnName, ColumnLook> = {
  number: { least: 4.25, sort: 'number' },
  state: { least: 9.75, grows: 0.25, sort: 'state' },
  subject: { least: 14, grows: 4, sort: 'subject' },
  school: { least: 7.5, grows: 1, sort: 'school' },
  requester: { least: 6.5, grows: 0.75, sort: 'requester' },
  assignee: { least: 6.25, grows: 0.75, sort: 'assignee' },
  team: { least: 6.25, grows: 0.5, sort: 'team' },
  category: { least: 7.5, grows: 1, sort: 'category' },
  priority: { least: 3.75, sort: 'priority' },
  due: { least: 9, grows: 0.25, sort: 'due' },
  tags: { least: 7.5, grows: 0.75 },
  court: { least: 8, grows: 0.5 },
  opened: { least: 8.75, sort: 'opened' },
  activity: { least: 8.75, sort: 'activity' },
  planned: { least: 6.5 },
  minutes: { least: 4.5 },
  level2_reference: { least: 7, grows: 0.5 },
};

const usual: readonly ColumnName[] = [
  'number',
  'state',
  'subject',
  'school',
  'assignee',
  'priority',
  'due',
  'activity',
];

const storage_key = (person: number) => `columns:${person}`;

/** The columns of a list: as its address says, else as this person had them last here, else the usual ones. */
export function shownColumns(asked: string | undefined, person: number): ColumnName[] {
  const [first, second] = [columnsOf(asked ?? ''), columnsOf(remembered(storage_key(person)) ?? '')];
  return first.length > 0 ? first : second.length > 0 ? second : [...usual];
}

export const rememberColumns = (person: number, names: readonly string[]) =>
  remember(storage_key(person), names.join(','));

/** The same tracks in each row: no width depends on what is in it. */
export const tracksOf = (names: readonly ColumnName[]): string =>
  names
    .map(name => {
      const { least, grows } = looks[name];
      return grows ? `minmax(${least}rem, ${grows}fr)` : `${least}rem`;
    })
    .join(' ');

const gap = 0.75;
/** Below this width (rem) the table is scrolled sideways. */
export const leastWidth = (names: readonly ColumnName[]): number =>
  names.reduce((sum, name) => sum + looks[name].least + gap, 3);

/** How a column stands in a sort, as `aria-sort` says it. */
export function sortedAs(name: ColumnName, sort: Sort = 'activity'): 'ascending' | 'descending' | 'none' {
  const { sort: own } = looks[name];
  if (!own || own !== sort.replace(/^-/, '')) return 'none';
  return downward_sorts.includes(own) !== sort.startsWith('-') ? 'descending' : 'ascending';
}

/** What a press on a column's heading sorts by: the column in its own sense, then turned round. */
export const nextSort = (name: SortName, sort: Sort = 'activity'): Sort =>
  sort === name ? `-${name}` : name;
