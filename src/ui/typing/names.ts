import type { Typed } from './use-typed.ts';

const longest_name = 40;

/** What is typed after the last `@` before the caret, when that may become a name; a mail address may not. */
export function typedMention(text: string, caret: number): Typed | undefined {
  const before = text.slice(Math.max(0, caret - longest_name), caret);
  const found = /(?:^|[^\p{L}\p{N}])@((?:[\p{L}\p{M}'’ʼ.-]+ ?){0,4})$/u.exec(before);
  if (!found) return undefined;
  const name = found[1]!;
  return { from: caret - name.length - 1, name };
}

const most = 6;

const plain = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/gu, "'").toLowerCase();

/** Whose name, or a later word of it, begins so; a name that stands there whole needs no offer. */
export function beginnersOf<P extends { name: string }>(people: readonly P[], typed: string): P[] {
  const begin = plain(typed);
  const fits = (name: string) =>
    name.startsWith(begin) || name.split(' ').some((_, at, all) => all.slice(at).join(' ').startsWith(begin));
  return people.filter(({ name }) => begin.trim() !== plain(name) && fits(plain(name))).slice(0, most);
}
