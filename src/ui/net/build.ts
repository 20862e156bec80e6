import { useSyncExternalStore } from 'react';

/** Whether the server has a newer build than the one that runs in this tab: parts that are not loaded yet are gone then. */
let newer = false;
const watchers = new Set<() => void>();

/** Asks for this page as it is now. Where the line is down, or the page is as it was, nothing is said. */
export async function lookForBuild(): Promise<void> {
  const mine = [...document.querySelectorAll<HTMLScriptElement>('script[type=module][src]')];
  const answer = await fetch(location.pathname, { cache: 'no-store' }).catch(() => undefined);
  if (newer || !answer?.ok || mine.length === 0) return;
  const page = await answer.text();
  newer = !mine.every(({ src }) => page.includes(new URL(src).pathname));
  for (const watcher of watchers) watcher();
}

export const useNewerBuild = (): boolean =>
  useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => newer,
  );
