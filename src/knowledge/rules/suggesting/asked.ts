import { bagOf, damped, pairsOf } from './bags.ts';
import type { Bag } from './postings.ts';
import { school_synonyms, type Synonyms } from './synonyms.ts';
import { fourLettersOf, langOf, termsOf, type Lang } from './terms.ts';

export interface Question {
  title: string;
  text: string;
}

/** A question as the indexes are asked it. */
export interface Asked {
  /** Its own words. */
  own: Bag;
  /** Its own, and what else they are called: as the texts of each language are asked. */
  words: Record<Lang, Bag>;
  pairs: Bag;
  /** None when it has no words. */
  letters: Bag;
}

const title_weight = 2;
/** What another name of a word counts: in the other language it is the only one that can be there. */
const [same_language, other_language, group_weight] = [0.3, 0.9, 0.9];
/** Misspelt words are sought in the beginning of a long text only. */
const letters_of_text = 2_000;

/** `called`: what else the group itself calls things. */
export function askedOf({ title, text }: Question, called: Synonyms): Asked {
  const [inTitle, inText] = [termsOf(title), termsOf(text)];
  const own = damped(bagOf(inTitle, inText, title_weight));
  const all = [...inTitle, ...inText];
  const [ofSchools, ofGroup] = [school_synonyms(all), weighed(called(all), group_weight)];
  const lang = langOf(`${title}\n${text}`);
  const wordsFor = (texts: Lang): Bag =>
    new Map([...weighed(ofSchools, texts === lang ? same_language : other_language), ...ofGroup, ...own]);
  const inBegin = fourLettersOf(text.slice(0, letters_of_text));
  return {
    own,
    words: { en: wordsFor('en'), fr: wordsFor('fr') },
    pairs: damped(bagOf(pairsOf(inTitle), pairsOf(inText), title_weight)),
    letters: own.size === 0 ? own : damped(bagOf(fourLettersOf(title), inBegin, title_weight)),
  };
}

const weighed = (bag: Bag, weight: number): [string, number][] =>
  [...bag].map(([word, share]) => [word, share * weight]);
