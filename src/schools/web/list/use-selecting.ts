import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { schoolsBetween } from './asking.ts';
import type { SchoolsSearch } from './search.ts';

export interface Selecting {
  /** The ids of the selected schools; they stay when the list is narrowed. */
  chosen: ReadonlySet<number>;
  toggle: (row: number, id: number) => void;
  /** From the last one that was toggled to this row. */
  reach: (row: number) => void;
  all: (total: number) => void;
  clear: () => void;
}

/** Which schools are selected, in the memory of this page alone. */
export function useSelecting(search: SchoolsSearch): Selecting {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const anchor = useRef(0);
  const add = async (places: readonly [number, number]) => {
    const found = await schoolsBetween(client, search, places);
    setChosen(before => new Set([...before, ...found]));
  };
  return {
    chosen,
    toggle: (row, id) => {
      anchor.current = row;
      setChosen(before => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      });
    },
    reach: row => void add([anchor.current, row]),
    all: total => void add([0, total - 1]),
    clear: () => setChosen(new Set()),
  };
}
