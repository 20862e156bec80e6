/**
 * The filters of the list. The URL's search holds them just as `/api/tickets` takes them: values of one
 * filter are joined by commas, and what is absent doesn't filter (the server then shows open tickets).
 */
export const filter_names = ['state', 'court', 'assignee', 'school', 'category', 'priority'] as const;
export type FilterName = (typeof filter_names)[number];

export type Filters = { [Name in FilterName | 'q']?: string };

/** Keeps what is a filter, drops the rest: a link from outside may hold anything. */
export function readFilters(given: Record<string, unknown>): Filters {
  const filters: Filters = {};
  for (const name of [...filter_names, 'q'] as const) {
    const value = given[name];
    if (typeof value === 'string' && value.trim() !== '') filters[name] = value;
  }
  return filters;
}

export const valuesOf = (filters: Filters, name: FilterName): string[] => filters[name]?.split(',') ?? [];

export function withValues(filters: Filters, name: FilterName, values: readonly string[]): Filters {
  const changed = { ...filters };
  if (values.length > 0) changed[name] = values.join(',');
  else delete changed[name];
  return changed;
}

export function withWords(filters: Filters, words: string): Filters {
  const changed = { ...filters };
  if (words.trim()) changed.q = words.trim();
  else delete changed.q;
  return changed;
}

/** The same filters have the same key, in whatever order they were put together. */
export const filtersKey = (filters: Filters): string =>
  [...filter_names, 'q' as const].map(name => `${name}=${filters[name] ?? ''}`).join('&');

/** The views that every desk has: each is a set of filters, so its count is that of its list. */
export const views = [
  { id: 'mine', filters: { assignee: 'me' } },
  { id: 'unassigned', filters: { assignee: 'none' } },
  { id: 'desk', filters: { court: 'desk' } },
  { id: 'waiting_school', filters: { state: 'waiting_school' } },
  { id: 'level2', filters: { court: 'level2' } },
  { id: 'planned', filters: { state: 'scheduled' } },
  { id: 'solved', filters: { state: 'resolved' } },
  { id: 'open', filters: {} },
  { id: 'ended', filters: { state: 'ended' } },
] as const satisfies readonly { id: string; filters: Filters }[];
export type ViewId = (typeof views)[number]['id'];

export const viewOf = (filters: Filters): ViewId | undefined =>
  views.find(view => filtersKey(view.filters) === filtersKey(filters))?.id;

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
