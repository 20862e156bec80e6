import { useEffect, useState, type RefObject } from 'react';

/** What is being typed and may become something: from its first sign to the caret. */
export interface Typed {
  from: number;
  name: string;
}

export interface Typing {
  typed: Typed | undefined;
  /** The caret, where what is typed ends. */
  at: number;
  /** It shall stay what it is: nothing more is offered for it. Said before the text is changed. */
  leave: () => void;
}

/** Follows the caret of a text; `find` says whether what stands before it may become something. */
export function useTyped(
  textarea: RefObject<HTMLTextAreaElement | null>,
  value: string,
  find: (text: string, caret: number) => Typed | undefined,
): Typing {
  const [at, setAt] = useState<number>();
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    const element = textarea.current;
    if (!element) return;
    // Only after React has taken over what was typed: a field that is drawn before loses it.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onCaret = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        const alone = element.selectionStart === element.selectionEnd && document.activeElement === element;
        setAt(alone ? element.selectionStart : undefined);
      });
    };
    element.addEventListener('input', onCaret);
    element.addEventListener('blur', onCaret);
    document.addEventListener('selectionchange', onCaret);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('input', onCaret);
      element.removeEventListener('blur', onCaret);
      document.removeEventListener('selectionchange', onCaret);
    };
  }, [textarea]);
  const found = at === undefined ? undefined : find(value, at);
  const over = found === undefined;
  // What is typed next at the same place is another thing.
  useEffect(() => {
    if (over) setLeft(undefined);
  }, [over]);
  return {
    typed: found?.from === left ? undefined : found,
    at: at ?? 0,
    leave: () => setLeft(found?.from),
  };
}
