import { useSyncExternalStore } from 'react';

/** Whether the palette is open, and for what: everything, or one kind of thing that a key asks for. */
export type Scope = 'all' | 'move' | 'priority' | 'tag' | 'macro' | 'view';

const watchers = new Set<() => void>();
let scope: Scope | undefined;

function set(next: Scope | undefined): void {
  scope = next;
  for (const watcher of watchers) watcher();
}

export const openPalette = (asked: Scope = 'all'): void => set(asked);
export const closePalette = (): void => set(undefined);

export const useOpenPalette = (): Scope | undefined =>
  useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => scope,
  );
