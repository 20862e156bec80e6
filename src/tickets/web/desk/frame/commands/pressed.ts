import { useEffect, useRef } from 'react';
import { commandOf } from './commands.ts';
import { singleKeysOn } from './single-keys.ts';

const silent_inputs = new Set(['checkbox', 'radio', 'button', 'submit', 'range']);

/** A key that is part of a text, a list or a dialog belongs to that. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !silent_inputs.has(target.type);
  return (
    target.isContentEditable ||
    target.closest('textarea, select, [role=dialog], [role=listbox], [role=menu]') !== null
  );
}

/** How long the first of two keys waits for the second. */
const waits_ms = 1500;

/**
 * Single keys, and two in a row (g, then i), for the whole desk. A first key that nothing follows is forgotten, and a
 * second that fits nothing does nothing, so that a slip does no deed.
 */
export function usePressedKeys(onPalette: () => void): void {
  const palette = useRef(onPalette);
  palette.current = onPalette;
  useEffect(() => {
    let begun: string[] = [];
    let over: ReturnType<typeof setTimeout> | undefined;
    const forget = () => {
      clearTimeout(over);
      begun = [];
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (isPaletteKey(event)) {
        event.preventDefault();
        forget();
        return palette.current();
      }
      // Shift by itself comes before `?` and the like, and ends nothing.
      if (event.ctrlKey || event.metaKey || event.altKey || modifiers.has(event.key)) return;
      if (!singleKeysOn() || isTaken(event.target)) return forget();
      const keys = [...begun, event.key];
      forget();
      const found = commandOf(keys);
      if (found === undefined && keys.length === 1) return;
      event.preventDefault();
      if (found === 'begins') {
        begun = keys;
        over = setTimeout(forget, waits_ms);
      } else found?.run();
    };
    document.addEventListener('keydown', press);
    return () => {
      forget();
      document.removeEventListener('keydown', press);
    };
  }, []);
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/** Also while one types, unless the text has a use for it (a link). */
const isPaletteKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;
