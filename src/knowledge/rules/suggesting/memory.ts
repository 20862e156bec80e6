import type { Asked } from './asked.ts';
import { addTo, bagOf } from './bags.ts';
import { newBest, type Scored } from './best.ts';
import { newBilingual } from './bilingual.ts';
import { newPlaces } from './places.ts';
import { readText, termsOf } from './terms.ts';

export interface TicketText {
  id: number;
  title: string;
  text: string;
  solution: string;
  /** The articles that solved it. */
  articles: readonly number[];
}

/** What earlier tickets say about articles, by the articles' places. */
export interface Learned {
  /** How alike the tickets are that each solved, the nearest few only. */
  nearest: Float64Array;
  /** How alike all are that each solved, taken together. */
  together: Float64Array;
  /** The score of the nearest ticket. */
  best: number;
}

export interface Memory {
  /** How many tickets tell what solved them. */
  readonly taught: number;
  put(ticket: TicketText): void;
  drop(id: number): void;
  /** `placeOf`: where the articles stand that count, each below `end`. */
  learned(asked: Asked, placeOf: ReadonlyMap<number, number>, end: number): Learned;
  /** The tickets most alike, and how much the question's own words weigh together: about the score of one that has all. */
  alike(asked: Asked, limit: number, may: (id: number) => boolean): { items: Scored[]; whole: number };
}

const measure = { k1: 2, b: 0.75 };
const title_weight = 3;
const nearest_tickets = 50;
/** How alike two tickets of the same article are, which tells how a sum over many grows. */
const likeness = 0.1;
/** In each language. */
const bounds = { texts: 10_000, entries: 100_000 };
const nothing: readonly number[] = [];

/** The tickets, and which articles solved them. */
export function newMemory(): Memory {
  const places = newPlaces();
  const words = newBilingual(measure);
  const links: (readonly number[] | undefined)[] = [];
  /** How many tickets each article solved. */
  const solved = new Map<number, number>();
  let taught = 0;

  const count = (articles: readonly number[], more: 1 | -1) => {
    if (articles.length > 0) taught += more;
    for (const article of articles) {
      const now = (solved.get(article) ?? 0) + more;
      if (now === 0) solved.delete(article);
      else solved.set(article, now);
    }
  };
  const drop = (id: number) => {
    const place = places.of(id);
    if (place === undefined) return;
    words.drop(place);
    count(links[place] ?? [], -1);
    links[place] = undefined;
    places.leave(id);
  };
  return {
    get taught() {
      return taught;
    },
    drop,
    put({ id, title, text, solution, articles }) {
      drop(id);
      const place = places.take(id);
      const [inTitle, inText] = [readText(title), readText(text)];
      const asked = bagOf(inTitle.terms, inText.terms, title_weight);
      words.put(place, addTo(asked, termsOf(solution), 1), inText.lang ?? inTitle.lang ?? 'en');
      if (articles.length > 0) links[place] = [...new Set(articles)];
      count(links[place] ?? [], 1);
    },
    learned(asked, placeOf, end) {
      const [nearest, together] = [new Float64Array(end), new Float64Array(end)];
      const near = newBest(nearest_tickets);
      const visit = (place: number, score: number) => {
        let counts = false;
        for (const article of links[place] ?? nothing) {
          const at = placeOf.get(article);
          if (at === undefined) continue;
          counts = true;
          together[at]! += score;
        }
        if (counts) near.offer(places.idAt(place)!, score);
      };
      words.find(asked.words, visit, bounds);
      for (const [article, at] of placeOf) together[at]! /= rootOf(solved.get(article) ?? 1);
      const best = near.items[0]?.score ?? 0;
      for (const { id, score } of near.items) {
        const articles = links[places.of(id)!]!;
        for (const article of articles) {
          const at = placeOf.get(article);
          if (at !== undefined) nearest[at]! += (score / best) ** 2 / Math.sqrt(articles.length);
        }
      }
      return { nearest, together, best };
    },
    alike(asked, limit, may) {
      const best = newBest(limit, may);
      words.find(asked.words, (place, score) => best.offer(places.idAt(place)!, score), bounds);
      const whole = [...asked.own].reduce((sum, [word, times]) => sum + times * words.rarity(word), 0);
      return { items: best.items, whole };
    },
  };
}

/** The length of a sum of so many vectors of length one, each pair of them as alike as `likeness`. */
const rootOf = (tickets: number): number => Math.sqrt(tickets + likeness * tickets * (tickets - 1));
