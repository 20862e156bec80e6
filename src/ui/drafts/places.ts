import { remember, remembered, rememberedKeys } from '../memory.ts';
import type { Fields, Kept, Local } from './meeting.ts';

/** The places of this page where something is written, and what is known of each; what the screens watch. */

export interface Place {
  key: string;
  local: Local | undefined;
  /** Another device's text, when both moved on. */
  other: Kept | undefined;
  /** The last sending failed: only this computer has it. */
  only_here: boolean;
  /** Something was here, or came, before anything was typed. */
  found: boolean;
  /** Rises with every change, for the screens. */
  changes: number;
}

export interface Given {
  place: string;
  fields: Fields;
  version: number;
  written: { words: string } | null;
}

export const nothing: Kept = { fields: {}, version: 0, written: '' };

export const places = new Map<string, Place>();
/** What the server said of all of a person's drafts. */
export const known = new Map<string, Map<string, Kept>>();
const watchers = new Set<() => void>();
export const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

/** `7:ticket:1001:reply` is person 7's `ticket:1001:reply`. */
export const split = (key: string): [person: string, place: string] => {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
};
export const pathOf = (key: string) => `/api/drafts/${encodeURIComponent(split(key)[1])}`;
export const keptOf = ({ fields, version, written }: Given): Kept => ({
  fields,
  version,
  written: written?.words ?? '',
});

/** The keys that begin so and hold a text, here or as the server told; in one text, so that two can be compared. */
export function heldUnder(beginning: string): string {
  const [person] = split(beginning);
  const elsewhere = [...(known.get(person)?.keys() ?? [])].map(name => `${person}:${name}`);
  const keys = new Set([...places.keys(), ...storedKeys(), ...elsewhere]);
  return [...keys].filter(key => key.startsWith(beginning) && holdsText(key)).join(' ');
}

function holdsText(key: string): boolean {
  const [person, name] = split(key);
  const place = places.get(key);
  const local = place ? place.local : stored(key);
  const fields = local ? local.fields : place ? undefined : known.get(person)?.get(name)?.fields;
  return Object.values(fields ?? {}).some(text => text !== '');
}

export function stored(key: string): Local | undefined {
  try {
    const record = JSON.parse(remembered(`draft:${key}`) ?? 'null') as Local | null;
    return record && 'base' in record ? record : undefined;
  } catch {
    return undefined;
  }
}

export function show(place: Place, more: Partial<Place>): void {
  Object.assign(place, more);
  remember(`draft:${place.key}`, place.local ? JSON.stringify(place.local) : null);
  tell(place);
}

export function tell(place?: Place): void {
  if (place) place.changes++;
  for (const watcher of watchers) watcher();
}

export const storedKeys = (): string[] => rememberedKeys('draft:').map(key => key.slice('draft:'.length));
