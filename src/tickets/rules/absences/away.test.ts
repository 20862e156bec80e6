import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '#sla/rules/dates.ts';
import type { WorkPeriod } from '#sla/rules/week.ts';
import { instantOf, localTime } from '#sla/rules/zones.ts';
import { awayAt, halfOf, type AbsentDays, type Told } from './away.ts';

const vancouver = 'America/Vancouver';
/** Still changes its clocks. */
const denver = 'America/Denver';

const hours = (weekdays: readonly number[], from: number, to: number): WorkPeriod[] =>
  weekdays.map(weekday => ({ weekday, from_minute: from * 60, to_minute: to * 60 }));
const all_week = [1, 2, 3, 4, 5];
const absent = (from_date: string, to_date: string, more: Partial<AbsentDays> = {}): AbsentDays => ({
  from_date,
  from_noon: false,
  to_date,
  to_noon: false,
  ...more,
});
const on = (text: string, zone: string) => {
  const [date, hour, minute] = text.split(/[ :]/);
  return instantOf(date!, Number(hour), Number(minute), zone);
};
const wall = (at: Date | null | undefined, zone: string) => {
  if (!at) return at;
  const { year, month, day, hour, minute } = localTime(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${hour}:${two(minute)}`;
};

const plain: Told = { hours: hours(all_week, 8, 16), absences: [] };
const mornings: Told = { hours: hours([1, 2, 3], 8, 12), absences: [] };
const split: Told = { hours: [...hours([1], 8, 12), ...hours([1], 13, 17)], absences: [] };
const nights: Told = { hours: [...hours([1], 16, 24), ...hours([2], 0, 4)], absences: [] };
const none: Told = { hours: [], absences: [] };

// 2026-11-23 is a Monday.
describe('who is there, by hours and absences', () => {
  test.each<[string, Told, string, string | null]>([
    ['within the hours', plain, '2026-11-23 10:00', null],
    ['at the first minute', plain, '2026-11-23 8:00', null],
    ['at the end', plain, '2026-11-23 16:00', '2026-11-24 8:00'],
    ['before them', plain, '2026-11-23 7:59', '2026-11-23 8:00'],
    ['on a week-end', plain, '2026-11-21 10:00', '2026-11-23 8:00'],
    ['part-time, in the afternoon', mornings, '2026-11-23 14:00', '2026-11-24 8:00'],
    ['part-time, at the end of her week', mornings, '2026-11-25 12:00', '2026-11-30 8:00'],
    ['between two stretches of a day', split, '2026-11-23 12:30', '2026-11-23 13:00'],
    ['over midnight, before it', nights, '2026-11-23 23:59', null],
    ['over midnight, at it', nights, '2026-11-24 0:00', null],
    ['over midnight, at the end', nights, '2026-11-24 4:00', '2026-11-30 16:00'],
    ['without hours: at any time', none, '2026-11-22 3:00', null],
    [
      'absent for days, then week-end',
      { ...plain, absences: [absent('2026-11-23', '2026-11-27')] },
      '2026-11-23 10:00',
      '2026-11-30 8:00',
    ],
    [
      'absent from noon, before it',
      { ...plain, absences: [absent('2026-11-23', '2026-11-23', { from_noon: true })] },
      '2026-11-23 11:59',
      null,
    ],
    [
      'absent from noon, at it',
      { ...plain, absences: [absent('2026-11-23', '2026-11-23', { from_noon: true })] },
      '2026-11-23 12:00',
      '2026-11-24 8:00',
    ],
    [
      'absent until noon',
      { ...plain, absences: [absent('2026-11-23', '2026-11-24', { to_noon: true })] },
      '2026-11-23 9:00',
      '2026-11-24 12:00',
    ],
    [
      'absences that touch are one',
      { ...plain, absences: [absent('2026-11-24', '2026-11-25'), absent('2026-11-23', '2026-11-23')] },
      '2026-11-23 9:00',
      '2026-11-26 8:00',
    ],
    [
      'without hours, absent: until midnight',
      { hours: [], absences: [absent('2026-11-23', '2026-11-25')] },
      '2026-11-23 9:00',
      '2026-11-26 0:00',
    ],
    [
      'an absence that is over',
      { ...plain, absences: [absent('2026-11-20', '2026-11-22')] },
      '2026-11-23 9:00',
      null,
    ],
  ])('%s', (_, told, now, until) =>
    expect(wall(awayAt(told, on(now, vancouver), vancouver)?.until, vancouver) ?? null).toBe(until),
  );

  test('for more than a year: without an end', () =>
    expect(
      awayAt(
        { hours: [], absences: [absent('2026-01-01', '2028-01-01')] },
        on('2026-11-23 9:00', vancouver),
        vancouver,
      ),
    ).toEqual({ until: null, absent: true }));

  test('says whether an absence is why', () => {
    expect(awayAt(plain, on('2026-11-23 20:00', vancouver), vancouver)?.absent).toBe(false);
    const ill = { ...plain, absences: [absent('2026-11-23', '2026-11-23')] };
    expect(awayAt(ill, on('2026-11-23 10:00', vancouver), vancouver)?.absent).toBe(true);
  });
});

describe('on the days on which clocks change', () => {
  const sundays: Told = { hours: hours([7], 1, 3), absences: [] };
  test.each<[string, string, Told, string, string | null]>([
    // 8 March 2026: 2:00 becomes 3:00. What would end at the skipped hour ends an hour later on the clock.
    ['forward, before', denver, sundays, '2026-03-08T07:30:00Z', '2026-03-08 1:00'],
    ['forward, within', denver, sundays, '2026-03-08T08:30:00Z', null],
    ['forward, at the end', denver, sundays, '2026-03-08T09:00:00Z', '2026-03-15 1:00'],
    // 1 November 2026: 2:00 becomes 1:00 again, so that from 1:00 to 3:00 is three hours.
    ['back, the first 1:30', denver, sundays, '2026-11-01T07:30:00Z', null],
    ['back, the second 1:30', denver, sundays, '2026-11-01T08:30:00Z', null],
    ['back, 2:30', denver, sundays, '2026-11-01T09:30:00Z', null],
    ['back, at the end', denver, sundays, '2026-11-01T10:00:00Z', '2026-11-08 1:00'],
    // British Columbia kept its clock on that day: from 1:00 to 3:00 is two hours.
    ['kept, within', vancouver, sundays, '2026-11-01T09:59:00Z', null],
    ['kept, at the end', vancouver, sundays, '2026-11-01T10:00:00Z', '2026-11-08 1:00'],
  ])('%s', (...[, zone, told, now, until]) =>
    expect(wall(awayAt(told, new Date(now), zone)?.until, zone) ?? null).toBe(until),
  );

  test('a whole day away ends at midnight on the wall', () => {
    const told = { hours: [], absences: [absent('2026-03-08', '2026-03-08')] };
    expect(wall(awayAt(told, new Date('2026-03-08T18:00:00Z'), denver)?.until, denver)).toBe(
      '2026-03-09 0:00',
    );
  });
});

test('the halves of a day in the picture', () => {
  const told: Told = {
    hours: hours([1, 2, 3], 8, 15),
    absences: [absent('2026-11-24', '2026-11-25', { from_noon: true })],
  };
  const day = (date: string) =>
    (['morning', 'afternoon'] as const).map(half => halfOf(told, dayNumber(date), half, vancouver));
  expect(day('2026-11-23')).toEqual(['there', 'there']);
  expect(day('2026-11-24')).toEqual(['there', 'absent']);
  expect(day('2026-11-25')).toEqual(['absent', 'absent']);
  expect(day('2026-11-26')).toEqual(['off', 'off']);
  expect(halfOf(mornings, dayNumber('2026-11-23'), 'afternoon', vancouver)).toBe('off');
});

test('whoever is away is there when it says so, and not a minute before', () => {
  const minutes = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }));
  const period = fc
    .tuple(fc.integer({ min: 1, max: 7 }), minutes)
    .filter(([, [from, to]]) => from < to)
    .map(([weekday, [from_minute, to_minute]]) => ({ weekday, from_minute, to_minute }));
  const date = fc.integer({ min: 0, max: 20 }).map(days => dayNumber('2026-11-20') + days);
  const absence = fc.tuple(date, fc.integer({ min: 0, max: 5 }), fc.boolean()).map(([from, days, noon]) => {
    const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
    return absent(iso(from), iso(from + days), { to_noon: noon });
  });
  const told = fc.record({
    hours: fc.array(period, { maxLength: 6 }),
    absences: fc.array(absence, { maxLength: 3 }),
  });
  const instant = fc
    .integer({ min: 0, max: 30 * 24 * 60 })
    .map(minute => new Date(Date.parse('2026-11-15T00:00:00Z') + minute * 60_000));
  fc.assert(
    fc.property(told, instant, (said, now) => {
      const away = awayAt(said, now, vancouver);
      if (!away?.until) return;
      expect(awayAt(said, away.until, vancouver)).toBeNull();
      expect(awayAt(said, new Date(away.until.getTime() - 60_000), vancouver)).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});
