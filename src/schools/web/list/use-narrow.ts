import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 719px)');

/** Whether there is room for one pane only, as on a phone: then a row is two lines. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    watcher => {
      narrow.addEventListener('change', watcher);
      return () => narrow.removeEventListener('change', watcher);
    },
    () => narrow.matches,
  );
