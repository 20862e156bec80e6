import { useEffect } from 'react';
import { api } from '#ui/ui.ts';

const rest_ms = 2500;
const told = new Set<string>();

/** Tells, once in a visit, that something was looked for and not found; of whom is not kept, and nobody waits for it. */
export function tellInVain(path: string, words: string): void {
  const typed = words.trim().slice(0, 200);
  if (!typed || told.has(typed)) return;
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
