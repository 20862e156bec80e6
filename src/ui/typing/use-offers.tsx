import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import './offers.css';
import type { Typing } from './use-typed.ts';

export interface Offers {
  /** For the textarea: what it offers, to who cannot see it. */
  field: {
    'aria-autocomplete': 'list';
    'aria-haspopup': 'listbox';
    'aria-controls'?: string;
    'aria-activedescendant'?: string;
  };
  /** Put right before the textarea: it lies over what is above, and moves nothing. */
  list: ReactNode;
  open: boolean;
}

interface Offering<T extends { id: number }> {
  textarea: RefObject<HTMLTextAreaElement | null>;
  typing: Typing;
  /** What fits what is typed, best first. */
  items: readonly T[];
  label: string;
  count: (count: number) => string;
  show: (item: T) => ReactNode;
  put: (item: T) => void;
  /** What is to be known of the one that is chosen, beside the list. */
  beside?: (item: T) => ReactNode;
}

/** Things offered while one types: arrows choose, Enter or Tab puts one in, Escape goes on typing. */
export function useOffers<T extends { id: number }>(offering: Offering<T>): Offers {
  const { textarea, typing, items, label, count, show, put, beside } = offering;
  const id = useId();
  const [chosen, setChosen] = useState(0);
  useEffect(() => setChosen(0), [typing.typed?.name]);
  const active = typing.typed && items[Math.min(chosen, items.length - 1)];

  const press = (event: KeyboardEvent) => {
    if (!active || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((items.indexOf(active) + step + items.length) % items.length);
    else if (event.key === 'Enter' || event.key === 'Tab') put(active);
    else if (event.key === 'Escape') typing.leave();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const element = textarea.current;
    const onPress = (event: KeyboardEvent) => latest.current(event);
    // Before the form's own keys: while something is offered, Enter and Escape are its.
    element?.addEventListener('keydown', onPress, true);
    return () => element?.removeEventListener('keydown', onPress, true);
  }, [textarea]);

  const open = active !== undefined;
  useEffect(() => {
    // What scrolls around the text would cut the list off.
    const around = textarea.current?.closest('.composer');
    around?.toggleAttribute('data-offers', open);
    return () => around?.removeAttribute('data-offers');
  }, [textarea, open]);

  const list = (
    <div className="offers" data-beside={beside !== undefined || undefined}>
      {active && (
        <div className="offered">
          <div id={id} role="listbox" aria-label={label}>
            {items.map(item => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the textarea has the keys
              <div
                key={item.id}
                id={`${id}-${item.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={item === active}
                onPointerDown={event => event.preventDefault()}
                onPointerMove={() => setChosen(items.indexOf(item))}
                onClick={() => put(item)}
              >
                {show(item)}
              </div>
            ))}
          </div>
          {beside?.(active)}
        </div>
      )}
      <p className="sr" role="status">
        {active && count(items.length)}
      </p>
    </div>
  );
  return {
    field: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      ...(active && { 'aria-controls': id, 'aria-activedescendant': `${id}-${active.id}` }),
    },
    list,
    open,
  };
}
