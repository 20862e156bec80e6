import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** The rows of a form that can be added and removed; the focus goes to the new row, or back to what adds one. */
export function useRows<Row extends object>(begun: readonly Row[], fresh: (all: readonly Row[]) => Row) {
  const keys = useRef(begun.length);
  const place = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(() => begun.map((row, key) => ({ ...row, key })));
  const focusOn = (selector: string) =>
    [...(place.current?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1)?.focus();
  return {
    all,
    place,
    add: () => {
      flushSync(() => setAll([...all, { ...fresh(all), key: keys.current++ }]));
      place.current?.querySelector<HTMLElement>('.form-row:last-of-type :is(input, select)')?.focus();
    },
    put: (key: number, more: Partial<Row>) =>
      setAll(all.map(row => (row.key === key ? { ...row, ...more } : row))),
    remove: (key: number) => {
      flushSync(() => setAll(all.filter(row => row.key !== key)));
      focusOn(':scope > button');
    },
  };
}
