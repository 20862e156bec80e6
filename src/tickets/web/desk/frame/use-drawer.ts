import { useEffect, useRef, type RefObject } from 'react';

/**
 * What lies over the page where there is no room beside it: takes the focus when it opens, goes with Escape, and
 * gives the focus back.
 */
export function useDrawer(open: boolean, onClose: () => void): RefObject<HTMLElement | null> {
  const drawer = useRef<HTMLElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement as HTMLElement | null;
    drawer.current?.querySelector<HTMLElement>('a, button')?.focus();
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') latest.current();
    };
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      before?.focus();
    };
  }, [open]);
  return drawer;
}
