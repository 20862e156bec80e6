import { newArticles, type ArticleText } from './articles.ts';
import { askedOf, type Asked, type Question } from './asked.ts';
import { newBest } from './best.ts';
import { newMemory, type TicketText } from './memory.ts';
import { addedUp, belief, most } from './believing.ts';
import { newSynonyms, type Groups } from './synonyms.ts';

export type { ArticleText, Question, TicketText };

/** Best first. */
export interface Ranked {
  items: { id: number; score: number }[];
  /** Whether the first is likely to be right: what a screen shows unasked. */
  confident: boolean;
}

export interface Suggesting {
  /** Adds or replaces. */
  putArticle(article: ArticleText): void;
  dropArticle(id: number): void;
  /** Adds or replaces. With the articles that solved it, it teaches. */
  putTicket(ticket: TicketText): void;
  dropTicket(id: number): void;
  /** The group's own words that mean the same, in place of those before: the next question goes by them. */
  putSynonyms(groups: Groups): void;
  /** Visibility is applied before the cut: `may` decides by id. */
  articlesFor(question: Question, asked: { may?: (id: number) => boolean; limit: number }): Ranked;
  ticketsLike(
    question: Question,
    asked: { may?: (id: number) => boolean; limit: number; except?: number },
  ): Ranked;
}

const letters_weight = 0.3;
const together_weight = 2;
const everybody = () => true;

/** The first is likely to be right when it leads by so much of its score, and has so much of the question's words. */
const sure = { lead: 0.2, words: 0.3, belief: 0.5, ticket: 0.5 };

/** Sums of the same numbers in another order differ in their last digits; that must not decide who is first. */
const rounded = (score: number): number => Math.round(score * 1e9) / 1e9;

/** How far the first is ahead of the second, as a share of its score. */
const leadOf = ([first, second]: Ranked['items']): number =>
  first ? (first.score - (second?.score ?? 0)) / first.score : 0;

/**
 * An index of articles and tickets that ranks both for a question. `synonyms` are the group's own: words and short phrases
 * that mean the same; they come on top of a school's words (school-words.ts).
 */
export function newSuggesting(synonyms: Groups = []): Suggesting {
  const articles = newArticles();
  const memory = newMemory();
  let called = newSynonyms(synonyms);

  const placesOf = (may: (id: number) => boolean): number[] =>
    articles.places.all().filter(place => may(articles.places.idAt(place)!));

  /** What earlier tickets say about the articles at these places, and how far that is believed. */
  function recalled(asked: Asked, places: readonly number[], words: number) {
    const placeOf = new Map(places.map(place => [articles.places.idAt(place)!, place]));
    const learned = memory.learned(asked, placeOf, articles.places.end);
    return { ...learned, weight: belief(learned, { taught: memory.taught, words, places }) };
  }

  return {
    putArticle: articles.put,
    dropArticle: articles.drop,
    putTicket: memory.put,
    dropTicket: memory.drop,
    putSynonyms: groups => void (called = newSynonyms(groups)),
    articlesFor(question, { may = everybody, limit }) {
      const asked = askedOf(question, called);
      const places = placesOf(may);
      const fit = articles.fit(asked);
      const words = most(fit.words, places);
      const { nearest, together, weight } = recalled(asked, places, words);
      const sums = addedUp(
        [
          { scores: fit.words, weight: 1 },
          { scores: fit.letters, weight: letters_weight },
          { scores: nearest, weight },
          { scores: together, weight: together_weight * weight },
        ],
        places,
      );
      const best = newBest(Math.max(2, limit));
      for (const place of places) best.offer(articles.places.idAt(place)!, rounded(sums[place]!));
      const fits = words / articles.whole(asked) >= sure.words || weight >= sure.belief;
      return { items: best.items.slice(0, limit), confident: fits && leadOf(best.items) >= sure.lead };
    },
    ticketsLike(question, { may = everybody, limit, except }) {
      const asked = askedOf(question, called);
      const { items, whole } = memory.alike(asked, Math.max(1, limit), id => id !== except && may(id));
      return {
        items: items.slice(0, limit),
        confident: items.length > 0 && items[0]!.score / whole >= sure.ticket,
      };
    },
  };
}
