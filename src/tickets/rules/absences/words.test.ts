import { expect, test } from 'vitest';
import { dayNumber } from '#sla/rules/dates.ts';
import { absenceWords, awayWords, personHoursWords, rotaDayWords, spanOfDays } from './words.ts';

const now = new Date('2026-11-23T17:00:00Z'); // a Monday, 10:00
const en = { now, zone: 'America/Vancouver', lang: 'en' } as const;
const fr = { ...en, lang: 'fr' } as const;

test.each([
  [{}, 'Thursday to 3 December', 'de jeudi à 3 décembre'],
  [{ from_noon: true }, 'Thursday from noon to 3 December', 'de jeudi dès midi à 3 décembre'],
  [{ to_date: '2026-11-26' }, 'Thursday', 'jeudi'],
  [{ to_date: '2026-11-26', to_noon: true }, 'Thursday until noon', 'jeudi jusqu’à midi'],
  [{ to_date: '2026-11-26', from_noon: true }, 'Thursday from noon', 'jeudi dès midi'],
])('an absence %j', (more, english, french) => {
  const absence = {
    from_date: '2026-11-26',
    from_noon: false,
    to_date: '2026-12-03',
    to_noon: false,
    ...more,
  };
  expect(absenceWords(absence, en)).toBe(english);
  expect(absenceWords(absence, fr)).toBe(french);
});

test('until when somebody is away', () => {
  const away = { until: new Date('2026-11-26T15:00:00Z'), absent: true };
  expect(awayWords(away, en)).toBe('away until Thursday 8:00');
  expect(awayWords(away, fr)).toBe('de retour jeudi 8:00');
  expect(awayWords({ until: null, absent: true }, en)).toBe('away');
});

test('days of the rota', () => {
  expect(rotaDayWords(dayNumber('2026-11-23'), 'en')).toBe('Monday 23 November');
  expect(spanOfDays(dayNumber('2026-11-23'), dayNumber('2026-12-01'), 'fr')).toBe(
    '23 novembre au 1er décembre',
  );
});

test('hours of the week', () => {
  const day = (weekday: number, from: number, to: number) => ({
    weekday,
    from_minute: from * 60,
    to_minute: to * 60,
  });
  expect(
    personHoursWords([day(2, 8, 12), day(1, 8, 12), day(3, 8, 12), day(5, 13, 24), day(5, 8, 12)], 'en'),
  ).toBe('Monday to Wednesday 8:00–12:00, Friday 8:00–12:00 and 13:00–24:00');
  expect(personHoursWords([day(1, 8, 12)], 'fr')).toBe('lundi 8:00–12:00');
  expect(personHoursWords([], 'en')).toContain('any time');
});
