import { useSyncExternalStore } from 'react';
import { remember, remembered } from '#ui/ui.ts';

const storage_key = 'single-keys';
const watchers = new Set<() => void>();

export const singleKeysOn = (): boolean => remembered(storage_key) !== 'off';

/** Whether single keys act; they can be switched off on this computer (WCAG 2.1.4). */
export const useSingleKeys = (): [boolean, (on: boolean) => void] => [
  useSyncExternalStore(watcher => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, singleKeysOn),
  on => {
    remember(storage_key, on ? null : 'off');
    for (const watcher of watchers) watcher();
  },
];
