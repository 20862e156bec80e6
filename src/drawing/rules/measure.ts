import { letters, widths } from './metrics.ts';

/** A sign that French sets apart stays with its word. */
const before_word = / (?![:;?!»%])/;

export type Weight = keyof typeof widths;

const tables = Object.fromEntries(
  Object.entries(widths).map(([weight, text]) => [
    weight,
    new Map(letters.map((letter, at) => [letter, parseInt(text.slice(2 * at, 2 * at + 2), 36) / 1000])),
  ]),
) as Record<Weight, Map<string, number>>;

/** What no table has is taken for wide. */
const unknown = 1;

/** How wide a text is at this size, in points; what is kerned together is a little narrower. */
export function widthOf(text: string, size: number, weight: Weight = 'plain'): number {
  let sum = 0;
  for (const letter of text) sum += tables[weight].get(letter) ?? unknown;
  return sum * size;
}

/**
 * A text in lines that are no wider than this, broken between words, or inside of a word that is wider than a line.
 * `first` is what the first line has less, such as for a number before it.
 */
export function wrapped(
  text: string,
  width: number,
  { size, weight = 'plain', first = 0 }: { size: number; weight?: Weight; first?: number },
): string[] {
  const lines = [''];
  const fits = (line: string) => widthOf(line, size, weight) <= width - (lines.length === 1 ? first : 0);
  for (const word of text.split(before_word).filter(Boolean)) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (fits(longer)) {
      lines[lines.length - 1] = longer;
      continue;
    }
    // A word that a whole line has room for isn't broken for the sake of the first.
    if (lines.at(-1) !== '' || (first > 0 && lines.length === 1)) lines.push('');
    for (const letter of word) {
      if (lines.at(-1) !== '' && !fits(lines.at(-1) + letter)) lines.push('');
      lines[lines.length - 1] += letter;
    }
  }
  return lines;
}
