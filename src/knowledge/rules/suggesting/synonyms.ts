import { school_words } from './school-words.ts';
import { termsOf } from './terms.ts';

/** What else the words of a question are called, each with what it weighs beside a word that stands there. */
export type Synonyms = (words: readonly string[]) => ReadonlyMap<string, number>;

const weight = 0.7;

/** The ways that a word is compared: by its English and its French stem, where they differ. */
function spellingsOf(phrase: string): string[][] {
  const [one, other] = [termsOf(phrase, 'en'), termsOf(phrase, 'fr')];
  const different = one.join(' ') === other.join(' ') ? [one] : [one, other];
  return different.filter(words => words.length > 0);
}

/** Groups of words and phrases that mean the same, on top of others. A phrase counts when its words follow each other. */
export function newSynonyms(groups: readonly (readonly string[])[], more?: Synonyms): Synonyms {
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
    const found = new Map(more?.(words));
    for (let at = 0; at < words.length; at++)
      for (let length = 1; length <= Math.min(longest, words.length - at); length++)
        for (const other of others.get(words.slice(at, at + length).join(' ')) ?? [])
          for (const word of other) found.set(word, Math.max(found.get(word) ?? 0, weight / other.length));
    return found;
  };
}

export const school_synonyms = newSynonyms(school_words);
