import { useEffect, useRef, type RefObject } from 'react';

interface SendKeys {
  /** Ctrl Enter. */
  send: () => void;
  /** Ctrl Shift Enter: sends, waits for the school, and goes on to the next ticket. */
  sendAndNext?: (() => void) | undefined;
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
      const { send, sendAndNext, leave } = latest.current;
      if (event.key === 'Escape' && !event.defaultPrevented) return leave?.();
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (event.shiftKey && sendAndNext) sendAndNext();
      else send();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, []);
  return form;
}
