import { useEffect } from 'react';
import './pointed.css';

/** A message's own address: `#reply-12` of the ticket's page, on either face. */
export const anchorOf = ({ kind, id }: { kind: string; id: number }): string => `${kind}-${id}`;

/** Whether this page was opened at one of its messages. */
export const pointedAt = (): string | undefined => /^#((?:reply|note)-\d+)$/.exec(location.hash)?.[1];

/** Brings the message that the address names into sight, marks it and gives it the focus; again when it changes. */
export function usePointed(ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    const show = () => {
      const anchor = pointedAt();
      const message = anchor && document.getElementById(anchor);
      if (!message) return;
      for (const before of document.querySelectorAll('.pointed')) before.classList.remove('pointed');
      message.classList.add('pointed');
      message.tabIndex = -1;
      message.scrollIntoView({ block: 'center' });
      message.focus({ preventScroll: true });
    };
    show();
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, [ready]);
}
