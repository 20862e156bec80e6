import { useEffect } from 'react';
import { keptWords } from '#knowledge/rules/searched.ts';
import { api } from '#ui/ui.ts';

/** Where it is told of those who are signed in. */
export const in_vain = '/api/article-searches';

const rest_ms = 2500;
const told = new Set<string>();

/**
 * Tells, once in a visit, that something was looked for and not found; of whom is not kept, and nobody waits for it. What
 * says who it was, such as a number of nine digits or an address, is not even told.
 */
export function tellInVain(path: string, words: string): void {
  const typed = words.trim().slice(0, 200);
  if (keptWords(typed) === null || told.has(typed)) return;
  told.add(typed);
  api.post(path, { words: typed }, { keepalive: true }).catch(() => told.delete(typed));
}

/** As `tellInVain`, when the typing has come to rest. */
export function useInVain(path: string, words: string, none: boolean): void {
  useEffect(() => {
    if (!none) return;
    const rest = setTimeout(() => tellInVain(path, words), rest_ms);
    return () => clearTimeout(rest);
  }, [path, words, none]);
}
