import { useSyncExternalStore } from 'react';

/** One's own deeds of this visit that can still be taken back, the newest last. `z` takes back the last one. */
export interface Undo {
  /** The deed in words, as its toast said. */
  words: string;
  run: () => Promise<void>;
}

const most = 20;
const watchers = new Set<() => void>();
let undos: readonly Undo[] = [];

function keep(next: readonly Undo[]): void {
  undos = next;
  for (const watcher of watchers) watcher();
}

export const addUndo = (undo: Undo): void => keep([...undos, undo].slice(-most));

/** Takes back one of them, once, however often it is asked for. */
export async function runUndo(undo: Undo | undefined = undos.at(-1)): Promise<void> {
  if (!undo || !undos.includes(undo)) return;
  keep(undos.filter(other => other !== undo));
  await undo.run();
}

/** The last deed that can be taken back. */
export const useLastUndo = (): Undo | undefined =>
  useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => undos.at(-1),
  );
