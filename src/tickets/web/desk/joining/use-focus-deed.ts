import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Once something is chosen, the button that does the deed has the focus: a second Enter does it. */
export function useFocusDeed(chosen: object | undefined): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const form = box.current?.closest('form');
    const next = chosen ? '[type=submit]' : '[role=combobox]';
    if (form) form.querySelector<HTMLElement>(next)?.focus();
  }, [chosen]);
  return box;
}
