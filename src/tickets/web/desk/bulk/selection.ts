import { useSyncExternalStore } from 'react';
import { filtersKey, type Filters } from '../filters.ts';

/** Which tickets are selected, in the memory of this page alone: by their numbers, or all that a list has but some. */
export interface Selection {
  /** The selected ones; with `all` those that are left out of it. */
  numbers: ReadonlySet<number>;
  all: { filters: Filters; total: number } | undefined;
  /** Boxes are shown though nothing is selected yet. */
  begun: boolean;
}

const nothing: Selection = { numbers: new Set(), all: undefined, begun: false };
const watchers = new Set<() => void>();
let selection = nothing;

function keep(next: Selection): void {
  selection = next;
  for (const watcher of watchers) watcher();
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

export const useSelection = (): Selection => useSyncExternalStore(watch, () => selection);

export const countOf = ({ numbers, all }: Selection): number =>
  all ? all.total - numbers.size : numbers.size;

const isOf = (all: Selection['all'], filters: Filters) =>
  all !== undefined && filtersKey(all.filters) === filtersKey(filters);

export const isSelected = ({ numbers, all }: Selection, number: number, filters: Filters): boolean =>
  all ? isOf(all, filters) && !numbers.has(number) : numbers.has(number);

/** Selects tickets of the list of these filters, or takes them out: where all of another list was, they begin anew. */
export function select(those: readonly number[], on: boolean, filters: Filters): void {
  const { all, numbers: before } = selection;
  const here = isOf(all, filters);
  const numbers = new Set(all && !here ? [] : before);
  for (const number of those)
    if (on !== here) numbers.add(number);
    else numbers.delete(number);
  keep({ numbers, all: here ? all : undefined, begun: true });
}

export const selectAll = (filters: Filters, total: number): void =>
  keep({ numbers: new Set(), all: { filters, total }, begun: true });

/** Boxes before anything is selected, for those who have no pointer to show them. */
export const beginSelecting = (): void => keep({ ...nothing, begun: true });

export const clearSelection = (): void => keep(nothing);
