import { useEffect, useState, type FocusEvent, type PointerEvent, type RefObject } from 'react';

/** Whether somebody's hand is on the list: the pointer is over it, or a row has the focus. Rows then don't move. */
export function useHand(list: RefObject<HTMLElement | null>) {
  const [over, setOver] = useState(false);
  const [within, setWithin] = useState(false);
  useEffect(() => {
    // A window that is left takes the pointer away without a word.
    const leave = () => setOver(false);
    document.addEventListener('mouseleave', leave);
    return () => document.removeEventListener('mouseleave', leave);
  }, []);
  const isRow = (target: EventTarget | null) =>
    target instanceof Element &&
    list.current?.contains(target) === true &&
    target.closest('[data-row]') !== null;
  return {
    held: over || within,
    watch: {
      // A finger is nowhere when it is lifted.
      onPointerEnter: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && setOver(true),
      onPointerLeave: () => setOver(false),
      onFocus: ({ target }: FocusEvent) => setWithin(isRow(target)),
      onBlur: ({ relatedTarget }: FocusEvent) => setWithin(isRow(relatedTarget)),
    },
  };
}
