import { currentLang } from '../words/lang.ts';
import { everybodys, kept_at, keyOf, ownOf } from './kept.ts';

/** What this computer has of an answer already, for this person or (undefined) for everybody; nothing where it has none. */
export async function keptHere(path: string, person?: number): Promise<Response | undefined> {
  if (!('caches' in globalThis)) return undefined;
  const name = person === undefined ? everybodys : ownOf(person);
  if (!(await caches.has(name))) return undefined;
  const cache = await caches.open(name);
  return cache.match(keyOf(new URL(path, location.href).href, currentLang()));
}

/** When the server last knew this person: by its own clock, and by that of this computer. */
export async function lastKnown(person: number): Promise<{ at: number; here: number } | undefined> {
  if (!('caches' in globalThis) || !(await caches.has(ownOf(person)))) return undefined;
  const headers = (await (await caches.open(ownOf(person))).match('/'))?.headers;
  const [at, here] = [Date.parse(headers?.get('date') ?? ''), Number(headers?.get(kept_at))];
  return at && here ? { at, here } : undefined;
}
