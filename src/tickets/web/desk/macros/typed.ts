import type { Typed } from '#ui/typing/use-typed.ts';

/**
 * The macro that is being typed: a colon at the beginning of a word, and what of its name follows. Alone it counts at
 * the beginning of a line only, since French puts a blank before the colon that ends a line.
 */
export function typedMacro(text: string, caret: number): Typed | undefined {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const found = /(?:^|\s):((?:\p{L}[\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]*){0,4})?)$/u.exec(line);
  if (!found || (found[1] === '' && line !== ':')) return undefined;
  return { from: caret - found[1]!.length - 1, name: found[1]! };
}
