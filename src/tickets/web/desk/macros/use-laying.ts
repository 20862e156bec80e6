import { useEffect, useRef, useState } from 'react';
import { unfilledIn } from '#tickets/rules/macros/variables.ts';
import { laidInto, type Laid } from './laying.ts';

type Fields = Record<string, string>;
export type Area = () => HTMLTextAreaElement | null | undefined;

/** Lays a macro into a form at the caret of its text; then the first thing to fill in is selected, or the caret follows. */
export function useLaying(
  area: Area,
  change: (changed: (now: Fields) => Fields) => void,
): (laid: Laid, more: Fields) => void {
  const behind = useRef(0);
  const [times, setTimes] = useState(0);
  const latest = useRef(area);
  latest.current = area;
  useEffect(() => {
    const element = latest.current();
    if (times === 0 || !element || selectUnfilled(element)) return;
    const at = element.value.length - behind.current;
    element.setSelectionRange(at, at);
  }, [times]);
  return (laid, more) => {
    const at = caretIn(area());
    behind.current = at === undefined ? 0 : (area()?.value.length ?? 0) - at;
    change(now => ({ ...laidInto(now, laid, at), ...more }));
    setTimes(count => count + 1);
  };
}

/** Where the caret is, or was last; a text that nobody has been in yet is gone on with at its end. */
const caretIn = (element: ReturnType<Area>): number | undefined =>
  element && (element.selectionEnd > 0 || document.activeElement === element)
    ? element.selectionEnd
    : undefined;

/** Selects the first variable that is not filled in, so that what is typed next takes its place. */
export function selectUnfilled(
  element: HTMLTextAreaElement,
  variable = unfilledIn(element.value)[0],
): boolean {
  const from = variable === undefined ? -1 : element.value.indexOf(variable);
  if (variable === undefined || from < 0) return false;
  element.focus();
  element.setSelectionRange(from, from + variable.length);
  return true;
}
