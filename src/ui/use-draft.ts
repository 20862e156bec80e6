import { useState } from 'react';
import { remember, remembered } from './memory.ts';

export interface Draft<T> {
  value: T;
  /** Whether it was begun on an earlier visit. */
  found: boolean;
  set: (value: T) => void;
  /** Sent or given up: back to the beginning, and off this computer. */
  clear: () => void;
}

/** What is being written, kept on this computer with each letter, until it is sent. `key` says whose and what. */
export function useDraft<T extends object | string>(key: string, empty: T): Draft<T> {
  const place = `draft:${key}`;
  const [{ value, found }, setState] = useState(() => {
    const kept = read<T>(remembered(place));
    return { value: kept ?? empty, found: kept !== undefined };
  });
  return {
    value,
    found,
    set: next => {
      setState({ value: next, found });
      remember(place, JSON.stringify(next));
    },
    clear: () => {
      setState({ value: empty, found: false });
      remember(place, null);
    },
  };
}

function read<T>(text: string | null): T | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
