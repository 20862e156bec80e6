import { describe, expect, test } from 'vitest';
import { first_desk_time, type DeskTime } from '#sla/rules/desk-hours.ts';
import { otherHoursSince, reviewState, sameHours, toTell } from './watching.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 18));
const short: DeskTime = {
  ...first_desk_time,
  week: first_desk_time.week.filter(({ weekday }) => weekday < 5),
};
const alberta: DeskTime = { ...first_desk_time, zone: 'America/Edmonton' };
const series = (...times: [DeskTime, number][]) => [
  { ...first_desk_time, since: new Date(0) },
  ...times.map(([time, day]) => ({ ...time, since: at(day) })),
];

test.each([
  ['2027-01-01', 'later'],
  ['2026-12-23', 'soon'],
  ['2026-12-24', 'later'],
  ['2026-11-24', 'soon'],
  ['2026-11-23', 'due'],
  ['2026-11-22', 'overdue'],
])('on 23 November a review on %s is %s', (review_on, state) => {
  expect(reviewState(review_on, '2026-11-23')).toBe(state);
});

test('the same minutes are the same hours, however a day is cut and in whatever order', () => {
  const cut = first_desk_time.week.flatMap(period => [
    { ...period, from_minute: 720 },
    { ...period, to_minute: 720 },
  ]);
  expect(sameHours({ ...first_desk_time, week: cut }, first_desk_time)).toBe(true);
  expect(sameHours(short, first_desk_time)).toBe(false);
  expect(sameHours(alberta, first_desk_time)).toBe(false);
});

describe('since when the desk keeps other hours', () => {
  const since = (said: DeskTime, published: number, ...times: [DeskTime, number][]) =>
    otherHoursSince(said, at(published), series(...times));

  test('is when they changed, and stays that through further changes', () => {
    expect(since(first_desk_time, 2)).toBe(null);
    expect(since(first_desk_time, 2, [short, 5])).toEqual(at(5));
    expect(since(first_desk_time, 2, [short, 5], [alberta, 7])).toEqual(at(5));
  });
  test('is nothing any more once they are the same again, and begins anew after that', () => {
    expect(since(first_desk_time, 2, [short, 5], [first_desk_time, 6])).toBe(null);
    expect(since(first_desk_time, 2, [short, 5], [first_desk_time, 6], [alberta, 9])).toEqual(at(9));
    expect(since(short, 6, [short, 5], [first_desk_time, 8])).toEqual(at(8));
  });
  test('is no change where only days of the desk’s own came', () => {
    const days = [{ first_day: '2026-11-09', last_day: '2026-11-10', name: 'x', hours: [] }];
    expect(since(first_desk_time, 2, [{ ...first_desk_time, days }, 5])).toBe(null);
  });
  test('is not before it was published', () => {
    expect(since(alberta, 9, [short, 5])).toEqual(at(9));
  });
});

describe('what is told', () => {
  const version = { hours: first_desk_time, published_at: at(2), review_on: '2027-03-01' };
  const whats = (today: string, more: Partial<typeof version> = {}, ...times: [DeskTime, number][]) =>
    toTell({ ...version, ...more }, { times: series(...times), today });

  test('is each of its `of`, and nothing while all is as it was', () => {
    expect(whats('2026-11-23')).toEqual([]);
    expect(whats('2027-01-30')).toEqual([{ what: 'agreement_review_soon', of: '2027-03-01' }]);
    expect(whats('2027-03-01')).toEqual([{ what: 'agreement_review_due', of: '2027-03-01' }]);
    expect(whats('2027-09-01')).toEqual([{ what: 'agreement_review_due', of: '2027-03-01' }]);
    expect(whats('2026-11-23', {}, [short, 5])).toEqual([
      { what: 'agreement_hours', of: at(5).toISOString() },
    ]);
  });
});
