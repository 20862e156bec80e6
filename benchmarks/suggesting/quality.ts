import type { Question } from '../../src/knowledge/rules/suggesting/suggesting.ts';
import type { Written } from './evaluation.ts';

/** All as a share of a hundred. */
export interface Quality {
  /** Mean average precision: how high the right articles stand. */
  map: number;
  first: number;
  in_five: number;
}

/** Ids of articles, best first. */
export type Ranking = (question: Question) => readonly number[];

/** How well a ranking finds what solved these tickets. Those that no article solved don't count. */
export function qualityOf(rank: Ranking, tickets: readonly Written[]): Quality {
  const asked = tickets.filter(({ articles }) => articles.length > 0);
  const sum: Quality = { map: 0, first: 0, in_five: 0 };
  for (const { title, text, articles } of asked) {
    const right = rank({ title, text }).map(id => articles.includes(id));
    sum.map += precisionOf(right, articles.length);
    sum.first += Number(right[0] ?? false);
    sum.in_five += Number(right.slice(0, 5).includes(true));
  }
  const share = (value: number) => (100 * value) / asked.length;
  return { map: share(sum.map), first: share(sum.first), in_five: share(sum.in_five) };
}

/** The mean, over all right ones, of the share of right ones down to each. */
function precisionOf(right: readonly boolean[], all: number): number {
  let [met, sum] = [0, 0];
  right.forEach((is, at) => {
    if (is) sum += ++met / (at + 1);
  });
  return sum / all;
}
