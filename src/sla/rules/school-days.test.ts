import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber } from './dates.ts';
import {
  addSchoolDays,
  isSchoolDay,
  provinceCalendar,
  schoolCalendar,
  schoolDaysBetween,
} from './school-days.ts';
import { instantOf } from './zones.ts';

const zone = 'America/Vancouver';
const province = provinceCalendar(zone);
// The example of calendar.json: winter break from 21 December 2026 to 1 January 2027.
const withBreak = schoolCalendar(zone, [
  { first_day: '2026-12-21', last_day: '2027-01-01', name: 'Winter break' },
]);
const at = (date: string, hour = 10) => instantOf(date, hour, 0, zone);
const anyInstant = fc.date({
  min: new Date('2025-01-01'),
  max: new Date('2031-01-01'),
  noInvalidDate: true,
});

describe('a school day', () => {
  it('is Monday to Friday', () => {
    expect(isSchoolDay('2026-11-23', province)).toBe(true);
    expect(isSchoolDay('2026-11-27', province)).toBe(true);
    expect(isSchoolDay('2026-11-28', province)).toBe(false);
    expect(isSchoolDay('2026-11-29', province)).toBe(false);
  });

  it('is no statutory holiday, but Easter Monday is one', () => {
    expect(isSchoolDay('2026-11-11', province)).toBe(false);
    expect(isSchoolDay('2026-07-01', province)).toBe(false);
    expect(isSchoolDay('2026-04-06', province)).toBe(true);
  });

  it('is not in a break of the school', () => {
    expect(isSchoolDay('2026-12-22', province)).toBe(true);
    expect(isSchoolDay('2026-12-22', withBreak)).toBe(false);
    expect(addSchoolDays(at('2026-12-18'), 1, withBreak)).toBe('2027-01-04');
  });
});

describe('school days that have begun', () => {
  it('do not count the first day, and count the last', () => {
    expect(schoolDaysBetween(at('2026-11-23', 8), at('2026-11-23', 16), province)).toBe(0);
    expect(schoolDaysBetween(at('2026-11-23'), at('2026-11-24', 0), province)).toBe(1);
    expect(schoolDaysBetween(at('2026-11-23'), at('2026-11-30'), province)).toBe(5);
    expect(schoolDaysBetween(at('2026-11-10'), at('2026-11-12'), province)).toBe(1);
  });

  it('go by the local day, not by UTC', () => {
    expect(schoolDaysBetween(at('2026-11-23', 23), at('2026-11-24', 1), province)).toBe(1);
    expect(schoolDaysBetween(at('2026-11-23', 16), at('2026-11-23', 23), province)).toBe(0);
  });

  it('are none when the end is not later', () => {
    expect(schoolDaysBetween(at('2026-11-27'), at('2026-11-23'), province)).toBe(0);
  });

  it('add up: two spans in a row are the whole', () => {
    fc.assert(
      fc.property(fc.tuple(anyInstant, anyInstant, anyInstant), instants => {
        const [a, b, c] = instants.sort((x, y) => x.getTime() - y.getTime());
        expect(schoolDaysBetween(a, b, withBreak) + schoolDaysBetween(b, c, withBreak)).toBe(
          schoolDaysBetween(a, c, withBreak),
        );
      }),
    );
  });
});

describe('a date so many school days later', () => {
  it('is a school day, and the day before has one less', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const date = addSchoolDays(from, days, withBreak);
        expect(isSchoolDay(date, withBreak)).toBe(true);
        expect(schoolDaysBetween(from, at(date), withBreak)).toBe(days);
        expect(schoolDaysBetween(from, at(dateOfDay(dayNumber(date) - 1)), withBreak)).toBe(days - 1);
      }),
    );
  });

  it('is the day itself for none, even on a Sunday', () => {
    expect(addSchoolDays(at('2026-11-22'), 0, province)).toBe('2026-11-22');
  });

  it('is refused for less than none, for parts of a day, and for a school that never opens', () => {
    expect(() => addSchoolDays(at('2026-11-23'), -1, province)).toThrow(RangeError);
    expect(() => addSchoolDays(at('2026-11-23'), 1.5, province)).toThrow(RangeError);
    expect(() => addSchoolDays(at('2026-11-23'), 1, { ...province, closed: () => true })).toThrow(RangeError);
  });
});
