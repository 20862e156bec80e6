import { expect, test } from 'vitest';
import type { Seen } from './moments.ts';
import { periodWords } from './periods.ts';

// Monday 23 November 2026, 10:00 in Vancouver.
const en: Seen = { now: new Date('2026-11-23T17:00:00Z'), zone: 'America/Vancouver', lang: 'en' };
const fr: Seen = { ...en, lang: 'fr' };

test.each([
  ['2026-11-23T16:10Z', null, 'since today 9:10', 'depuis aujourd’hui 9:10'],
  ['2026-11-28T00:00Z', null, 'from Friday 17:00', 'à partir de vendredi 17:00'],
  ['2026-11-23T19:00Z', '2026-11-23T20:30Z', 'today, 12:00 to 13:30', 'aujourd’hui, de 12:00 à 13:30'],
  [
    '2026-11-28T00:00Z',
    '2026-11-28T02:00Z',
    'Friday 27 November, 17:00 to 19:00',
    'vendredi 27 novembre, de 17:00 à 19:00',
  ],
  [
    '2026-11-28T00:00Z',
    '2026-11-29T19:00Z',
    'Friday 27 November 17:00 to Sunday 29 November 12:00',
    'vendredi 27 novembre 17:00 – dimanche 29 novembre 12:00',
  ],
  [
    '2027-01-02T00:00Z',
    '2027-01-02T01:00Z',
    'Friday 1 January 2027, 17:00 to 18:00',
    'vendredi 1er janvier 2027, de 17:00 à 18:00',
  ],
])('from %s to %s is “%s” or « %s »', (from, to, english, french) => {
  const words = (seen: Seen) => periodWords(new Date(from), to === null ? null : new Date(to), seen);
  expect(words(en)).toBe(english);
  expect(words(fr)).toBe(french);
});

test('goes by the clock of who looks: in Alberta the same hour is one later', () => {
  const alberta = { ...en, zone: 'America/Edmonton' };
  expect(periodWords(new Date('2026-11-28T00:00Z'), new Date('2026-11-28T02:00Z'), alberta)).toBe(
    'Friday 27 November, 18:00 to 20:00',
  );
});
