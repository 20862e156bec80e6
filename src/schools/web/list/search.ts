import { school_kinds, school_sorts } from '#schools/rules/kinds.ts';

/** What the address of the list of schools holds, just as `/api/schools` takes it. */
export interface SchoolsSearch {
  words?: string;
  /** Joined by commas; so with waves, of which `none` is one. */
  kind?: string;
  wave?: string;
  sort?: string;
}

/** Keeps what the list knows, drops the rest: a link from outside may hold anything. */
export function readSchoolsSearch(given: Record<string, unknown>): SchoolsSearch {
  const some = (name: string, fits: (value: string) => boolean) => {
    const text = given[name];
    return typeof text === 'string' ? text.split(',').filter(fits).join(',') : '';
  };
  const search: SchoolsSearch = {};
  const words = given['words'];
  if (typeof words === 'string' && words.trim()) search.words = words.slice(0, 200);
  const kind = some('kind', value => school_kinds.some(each => each === value));
  if (kind) search.kind = kind;
  const wave = some('wave', value => value === 'none' || /^[1-9]\d{0,8}$/.test(value));
  if (wave) search.wave = wave;
  const sort = given['sort'];
  if (
    typeof sort === 'string' &&
    school_sorts.some(name => sort === `-${name}` || (sort === name && sort !== 'name'))
  )
    search.sort = sort;
  return search;
}

export const valuesOf = (text: string | undefined): string[] => text?.split(',') ?? [];

/** With another value; one that is empty is taken away. */
export function searchWith(search: SchoolsSearch, name: keyof SchoolsSearch, value: string): SchoolsSearch {
  const { [name]: _, ...rest } = search;
  return value ? { ...rest, [name]: value } : rest;
}

export const narrowed = ({ words, kind, wave }: SchoolsSearch): boolean => Boolean(words || kind || wave);

/** How a column stands in the order, as `aria-sort` says it, and what a press on its heading asks for. */
export function sortedAs(name: string, sort = 'name'): 'ascending' | 'descending' | 'none' {
  return sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
}
export const nextSort = (name: string, sort = 'name'): string => (sort === name ? `-${name}` : name);
