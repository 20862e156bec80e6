import { describe, expect, it, test } from 'vitest';
import calendar from './calendar.json' with { type: 'json' };
import { closedBecause, first_desk_times, type DeskTime, type DeskTimes } from './desk-hours.ts';
import { isOpenAt, openSeconds, opensNext, openStretches, promisedAt, roundedUp } from './open-time.ts';
import type { Stretch } from './week.ts';
import { instantOf } from './zones.ts';

const hours = first_desk_times;
const zone = 'America/Vancouver';
const at = (date: string, hour: number, minute = 0, in_zone = zone) => instantOf(date, hour, minute, in_zone);
const second = 1000;

describe('the public vectors of calendar.json', () => {
  test.each(calendar.sla_vectors)('$note', ({ created_utc, business_minutes, due_utc }) => {
    const due = promisedAt(new Date(created_utc), business_minutes * 60, hours)!;
    expect(roundedUp(due)).toEqual(new Date(due_utc));
    expect(openSeconds(new Date(created_utc), due, hours)).toBe(business_minutes * 60);
  });
});

describe('a promised time', () => {
  it('that is over as the desk closes is the closing time, and a second more is the next morning', () => {
    const from = at('2026-11-23', 15);
    expect(promisedAt(from, 3600, hours)).toEqual(at('2026-11-23', 16));
    expect(promisedAt(from, 3601, hours)).toEqual(new Date(at('2026-11-24', 8).getTime() + second));
  });

  it('of nothing is at once, also while the desk is closed', () => {
    expect(promisedAt(at('2026-11-22', 12), 0, hours)).toEqual(at('2026-11-22', 12));
  });

  it('that is never is null, however little the desk opens, and nothing loops', () => {
    const never: DeskTimes = [{ zone, week: [], since: new Date(0) }];
    expect(promisedAt(at('2026-11-23', 9), 1, never)).toBeNull();
    expect(opensNext(at('2026-11-23', 9), never)).toBeNull();
    expect(openSeconds(at('2026-11-23', 9), at('2028-11-23', 9), never)).toBe(0);
    const hardly: DeskTimes = [
      { zone, week: [{ weekday: 1, from_minute: 0, to_minute: 1 }], since: new Date(0) },
    ];
    expect(promisedAt(at('2026-11-23', 9), 4800 * 60, hardly)).toBeNull();
    expect(promisedAt(at('2026-11-23', 9), Infinity, hours)).toBeNull();
  });

  it('of less than nothing is refused, as unknown zones and instants that are none are', () => {
    expect(() => promisedAt(at('2026-11-23', 9), -1, hours)).toThrow(RangeError);
    expect(() => promisedAt(at('2026-11-23', 9), Number.NaN, hours)).toThrow(RangeError);
    const nowhere: DeskTimes = [{ ...hours[0]!, zone: 'America/Atlantis' }];
    expect(() => promisedAt(at('2026-11-23', 9), 1, nowhere)).toThrow(RangeError);
  });

  it('is rounded up to the full minute, and one that is full stays', () => {
    expect(roundedUp(new Date('2026-11-23T15:00:00.001Z'))).toEqual(new Date('2026-11-23T15:01:00Z'));
    expect(roundedUp(new Date('2026-11-23T15:01:00Z'))).toEqual(new Date('2026-11-23T15:01:00Z'));
  });
});

const everyDay = (...stretches: Stretch[]) =>
  [1, 2, 3, 4, 5, 6, 7].flatMap(weekday => stretches.map(stretch => ({ weekday, ...stretch })));
const from = (hour: number, to: number) => ({ from_minute: hour * 60, to_minute: to * 60 });
const series = (desk: DeskTime): DeskTimes => [{ ...desk, since: new Date(0) }];

describe('where the clocks change', () => {
  const zone = 'America/Denver';
  const local = (date: string, hour: number, minute = 0) => at(date, hour, minute, zone);
  const whole_days = series({ zone, week: everyDay(from(0, 24)) });
  const nights = series({ zone, week: everyDay(from(1, 3)) });

  it.each([
    ['a day on which they go forward has 23 hours', '2027-03-14', whole_days, 23],
    ['a day on which they go back has 25', '2027-11-07', whole_days, 25],
    ['an hour that is skipped is not open', '2027-03-14', nights, 1],
    ['an hour that comes twice is open twice', '2027-11-07', nights, 3],
    ['on the 29th of February nothing changes', '2028-02-29', nights, 2],
  ])('%s', (_, date, times, expected) =>
    expect(openSeconds(local(date, 0), local(date, 24), times)).toBe(expected * 3600),
  );

  it('a stretch that begins in the skipped hour begins after it', () => {
    const times = series({ zone, week: everyDay({ from_minute: 150, to_minute: 240 }) });
    expect(opensNext(local('2027-03-14', 0), times)).toEqual(new Date('2027-03-14T09:00:00Z'));
  });
});

