import { useEffect, useSyncExternalStore } from 'react';
import {
  dropAside,
  foundAgain,
  hear,
  keepMine,
  load,
  placeOf,
  placeKnown,
  startKeeping,
  takeAside,
  takeOther,
  write,
} from './drafts/keeping.ts';
import { heldUnder, watch } from './drafts/places.ts';
import type { Fields } from './drafts/meeting.ts';
import { useLive } from './net/live.ts';

export { sendDrafts } from './drafts/sending.ts';

/** Where a text is kept, and what to do when there is another one. */
export interface Keeping {
  /** `kept`: the server has it. `only_here`: only this computer, for now. */
  state: 'writing' | 'kept' | 'only_here';
  /** Another device's text, when both moved on: when it was written. */
  other: string | undefined;
  takeOther: () => void;
  keepMine: () => void;
  /** Whether the text that was here is set aside. */
  aside: boolean;
  takeAside: () => void;
  dropAside: () => void;
}

export interface Draft<T> {
  value: T;
  /** Whether it was begun on an earlier visit, or on another device. */
  found: boolean;
  set: (value: T) => void;
  /** Some fields; the others stay as they are by then. */
  change: (more: Partial<T> | ((now: T) => Partial<T>)) => void;
  /** Sent or given up: back to the beginning, and off this computer and the server. */
  clear: () => void;
  keeping: Keeping;
}

/** Changes what is written at a place that is not on this page, upon what the server keeps there; nothing is none. */
export async function changeDraft(key: string, change: (now: Fields) => Fields | null): Promise<void> {
  startKeeping();
  const place = await placeKnown(key);
  const now = place.local?.fields ?? {};
  const next = change(now);
  if (next !== now) write(place, next);
}

type Texts<T> = { [K in keyof T]: string };

/**
 * What is being written, kept on this computer with each letter and at the server a moment later, until it is sent.
 * `key` is the person's id, a colon and the place as the server knows it: `7:ticket:1001:reply`.
 */
export function useDraft<T extends Texts<T>>(key: string, empty: T): Draft<T> {
  const place = placeOf(key);
  useSyncExternalStore(watch, () => place.changes);
  useEffect(startKeeping, []);
  // Whoever comes back to the page finds it.
  useEffect(() => () => foundAgain(place), [place]);
  const person = key.slice(0, key.indexOf(':'));
  useLive(
    () => {},
    () => void load(person),
    ({ kind, place: name, version }) => {
      if (kind === 'draft') hear(person, String(name), Number(version));
    },
  );
  const { local, other, only_here, found } = place;
  // Read when it is called, not when the page was drawn: a file may have come meanwhile.
  const now = (): T => ({ ...empty, ...place.local?.fields });
  const set = (next: T) => write(place, isEmpty(next, empty) ? null : { ...(next as Fields) });
  return {
    value: now(),
    found,
    set,
    change: more => set({ ...now(), ...(typeof more === 'function' ? more(now()) : more) }),
    clear: () => write(place, null),
    keeping: {
      state: only_here && local?.unsent ? 'only_here' : local?.fields && !local.unsent ? 'kept' : 'writing',
      other: other?.written,
      takeOther: () => takeOther(place),
      keepMine: () => keepMine(place),
      aside: local?.aside !== undefined,
      takeAside: () => takeAside(place),
      dropAside: () => dropAside(place),
    },
  };
}

const isEmpty = <T extends Texts<T>>(value: T, empty: T): boolean =>
  (Object.keys(value) as (keyof T)[]).every(name => (value[name] ?? '') === (empty[name] ?? ''));

/** Whether something unsent is at a place, of those whose keys begin so. */
export function useHolds(beginning: string): (key: string) => boolean {
  const held = useSyncExternalStore(watch, () => heldUnder(beginning));
  return key => held.split(' ').includes(key);
}
