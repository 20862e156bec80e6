/**
 * What a computer keeps for when there is no line, by name: what everybody may read, and apart from it what is one
 * person's. The worker keeps it; pages look there for what they have already.
 */

export const everybodys = 'kept';
/** One person's: there is at most one of these, and it goes with her session. */
export const own = 'own-';
export const ownOf = (person: number | string): string => `${own}${person}`;

/** When a copy was made, in milliseconds: a header of the copy alone. */
export const kept_at = 'kept-at';

/** Where a copy lies: an answer is kept in the language in which it was asked for, a picture once. */
export function keyOf(url: string, lang: string | null): string {
  const key = new URL(url);
  const picture = /\/pictures\/\d+$/.test(key.pathname);
  if (lang && !picture) key.searchParams.set('kept-in', lang.slice(0, 2));
  return key.href;
}

/** Forgets what was one person's: of everybody, or of all but one. Without a secure line there is nothing. */
export async function forgetOwn(but?: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  const names = await caches.keys();
  await Promise.all(
    names.filter(name => name.startsWith(own) && name !== but).map(name => caches.delete(name)),
  );
}
