import type { Bag } from './postings.ts';

/** How often each word is there, times a weight, on top of what the bag has. */
export function addTo(
  bag: Map<string, number>,
  words: readonly string[],
  weight: number,
): Map<string, number> {
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + weight);
  return bag;
}

/** A text whose title weighs so much more than what stands under it. */
export const bagOf = (
  title: readonly string[],
  text: readonly string[],
  weight: number,
): Map<string, number> => addTo(addTo(new Map(), title, weight), text, 1);

/** Each word with the one behind it. */
export const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at]!} ${word}`);

/** The more often a word is repeated in a question, the less each time says. */
export const damped = (bag: Bag): Map<string, number> =>
  new Map([...bag].map(([word, times]) => [word, (9 * times) / (times + 8)]));
