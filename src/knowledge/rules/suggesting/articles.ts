import type { Asked } from './asked.ts';
import { bagOf, pairsOf } from './bags.ts';
import { newBilingual, type Bilingual } from './bilingual.ts';
import { newPlaces, type Places } from './places.ts';
import { plainOf } from './plain.ts';
import type { Bag } from './postings.ts';
import { fourLettersOf, langOf, termsOf, type Lang } from './terms.ts';

export interface ArticleText {
  id: number;
  title: string;
  /** Plain text or Markdown. */
  body: string;
  lang?: Lang;
}

/** How well the words of each article fit; by place. */
export interface Fit {
  /** By its words. */
  words: Float64Array;
  /** By each four letters. */
  letters: Float64Array;
}

export interface Articles {
  places: Places;
  put(article: ArticleText): void;
  drop(id: number): void;
  fit(asked: Asked): Fit;
  /** How much the question's own words weigh together: about what a text scores that has them all. */
  whole(asked: Asked): number;
}

const measure = { k1: 3, b: 0.75 };
const title_weight = 3;
const weights = { pairs: 0.2, titles: 0.5 };
const letters_of_body = 1_500;

/** The articles by what is written in them. */
export function newArticles(): Articles {
  const places = newPlaces();
  const [words, pairs, titles, letters] = [1, 2, 3, 4].map(() => newBilingual(measure)) as [
    Bilingual,
    Bilingual,
    Bilingual,
    Bilingual,
  ];
  const drop = (id: number) => {
    const place = places.of(id);
    if (place === undefined) return;
    for (const part of [words, pairs, titles, letters]) part.drop(place);
    places.leave(id);
  };
  const addUp = (sums: Float64Array, part: Bilingual, [asked, weight]: [Record<Lang, Bag>, number]) =>
    part.find(asked, (place, score) => (sums[place]! += weight * score));
  return {
    places,
    drop,
    put({ id, title, body, lang: given }) {
      drop(id);
      const place = places.take(id);
      const text = plainOf(body);
      const lang = given ?? langOf(`${title} ${text}`);
      const [inTitle, inText] = [termsOf(title, lang), termsOf(text, lang)];
      words.put(place, bagOf(inTitle, inText, title_weight), lang);
      pairs.put(place, bagOf(pairsOf(inTitle), pairsOf(inText), title_weight), lang);
      titles.put(place, bagOf(inTitle, [], 1), lang);
      letters.put(place, bagOf(fourLettersOf(`${title} ${text.slice(0, letters_of_body)}`), [], 1), lang);
    },
    fit(asked) {
      const fit = { words: new Float64Array(places.end), letters: new Float64Array(places.end) };
      addUp(fit.words, words, [asked.words, 1]);
      addUp(fit.words, pairs, [{ en: asked.pairs, fr: asked.pairs }, weights.pairs]);
      addUp(fit.words, titles, [asked.words, weights.titles]);
      addUp(fit.letters, letters, [{ en: asked.letters, fr: asked.letters }, 1]);
      return fit;
    },
    whole: asked => [...asked.own].reduce((sum, [word, times]) => sum + times * words.rarity(word), 0),
  };
}
