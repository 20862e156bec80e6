import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import { periods, shortOf, stretchesOf, stretchWords } from './stretches.ts';

const today = dayNumber('2026-11-23');
const shown = (period: (typeof periods)[number], day = today) =>
  stretchesOf(period, day).map(({ first, last }) => `${dateOfDay(first)} ${dateOfDay(last)}`);

test('thirty days end today', () => {
  expect(shown('30d')).toHaveLength(30);
  expect(shown('30d')[0]).toBe('2026-10-25 2026-10-25');
  expect(shown('30d').at(-1)).toBe('2026-11-23 2026-11-23');
});

test('thirteen weeks go from Monday to Sunday, the last is this one', () => {
  expect(shown('13w')).toHaveLength(13);
  expect(shown('13w')[0]).toBe('2026-08-31 2026-09-06');
  expect(shown('13w').at(-1)).toBe('2026-11-23 2026-11-29');
});

test('a school year begins in September, and in August it is the one that ends', () => {
  expect(shown('year')).toEqual(['2026-09-01 2026-09-30', '2026-10-01 2026-10-31', '2026-11-01 2026-11-30']);
  const last = shown('year', dayNumber('2026-08-31'));
  expect([last.length, last[0], last.at(-1)]).toEqual([12, '2025-09-01 2025-09-30', '2026-08-01 2026-08-31']);
});

test('stretches follow each other, and today is in the last', () => {
  fc.assert(
    fc.property(fc.constantFrom(...periods), fc.integer({ min: 18_000, max: 30_000 }), (period, day) => {
      const stretches = stretchesOf(period, day);
      stretches.forEach(({ first, last }, index) => {
        expect(last).toBeGreaterThanOrEqual(first);
        if (index > 0) expect(first).toBe(stretches[index - 1]!.last + 1);
      });
      expect(stretches.at(-1)!.first).toBeLessThanOrEqual(day);
      expect(stretches.at(-1)!.last).toBeGreaterThanOrEqual(day);
    }),
  );
});

test.each([
  ['2026-11-23', '2026-11-23', '23 November 2026', '23 novembre 2026', '11-23'],
  ['2026-09-01', '2026-09-30', 'September 2026', 'septembre 2026', '2026-09'],
  [
    '2026-09-28',
    '2026-10-04',
    '28 September to 4 October 2026',
    'du 28 septembre au 4 octobre 2026',
    '09-28',
  ],
  [
    '2026-12-28',
    '2027-01-03',
    '28 December 2026 to 3 January 2027',
    'du 28 décembre 2026 au 3 janvier 2027',
    '12-28',
  ],
])('%s to %s is called so', (first, last, ...called) => {
  const stretch = { first: dayNumber(first), last: dayNumber(last) };
  expect([stretchWords(stretch, 'en'), stretchWords(stretch, 'fr'), shortOf(stretch)]).toEqual(called);
});
