import { useSyncExternalStore } from 'react';

/** What heads and tabs are called: the product's name, until whoever runs it has given another. */
let called = 'Firstline';
const watchers = new Set<() => void>();

export function setBrand(name: string | null): void {
  called = name ?? 'Firstline';
  for (const watcher of watchers) watcher();
}

export const useBrand = (): string =>
  useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => called,
  );

/** What the browser's tab says of a page; nothing is the brand alone. */
export const tabOf = (page: string, brand: string): string => (page ? `${page} · ${brand}` : brand);
