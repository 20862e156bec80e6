import { useSyncExternalStore } from 'react';

/** Which messages of which ticket are being chosen for a ticket of their own: one choosing at a time. */
interface Choosing {
  ticket: number;
  /** As `kind id`. */
  messages: readonly string[];
}

const watchers = new Set<() => void>();
let choosing: Choosing | undefined;

function set(next: Choosing | undefined): void {
  choosing = next;
  for (const watcher of watchers) watcher();
}

export const beginChoosing = (ticket: number): void => set({ ticket, messages: [] });
export const endChoosing = (): void => set(undefined);

export function choose(message: string, taken: boolean): void {
  if (!choosing) return;
  const others = choosing.messages.filter(other => other !== message);
  set({ ...choosing, messages: taken ? [...others, message] : others });
}

/** What is chosen of this ticket, or undefined while nothing is being chosen. */
export function useChosen(ticket: number): readonly string[] | undefined {
  const now = useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => choosing,
  );
  return now?.ticket === ticket ? now.messages : undefined;
}
