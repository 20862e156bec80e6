import { useEffect, useRef, type RefObject } from 'react';

interface SendKeys {
  /** Ctrl Enter. */
  send: () => void;
  /** Ctrl Shift Enter; sends plainly where there is nothing to wait for. */
  sendAndWait?: (() => void) | undefined;
  /** Escape. */
  leave?: () => void;
}

/** The keys of a form that is written in, wherever in it one is. */
export function useSendKeys(keys: SendKeys): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const element = form.current;
    const press = (event: KeyboardEvent) => {
      const { send, sendAndWait, leave } = latest.current;
      if (event.key === 'Escape' && !event.defaultPrevented) return leave?.();
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (event.shiftKey && sendAndWait) sendAndWait();
      else send();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, []);
  return form;
}
