import { school_words } from './school-words.ts';
import { termsOf } from './terms.ts';

/** Groups of words and short phrases that mean the same. */
export type Groups = readonly (readonly string[])[];

/** What else the words of a question are called, each with its share of the phrase that it is a part of. */
export type Synonyms = (words: readonly string[]) => ReadonlyMap<string, number>;

/** The ways that a word is compared: by its English and its French stem, where they differ. */
function spellingsOf(phrase: string): string[][] {
  const [one, other] = [termsOf(phrase, 'en'), termsOf(phrase, 'fr')];
  const different = one.join(' ') === other.join(' ') ? [one] : [one, other];
  return different.filter(words => words.length > 0);
}

/** Groups of words and phrases that mean the same. A phrase counts when its words follow each other. */
export function newSynonyms(groups: Groups): Synonyms {
  const others = new Map<string, string[][]>();
  let longest = 0;
  for (const group of groups) {
    const spellings = group.flatMap(spellingsOf);
    for (const words of spellings) {
      const phrase = words.join(' ');
      longest = Math.max(longest, words.length);
      others.set(phrase, [
        ...(others.get(phrase) ?? []),
        ...spellings.filter(other => other.join(' ') !== phrase),
      ]);
    }
  }
  return words => {
    const found = new Map<string, number>();
    for (let at = 0; at < words.length; at++)
      for (let length = 1; length <= Math.min(longest, words.length - at); length++)
        for (const other of others.get(words.slice(at, at + length).join(' ')) ?? [])
          for (const word of other) found.set(word, Math.max(found.get(word) ?? 0, 1 / other.length));
    return found;
  };
}

export const school_synonyms = newSynonyms(school_words);
