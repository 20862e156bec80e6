import { expect, test } from 'vitest';
import { newPostings, type Bag, type Bounds } from './postings.ts';

const bag = (words: string): Bag => new Map(words.split(' ').map(word => [word, 1]));
const filled = (...texts: readonly string[]) => {
  const postings = newPostings({ k1: 1.2, b: 0.75 });
  texts.forEach((text, place) => postings.put(place, bag(text)));
  return postings;
};
const found = (postings: ReturnType<typeof filled>, words: string, bounds?: Bounds) => {
  const scores = new Map<number, number>();
  postings.find(bag(words), (place, score) => scores.set(place, score), bounds);
  return scores;
};

test('a score is that of BM25', () => {
  const scores = found(filled('late slip', 'late', 'key'), 'slip');
  const rarity = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5));
  const length = 2 / (4 / 3);
  expect([...scores.keys()]).toEqual([0]);
  expect(scores.get(0)).toBeCloseTo((rarity * 2.2) / (1 + 1.2 * (0.25 + 0.75 * length)), 12);
});

test('a rare word says more than a common one, a short text more than a long one', () => {
  const scores = found(filled('late slip', 'late key', 'late pen paper box'), 'late slip');
  expect(scores.get(0)!).toBeGreaterThan(scores.get(1)!);
  expect(scores.get(1)!).toBeGreaterThan(scores.get(2)!);
});

test('a question leaves nothing for the next', () => {
  const postings = filled('late slip', 'late key');
  const first = found(postings, 'late slip');
  found(postings, 'key');
  expect(found(postings, 'late slip')).toEqual(first);
});

test('of a long question the rare words are read first, and the common ones only as far as it may go', () => {
  const postings = filled('rare common', ...Array.from({ length: 50 }, (_, at) => `common w${at}`));
  expect(found(postings, 'common rare').size).toBe(51);
  expect(found(postings, 'common rare', { texts: 1, entries: Infinity }).size).toBe(1);
  expect(found(postings, 'common rare', { texts: Infinity, entries: 50 }).size).toBe(1);
  expect(found(postings, 'common', { texts: 1, entries: 1 }).size).toBe(51);
  const bounded = found(postings, 'common rare', { texts: 1, entries: Infinity });
  expect(bounded.get(0)).toBe(found(postings, 'common rare').get(0));
});

test('a word that no text has any more is forgotten', () => {
  const postings = filled('late slip', 'late key');
  expect(postings.words).toBe(3);
  postings.drop(0);
  expect([postings.words, postings.texts]).toEqual([2, 1]);
  expect(postings.rarity('slip')).toBe(postings.rarity('never'));
  for (let time = 0; time < 1_000; time++) {
    postings.put(0, bag(`only${time}`));
    postings.drop(0);
  }
  postings.drop(1);
  expect([postings.words, postings.texts]).toEqual([0, 0]);
  expect(found(postings, 'late').size).toBe(0);
});
