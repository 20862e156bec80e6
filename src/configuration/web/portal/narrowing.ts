import { withQuery } from '#ui/ui.ts';

/** How the address narrows the log of changes, as the server takes it. */
const names = ['q', 'area', 'concerns', 'from', 'until'] as const;
export type Narrowing = { [name in (typeof names)[number]]?: string | undefined };

export const narrowingIn = (query: URLSearchParams): Narrowing =>
  Object.fromEntries(names.flatMap(name => (query.get(name) ? [[name, query.get(name)!]] : [])));

export const addressOf = (narrowing: Narrowing): string => withQuery('/changes', narrowing);
