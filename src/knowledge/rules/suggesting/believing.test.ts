import { expect, test } from 'vitest';
import { addedUp, belief, most } from './believing.ts';

const places = [0, 1, 2];
const believed = (nearest: readonly number[], given: { best?: number; taught?: number; words?: number }) => {
  const learned = {
    nearest: Float64Array.from(nearest),
    together: new Float64Array(3),
    best: given.best ?? 20,
  };
  return belief(learned, { taught: given.taught ?? 400, words: given.words ?? 10, places });
};

test('the memory is believed the more, the more tickets there are', () => {
  expect(believed([1, 0, 0], {})).toBe(0.5);
  expect(believed([1, 0, 0], { taught: 3_600 })).toBe(0.9);
});

test('it is doubted when the nearest tickets speak for many articles, or are hardly alike', () => {
  const sure = believed([1, 0, 0], {});
  expect(believed([1, 1, 1], {})).toBeLessThan(sure);
  expect(believed([1, 0, 0], { best: 5 })).toBeLessThan(sure);
  expect(believed([1, 0, 0], { best: 5, words: 0 })).toBe(sure);
  expect(believed([0, 0, 0], {})).toBe(0);
});

test('doubt fades as the memory grows', () => {
  const share = (taught: number) =>
    believed([1, 0, 0], { taught, best: 5 }) / believed([1, 0, 0], { taught });
  expect(share(50)).toBeLessThan(0.01);
  expect(share(200)).toBeCloseTo(0.25, 6);
  expect(share(4_000)).toBeGreaterThan(0.9);
});

test('parts are added up as shares of their best among those that count', () => {
  const part = (scores: readonly number[], weight: number) => ({ scores: Float64Array.from(scores), weight });
  expect([...addedUp([part([4, 2, 8], 1), part([0, 5, 0], 0.5), part([0, 0, 9], 1)], [0, 1])]).toEqual([
    1, 1,
  ]);
  expect([...addedUp([part([1, 2, 3], 1)], [])]).toEqual([]);
  expect(most(Float64Array.of(1, 7, 3), [0, 2])).toBe(3);
});
