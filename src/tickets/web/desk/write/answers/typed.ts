import type { Typed } from '#ui/typing/use-typed.ts';

/** What an answer is looked for by: a semicolon at the beginning of a word, and at least two letters right after it. */
export function typedAnswer(text: string, caret: number): Typed | undefined {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const found = /(?:^|\s);(\p{L}[\p{L}\p{M}\p{N}'’.-]+(?: [\p{L}\p{M}\p{N}'’.-]*){0,7})$/u.exec(line);
  return found ? { from: caret - found[1]!.length - 1, name: found[1]! } : undefined;
}
