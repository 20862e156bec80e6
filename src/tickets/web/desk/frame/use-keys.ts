import { useEffect, useRef, useSyncExternalStore } from 'react';
import { remember, remembered } from '#ui/ui.ts';

export type Keys = Record<string, (event: KeyboardEvent) => void>;

const storage_key = 'single-keys';
const watchers = new Set<() => void>();

const singleKeysOn = () => remembered(storage_key) !== 'off';

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

const silent_inputs = new Set(['checkbox', 'radio', 'button', 'submit', 'range']);

/** A key that is part of a text, a list or a dialog belongs to that. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !silent_inputs.has(target.type);
  return (
    target.isContentEditable ||
    target.closest('textarea, select, [role=dialog], [role=listbox], [role=menu]') !== null
  );
}

/** Single keys of a pane, for as long as it is shown: `{ j: next, '?': help }`. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = latest.current[event.key];
      if (!act || !singleKeysOn() || isTaken(event.target)) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
