import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateOfDay, dayNumber, weekdayOfDay } from './dates.ts';

const anyDay = fc.integer({ min: dayNumber('0000-01-01'), max: dayNumber('9999-12-31') });

it('a day number and its date name the same day', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  fc.assert(fc.property(anyDay, day => dayNumber(dateOfDay(day)) === day));
});

it('weeks go from Monday, 1, to Sunday, 7', () => {
  expect(weekdayOfDay(dayNumber('2026-11-23'))).toBe(1);
  expect(weekdayOfDay(dayNumber('2026-11-29'))).toBe(7);
  fc.assert(
    fc.property(anyDay, day => {
      expect(weekdayOfDay(day)).toBe(new Date(dateOfDay(day)).getUTCDay() || 7);
    }),
  );
});

it('a date that does not exist is refused', () => {
  for (const date of ['2026-02-29', '2026-13-01', '2026-1-1', '23/11/2026', '']) {
    expect(() => dayNumber(date)).toThrow(RangeError);
  }
  expect(dayNumber('2028-02-29')).toBe(dayNumber('2028-03-01') - 1);
});
