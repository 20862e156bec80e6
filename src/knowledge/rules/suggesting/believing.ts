import type { Learned } from './memory.ts';

/** One way to score articles, by place, and what its best counts. */
export interface Part {
  scores: Float64Array;
  weight: number;
}

export const most = (scores: Float64Array, places: readonly number[]): number =>
  places.reduce((best, place) => Math.max(best, scores[place]!), 0);

/** Each part divided by its best, times its weight, and all added up; by place. */
export function addedUp(parts: readonly Part[], places: readonly number[]): Float64Array {
  const sums = new Float64Array(places.reduce((end, place) => Math.max(end, place + 1), 0));
  for (const { scores, weight } of parts) {
    const best = most(scores, places);
    if (best > 0) for (const place of places) sums[place]! += (weight * scores[place]!) / best;
  }
  return sums;
}

/** Few tickets teach little: as many as these count half. */
const half_taught = 400;
/** What share the nearest tickets give the best article when they agree, and how much nearer than it the nearest then is. */
const [agreeing, nearer] = [0.4, 2];
/** From so many tickets on, doubt counts less than it says. */
const many = 200;

/**
 * How far earlier tickets are believed, from 0 to 1. The more there are, the more. It is doubted when the nearest speak
 * for many articles, and when they are hardly more alike to the question than the best article is (`words`: its score);
 * a few hundred that were each put in other words mislead, thousands don't, so doubt fades as they grow.
 */
export function belief(
  { nearest, best }: Learned,
  { taught, words, places }: { taught: number; words: number; places: readonly number[] },
): number {
  const all = places.reduce((sum, place) => sum + nearest[place]!, 0);
  if (all === 0) return 0;
  const agree = Math.min(1, most(nearest, places) / all / agreeing);
  const near = words === 0 ? 1 : Math.min(1, best / words / nearer);
  return (taught / (taught + half_taught)) * (agree * near) ** (many / taught);
}
