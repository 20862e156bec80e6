import { api } from '../net/api.ts';
import { pageHeaders } from '../net/acting.ts';
import { everybodys, kept_at, ownOf } from './kept.ts';
import { keptHere } from './looking.ts';

/** Copies for the time without a line: each is asked for, and so kept by the worker, one after the other. */

const day_ms = 24 * 3_600_000;
/** A list that was asked for just now is asked for no more when the next page is opened. */
export const list_ms = 5 * 60_000;
const article_ms = 7 * day_ms;
/** All pictures of articles together; those that come after are seen with a line. */
const pictures_bytes = 10_000_000;

type Copy = Record<string, unknown>;

/** Asks for an answer anew, unless the copy here is of this edition and not too old for what hangs on it. */
export async function copyAnew(
  person: number,
  path: string,
  isCurrent: (copy: Copy) => boolean,
  oldest_ms = article_ms,
): Promise<Copy> {
  const kept = await keptHere(path, person);
  const copy = kept && ((await kept.clone().json()) as Copy);
  const made = Number(kept?.headers.get(kept_at));
  if (copy && isCurrent(copy) && Date.now() - made < oldest_ms) return copy;
  return api.get<Copy>(path);
}

/** The pictures of some texts, as many as there is room for. */
export async function copyPictures(person: number, texts: readonly string[]): Promise<void> {
  const paths = texts.flatMap(html => html.match(/\/api\/articles\/\d+\/pictures\/\d+/g) ?? []);
  let room = pictures_bytes;
  for (const path of new Set(paths)) {
    const kept = await keptHere(path, person);
    const picture = kept ?? (await fetch(path, { headers: pageHeaders() }).catch(() => undefined));
    room -= picture ? (await picture.blob()).size : 0;
    if (room < 0) return;
  }
}

/** Drops the copies of a person (undefined: of everybody) whose paths are gone; answers how many there were. */
export async function dropCopies(
  person: number | undefined,
  isGone: (path: string) => boolean,
): Promise<number> {
  const name = person === undefined ? everybodys : ownOf(person);
  if (!('caches' in globalThis) || !(await caches.has(name))) return 0;
  const cache = await caches.open(name);
  const gone = (await cache.keys()).filter(({ url }) => isGone(new URL(url).pathname));
  await Promise.all(gone.map(copy => cache.delete(copy)));
  return gone.length;
}