describe('the hours of a desk', () => {
  it('that lie over each other are read as one, and end at midnight', () => {
    const times = series({ zone, week: everyDay(from(9, 12), from(11, 13), from(13, 14), from(20, 24)) });
    const day = [at('2026-11-24', 0), at('2026-11-25', 0)] as const;
    expect(openStretches(...day, times)).toEqual([
      { from: at('2026-11-24', 9), to: at('2026-11-24', 14) },
      { from: at('2026-11-24', 20), to: at('2026-11-25', 0) },
    ]);
    expect(openSeconds(...day, times)).toBe(9 * 3600);
  });

  it('are open at their first second and closed at their last', () => {
    expect(isOpenAt(at('2026-11-23', 8), hours)).toBe(true);
    expect(isOpenAt(new Date(at('2026-11-23', 8).getTime() - 1), hours)).toBe(false);
    expect(isOpenAt(new Date(at('2026-11-23', 16).getTime() - 1), hours)).toBe(true);
    expect(isOpenAt(at('2026-11-23', 16), hours)).toBe(false);
  });

  it('open next after a night, a week-end, a holiday, and never where they never close', () => {
    expect(opensNext(at('2026-11-23', 9), hours)).toEqual(at('2026-11-24', 8));
    expect(opensNext(at('2026-11-20', 16), hours)).toEqual(at('2026-11-23', 8));
    expect(opensNext(at('2026-11-10', 17), hours)).toEqual(at('2026-11-12', 8));
    expect(opensNext(at('2026-11-10', 17), series({ zone, week: everyDay(from(0, 24)) }))).toEqual(
      at('2026-11-12', 0),
    );
  });

  it('are exact to the second, and spans in a row add up', () => {
    const times = [0, 1, 2].map(n => new Date(at('2026-11-23', 9).getTime() + n * 1234.5));
    const [a, b, c] = times as [Date, Date, Date];
    expect(openSeconds(a, b, hours) + openSeconds(b, c, hours)).toBe(openSeconds(a, c, hours));
    expect(openSeconds(c, a, hours)).toBe(0);
  });
});

describe('a day that the desk names', () => {
  const days = [
    { date: '2026-11-24', name: 'Moving house', hours: [] },
    { date: '2026-11-25', name: 'Staff afternoon', hours: [from(8, 12)] },
    { date: '2026-11-28', name: 'Open Saturday', hours: [from(10, 11), from(12, 13)] },
    { date: '2026-12-25', name: 'Christmas watch', hours: [from(9, 10)] },
  ].map(({ date, ...day }) => ({ first_day: date, last_day: date, ...day }));
  const desk: DeskTime = { ...hours[0]!, days };
  const open = (date: string) => openSeconds(at(date, 0), at(date, 24), series(desk)) / 3600;

  it('has its own hours, on a week-end and on a holiday too', () => {
    const dates = ['2026-11-23', ...days.map(({ first_day }) => first_day)];
    expect(dates.map(open)).toEqual([8, 0, 4, 2, 1]);
  });

  it('says why it is closed; a holiday and a week-end do so too', () => {
    const because = (date: string) => closedBecause(date, desk)?.en;
    expect(because('2026-11-24')).toBe('Moving house');
    expect(because('2026-11-25')).toBeUndefined();
    expect(because('2026-11-28')).toBeUndefined();
    expect(because('2026-11-29')).toBe('Week-end');
    expect(because('2027-01-01')).toBe('New Year’s Day');
    expect(closedBecause('2026-11-23', { ...desk, week: [{ weekday: 2, ...from(8, 9) }] })?.fr).toBe(
      'Jour non ouvré',
    );
  });

  it('that is told while it goes on counts from then on', () => {
    const since = at('2026-11-24', 11);
    const times: DeskTimes = [...hours, { ...desk, since }];
    expect(openSeconds(at('2026-11-24', 0), at('2026-11-24', 24), times)).toBe(3 * 3600);
    expect(promisedAt(at('2026-11-24', 10), 2 * 3600, times)).toEqual(at('2026-11-25', 9));
    expect(closedBecause('2026-11-24', times)?.en).toBe('Moving house');
    expect(closedBecause('2026-11-23', times)).toBeNull();
  });
});
