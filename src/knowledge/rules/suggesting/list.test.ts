import fc from 'fast-check';
import { expect, test } from 'vitest';
import { added, placeOf, sizeOf, weightOf, without, type List } from './list.ts';

const entriesOf = (list: List | undefined): [place: number, weight: number][] => {
  if (list === undefined) return [];
  const entries = typeof list === 'number' ? [list] : [...list.entries.slice(0, list.size)];
  return entries.map(entry => [placeOf(entry), weightOf(entry)]);
};

test('whatever is added and taken out, the rest stands in order with its weights, and is not kept long', () => {
  const step = fc.record({ place: fc.nat(40), weight: fc.integer({ min: 1, max: 300 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), steps => {
      let list: List | undefined;
      const kept = new Map<number, number>();
      for (const { place, weight } of steps)
        if (kept.has(place)) {
          list = without(list!, place);
          kept.delete(place);
        } else {
          list = added(list, place, weight);
          kept.set(place, Math.min(255, weight));
        }
      expect(entriesOf(list)).toEqual([...kept].sort(([one], [other]) => one - other));
      if (list !== undefined) expect(sizeOf(list)).toBe(kept.size);
      if (typeof list === 'object') expect(list.entries.length).toBeLessThanOrEqual(4 * list.size);
    }),
  );
});

test('eight million texts have places', () => {
  const last = 2 ** 23 - 1;
  expect(entriesOf(added(added(undefined, last, 255), 0, 1))).toEqual([
    [0, 1],
    [last, 255],
  ]);
});
