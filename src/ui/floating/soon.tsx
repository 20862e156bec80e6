import {
  Suspense,
  useEffect,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type FunctionComponent,
} from 'react';
import { afterAWhile, withWords } from '../words/with-words.ts';

const ahead = new Set<() => Promise<unknown>>();
const watchers = new Set<() => void>();
let rests = false;

/**
 * A part that nothing in sight needs: nothing until it is here, then itself. It is fetched ahead when the page has
 * come to rest, or else when it is first asked for; a line that breaks meanwhile is tried until it is back.
 */
export function soon<P extends object>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  let Part: ComponentType<P> | undefined;
  let fetching: Promise<void> | undefined;
  const tried = (): Promise<ComponentType<P>> => withWords(load).catch(() => afterAWhile().then(tried));
  const fetched = () => (fetching ??= tried().then(found => void (Part = found)));
  fetchedAhead(fetched);
  return function Soon(props: P) {
    const [, draw] = useState(false);
    useEffect(() => {
      let shown = true;
      if (!Part) void fetched().then(() => shown && draw(true));
      return () => void (shown = false);
    }, []);
    if (!Part) return null;
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** Has something fetched when the page comes to rest. */
export function fetchedAhead(fetch: () => Promise<unknown>): void {
  ahead.add(fetch);
  if (rests) void fetch().catch(() => undefined);
}

/** What somebody waits for is shown: after the frame that paints it comes what may be needed next. */
export function pageRests(): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (rests) return;
      rests = true;
      for (const fetch of ahead) void fetch().catch(() => undefined);
      for (const watcher of watchers) watcher();
    }),
  );
}

/** Whether what somebody waits for is there: what is less urgent is asked for then. */
export const usePageRests = (): boolean =>
  useSyncExternalStore(
    watcher => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => rests,
  );
