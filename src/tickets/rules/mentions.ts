import { lettersOf, withoutMarks } from '#platform/text/letters.ts';

/** People named in a text by `@` and their full name, whatever the case and the accents; not inside code. */

interface Named {
  id: number;
  name: string;
}

/** One mention: whom, and where it stands in the text, with the `@`. */
export interface Mention {
  id: number;
  from: number;
  to: number;
}

/** A text without case, accents and kinds of apostrophes; `at` says where each of its letters stood. */
const folded = (text: string) =>
  lettersOf(text, letter => withoutMarks(letter).replace(/[’ʼ`]/gu, "'").toLowerCase());

/** Code, blanked out so that every place stays where it is: fenced blocks, then what stands between backticks. */
const withoutCode = (text: string): string =>
  text
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm, blank)
    .replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, blank);

const blank = (code: string) => ' '.repeat(code.length);

/** Where these people are mentioned, in the order of the text. Of two names that fit, the longer one is meant. */
export function mentionPlaces(text: string, people: readonly Named[]): Mention[] {
  if (!text.includes('@')) return [];
  const { letters, at } = folded(withoutCode(text));
  const names = people.map(({ id, name }) => ({ id, name: folded(name).letters }));
  const found: Mention[] = [];
  for (let sign = letters.indexOf('@'); sign >= 0; sign = letters.indexOf('@', sign + 1)) {
    if (/[\p{L}\p{N}]/u.test(letters.slice(0, sign).slice(-1))) continue; // a mail address
    const fitting = names.filter(({ name }) => stands(letters, sign + 1, name));
    const longest = Math.max(...fitting.map(({ name }) => name.length));
    for (const { id, name } of fitting)
      if (name.length === longest)
        found.push({ id, from: at[sign]!, to: at[sign + 1 + name.length] ?? text.length });
  }
  return found;
}

const stands = (letters: string, from: number, name: string) =>
  name !== '' && letters.startsWith(name, from) && !/^[\p{L}\p{N}]/u.test(letters.slice(from + name.length));

/** Who is mentioned, each once. */
export const mentionsIn = (text: string, people: readonly Named[]): number[] => [
  ...new Set(mentionPlaces(text, people).map(({ id }) => id)),
];
