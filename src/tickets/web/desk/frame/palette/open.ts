import { useSyncExternalStore } from 'react';

/** Whether the palette is open, and for what: everything, or one kind of thing that a key asks for. */
export type Scope = 'all' | 'move' | 'priority' | 'tag' | 'macro' | 'view';

const watchers = new Set<() => void>();
let scope: Scope | undefined;
let ahead = '';

function set(next: Scope | undefined): void {
  scope = next;
  for (const watcher of watchers) watcher();
}

export function openPalette(asked: Scope = 'all'): void {
  ahead = '';
  addEventListener('keydown', typeAhead, { capture: true });
  set(asked);
}

export function closePalette(): void {
  removeEventListener('keydown', typeAhead, { capture: true });
  set(undefined);
}

/** Who types on before the palette is there types into it, and sets off no single key. */
function typeAhead(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') closePalette();
  else if (event.key === 'Backspace') ahead = ahead.slice(0, -1);
  else if (event.key.length === 1) ahead += event.key;
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What was typed until now; from here on the palette's own field takes it. */
export function typedAhead(): string {
  removeEventListener('keydown', typeAhead, { capture: true });
  return ahead;
}

export const useOpenPalette = (): Scope | undefined =>
  useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => scope,
  );
