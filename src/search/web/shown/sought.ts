import { found_kinds, type FoundKind } from '#search/rules/kinds.ts';
import { category_ids, type Category } from '#tickets/rules/categories.ts';

/** What one looks for, as the address has it. */
export interface Sought {
  q: string;
  kind?: FoundKind | undefined;
  area?: Category | undefined;
}

const among = <T extends string>(ids: readonly T[], value: unknown): T | undefined =>
  ids.find(id => id === value);

/** Reads it from what an address says; what is not known is left out. */
export const soughtOf = (given: { q?: unknown; kind?: unknown; area?: unknown }): Sought => ({
  q: typeof given.q === 'string' || typeof given.q === 'number' ? String(given.q) : '',
  kind: among(found_kinds, given.kind),
  area: among(category_ids, given.area),
});
