import { newPostings, type Bag, type Bounds, type Postings } from './postings.ts';
import type { Lang } from './terms.ts';

/** Postings of both languages. Each has its own rarity of words: among few French texts no French word is a rare one. */
export interface Bilingual {
  put(place: number, bag: Bag, lang: Lang): void;
  drop(place: number): void;
  find(question: Record<Lang, Bag>, visit: (place: number, score: number) => void, bounds?: Bounds): void;
  rarity: Postings['rarity'];
}

export function newBilingual(measure: { k1: number; b: number }): Bilingual {
  const both = { en: newPostings(measure), fr: newPostings(measure) };
  const langs: (Lang | undefined)[] = [];
  return {
    put(place, bag, lang) {
      langs[place] = lang;
      both[lang].put(place, bag);
    },
    drop(place) {
      both[langs[place]!].drop(place);
      langs[place] = undefined;
    },
    find(question, visit, bounds) {
      both.en.find(question.en, visit, bounds);
      both.fr.find(question.fr, visit, bounds);
    },
    rarity: word => Math.max(both.en.rarity(word), both.fr.rarity(word)),
  };
}
