import {
  built_in_views,
  columns,
  groups,
  turned_sorts,
  type ColumnName,
  type Group,
  type Sort,
} from '#tickets/rules/lists/order.ts';

/**
 * The filters of the list. The URL's search holds them just as `/api/tickets` takes them: values of one
 * filter are joined by commas, and what is absent doesn't filter (the server then shows open tickets).
 */
export const filter_names = [
  'state',
  'court',
  'assignee',
  'team',
  'school',
  'category',
  'priority',
  'tag',
  'inside',
  'snoozed',
  'followed',
  'request',
  'request_state',
  'age',
  'field',
  'opened',
  'resolved',
  'first_answer',
  'due',
] as const;
export type FilterName = (typeof filter_names)[number];

export type Filters = { [Name in FilterName | 'q']?: string };

/** What a view keeps: filters and words, the order, the columns of the table. */
export type Query = Filters & { sort?: Sort; group?: Group; columns?: string };

/** What the list's address holds: a query, the view that it came from, and whether it is shown as a table. */
export type ListSearch = Query & { view?: string; show?: 'table' };

const oneOf = <T extends string>(names: readonly T[], value: unknown): T | undefined =>
  names.find(name => name === value);

/** Keeps what the list knows, drops the rest: a link from outside may hold anything. */
export function readSearch(given: Record<string, unknown>): ListSearch {
  const search: ListSearch = {};
  for (const name of [...filter_names, 'q'] as const) {
    const value = given[name];
    if (typeof value === 'string' && value.trim() !== '') search[name] = value;
  }
  const sort = oneOf(turned_sorts, given['sort']);
  if (sort && sort !== 'activity') search.sort = sort;
  const group = oneOf(groups, given['group']);
  if (group) search.group = group;
  const shown = columnsOf(typeof given['columns'] === 'string' ? given['columns'] : '');
  if (shown.length > 0) search.columns = shown.join(',');
  if (typeof given['view'] === 'string' && /^[a-z0-9_]{1,20}$/.test(given['view']))
    search.view = given['view'];
  if (given['show'] === 'table') search.show = 'table';
  return search;
}

/** The columns that a text names, in the table's own order. */
export const columnsOf = (text: string): ColumnName[] => {
  const named = text.split(',');
  return columns.filter(name => named.includes(name));
};

export const valuesOf = (filters: Filters, name: FilterName): string[] => filters[name]?.split(',') ?? [];

export function withValues<F extends Filters>(filters: F, name: FilterName, values: readonly string[]): F {
  const changed = { ...filters };
  if (values.length > 0) changed[name] = values.join(',');
  else delete changed[name];
  return changed;
}

export function withWords<F extends Filters>(filters: F, words: string): F {
  const changed = { ...filters };
  if (words.trim()) changed.q = words.trim();
  else delete changed.q;
  return changed;
}

export function filtersOf(search: ListSearch): Filters {
  const { sort: _sort, group: _group, columns: _columns, view: _view, show: _show, ...filters } = search;
  return filters;
}

export function queryOf(search: ListSearch): Query {
  const { view: _view, show: _show, ...query } = search;
  return query;
}

/** The same filters have the same key, in whatever order they were put together. */
export const filtersKey = (filters: Filters): string =>
  [...filter_names, 'q' as const].map(name => `${name}=${filters[name] ?? ''}`).join('&');

/** As the filters' key, with the order of the rows. */
export const orderKey = (query: Query): string =>
  `${filtersKey(query)}&sort=${query.sort ?? ''}&group=${query.group ?? ''}`;

export const sameQuery = (one: Query, other: Query): boolean =>
  orderKey(one) === orderKey(other) && (one.columns ?? '') === (other.columns ?? '');

/** The built-in view whose filters these are, if there is one. */
export const builtInOf = (search: ListSearch) =>
  built_in_views.find(view => sameQuery(view.query, queryOf(search)))?.id;

/** Search parameters as plain words: `?court=desk,school&q=report+card`, nothing in quotes or braces. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));

export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') parameters.set(name, value);
  }
  const text = parameters.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
}
