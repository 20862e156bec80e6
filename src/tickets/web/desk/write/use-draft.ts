import { useState } from 'react';
import { remember, remembered } from '#ui/ui.ts';

export type Fields = Record<string, string>;

const keyOf = (number: number | 'new', kind: string) => `draft:${number}:${kind}`;

function read(key: string): Fields {
  try {
    return (JSON.parse(remembered(key) ?? '{}') as Fields | null) ?? {};
  } catch {
    return {};
  }
}

/** Whether something unsent is there. */
export const hasDraft = (number: number, kind: string): boolean => remembered(keyOf(number, kind)) !== null;

/**
 * What is being written, kept on this computer until it is sent: a draft for each ticket and each kind of text,
 * so that nothing written for the iGroup can slip into what the school reads. Signing out forgets them all.
 */
export function useDraft(
  number: number | 'new',
  kind: string,
): [Fields, (name: string, value: string) => void, () => void] {
  const key = keyOf(number, kind);
  const [fields, setFields] = useState(() => read(key));
  const set = (name: string, value: string) =>
    setFields(before => {
      const after = { ...before, [name]: value };
      remember(key, Object.values(after).some(Boolean) ? JSON.stringify(after) : null);
      return after;
    });
  const clear = () => {
    remember(key, null);
    setFields({});
  };
  return [fields, set, clear];
}
