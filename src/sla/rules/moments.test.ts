import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateWords, moment, spanWords, type Seen } from './moments.ts';
import { localDate } from './zones.ts';

// Monday 23 November 2026, 10:00 in Vancouver.
const en: Seen = { now: new Date('2026-11-23T17:00:00Z'), zone: 'America/Vancouver', lang: 'en' };
const fr: Seen = { ...en, lang: 'fr' };

describe('a time in words', () => {
  it.each([
    ['2026-11-23T17:52:59Z', 'today 10:52', 'aujourd’hui 10:52'],
    ['2026-11-23T16:05:00Z', 'today 9:05', 'aujourd’hui 9:05'],
    ['2026-11-23T07:00:00Z', 'today 0:00', 'aujourd’hui 0:00'],
    ['2026-11-23T06:59:00Z', 'yesterday 23:59', 'hier 23:59'],
    ['2026-11-24T18:30:00Z', 'tomorrow 11:30', 'demain 11:30'],
    ['2026-11-27T21:02:00Z', 'Friday 14:02', 'vendredi 14:02'],
    ['2026-11-20T21:02:00Z', 'Friday 14:02', 'vendredi 14:02'],
    ['2026-11-17T21:02:00Z', 'Tuesday 14:02', 'mardi 14:02'],
    ['2026-11-29T21:02:00Z', 'Sunday 14:02', 'dimanche 14:02'],
    ['2026-11-30T21:02:00Z', '30 November, 14:02', '30 novembre, 14:02'],
    ['2026-11-16T21:02:00Z', '16 November, 14:02', '16 novembre, 14:02'],
    ['2026-03-03T22:02:00Z', '3 March, 14:02', '3 mars, 14:02'],
    ['2026-04-01T21:02:00Z', '1 April, 14:02', '1er avril, 14:02'],
    ['2025-03-03T22:02:00Z', '3 March 2025, 14:02', '3 mars 2025, 14:02'],
    ['2027-02-01T21:02:00Z', '1 February 2027, 14:02', '1er février 2027, 14:02'],
  ])('%s is “%s” or « %s »', (at, english, french) => {
    expect(moment(new Date(at), en).words).toBe(english);
    expect(moment(new Date(at), fr).words).toBe(french);
  });

  it('goes by the local day and year of who looks, not by UTC', () => {
    const eve = { ...en, now: new Date('2027-01-01T06:30:00Z') };
    expect(moment(eve.now, eve).words).toBe('today 23:30');
    expect(moment(new Date('2026-03-03T22:02:00Z'), eve).words).toBe('3 March, 14:02');
    expect(moment(eve.now, { ...eve, zone: 'America/Edmonton' }).words).toBe('today 0:30');
  });

  it('names the near day across a change of year', () => {
    const eve = { ...en, now: new Date('2026-12-31T17:00:00Z') };
    expect(moment(new Date('2027-01-01T17:00:00Z'), eve).words).toBe('tomorrow 10:00');
    expect(moment(new Date('2027-01-04T17:00:00Z'), eve).words).toBe('Monday 10:00');
  });

  it('comes with the instant and with everything said exactly', () => {
    expect(moment(new Date('2026-11-23T17:52:00Z'), en)).toEqual({
      at: '2026-11-23T17:52:00.000Z',
      words: 'today 10:52',
      exact: 'Monday 23 November 2026, 10:52 Pacific time',
    });
    expect(moment(new Date('2026-11-23T17:52:00Z'), fr).exact).toBe(
      'lundi 23 novembre 2026, 10:52, heure du Pacifique',
    );
    expect(moment(new Date('2026-12-01T16:05:00Z'), fr).exact).toBe(
      'mardi 1er décembre 2026, 9:05, heure du Pacifique',
    );
    expect(moment(en.now, { ...en, zone: 'America/Creston' }).exact).toBe(
      'Monday 23 November 2026, 10:00 Creston time',
    );
  });

  it('says of a date what it says of a time on that date', () => {
    const near = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2029-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(near, fc.constantFrom(en, fr), (at, seen) => {
        const { words } = moment(at, seen);
        expect(words.replace(/,? \d+:\d\d$/, '')).toBe(dateWords(localDate(at, seen.zone), seen));
      }),
    );
  });

  it('refuses a date that is none', () => {
    expect(() => dateWords('2026-02-30', en)).toThrow(RangeError);
    expect(() => moment(new Date('never'), en)).toThrow(RangeError);
  });
});

it.each([
  [130, '2 h 10 min'],
  [45, '45 min'],
  [120, '2 h'],
  [0, '0 min'],
  [59.6, '1 h'],
  [1500, '25 h'],
  [-5, '−5 min'],
])('a span of %d minutes is “%s” in both languages', (minutes, words) => {
  expect(spanWords(minutes, 'en')).toBe(words);
  expect(spanWords(minutes, 'fr')).toBe(words);
});
