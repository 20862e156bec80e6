import { useSyncExternalStore } from 'react';

/** Whether the server has a newer build than the one that runs in this tab: parts that are not loaded yet are gone then. */
let newer = false;
const watchers = new Set<() => void>();

/** Asks for this page as it is now, and whether it is another. Where the line is down nothing is known. */
export async function lookForBuild(): Promise<boolean> {
  const mine = [...document.querySelectorAll<HTMLScriptElement>('script[type=module][src]')];
  const answer = await fetch(location.pathname, { cache: 'no-store' }).catch(() => undefined);
  if (newer || !answer?.ok || mine.length === 0) return newer;
  const page = await answer.text();
  newer = !mine.every(({ src }) => page.includes(new URL(src).pathname));
  for (const watcher of watchers) watcher();
  return newer;
}

export const useNewerBuild = (): boolean =>
  useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => newer,
  );
