import { useSyncExternalStore } from 'react';

/** From this width on there is room for a table, and for a list with what is opened of it beside. */
const wide = matchMedia('(min-width: 720px)');

/** Whether there is room for more than one pane; on a phone there is not, and a row is two lines. */
export const useRoom = (): boolean =>
  useSyncExternalStore(
    watcher => {
      wide.addEventListener('change', watcher);
      return () => wide.removeEventListener('change', watcher);
    },
    () => wide.matches,
  );
