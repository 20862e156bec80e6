import { useSyncExternalStore } from 'react';

/** From this width on there is room for a table, and for a list with a ticket beside it (../tickets-page.css). */
const wide = matchMedia('(min-width: 720px)');

export const useWide = (): boolean =>
  useSyncExternalStore(
    watcher => {
      wide.addEventListener('change', watcher);
      return () => wide.removeEventListener('change', watcher);
    },
    () => wide.matches,
  );
