import { bagOf, damped, pairsOf } from './bags.ts';
import type { Bag } from './postings.ts';
import type { Synonyms } from './synonyms.ts';
import { fourLettersOf, termsOf } from './terms.ts';

export interface Question {
  title: string;
  text: string;
}

/** A question as the indexes are asked it. */
export interface Asked {
  /** Its own words. */
  own: Bag;
  /** Its own, and what else they are called. */
  words: Bag;
  pairs: Bag;
  /** None when it has no words. */
  letters: Bag;
}

const title_weight = 2;
/** Misspelt words are sought in the beginning of a long text only. */
const letters_of_text = 2_000;

export function askedOf({ title, text }: Question, synonyms: Synonyms): Asked {
  const [inTitle, inText] = [termsOf(title), termsOf(text)];
  const own = damped(bagOf(inTitle, inText, title_weight));
  const inBegin = fourLettersOf(text.slice(0, letters_of_text));
  return {
    own,
    words: new Map([...synonyms([...inTitle, ...inText]), ...own]),
    pairs: damped(bagOf(pairsOf(inTitle), pairsOf(inText), title_weight)),
    letters: own.size === 0 ? own : damped(bagOf(fourLettersOf(title), inBegin, title_weight)),
  };
}
