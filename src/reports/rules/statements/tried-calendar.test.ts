import { describe, expect, test } from 'vitest';
import { first_desk_time, openOn, type DeskTimes } from '#sla/rules/desk-hours.ts';
import { objectionToCalendar, triedTimes, type TriedCalendar } from './tried-calendar.ts';

const day = (first_day: string, name: string, hours: { from_minute: number; to_minute: number }[] = []) => ({
  ...{ first_day, last_day: first_day, name, hours },
});
const morning = [{ from_minute: 480, to_minute: 720 }];
/** Since 1 November the desk is closed on Monday the 16th, and on Remembrance Day by itself. */
const times: DeskTimes = [
  { ...first_desk_time, since: new Date(0) },
  {
    ...first_desk_time,
    since: new Date('2026-11-01T07:00:00Z'),
    days: [day('2026-11-16', 'Moving'), day('2026-11-11', 'Remembrance Day')],
  },
];
const nothing: TriedCalendar = { week: null, days: null, worked: [] };
const hoursOn = (date: string, tried: Partial<TriedCalendar>) =>
  openOn(date, triedTimes(times, { ...nothing, ...tried }).at(-1)!).map(
    ({ from_minute, to_minute }) => `${from_minute / 60}-${to_minute / 60}`,
  );

test('where nothing is tried the times are the very same', () => {
  expect(triedTimes(times, nothing)).toBe(times);
});

describe('days', () => {
  test('that are added stand before those that are told, which stay', () => {
    const days = { how: 'added', days: [day('2026-11-17', 'Half', morning)] } as const;
    expect([hoursOn('2026-11-17', { days }), hoursOn('2026-11-16', { days })]).toEqual([['8-12'], []]);
    const over = { how: 'added', days: [day('2026-11-16', 'Half', morning)] } as const;
    expect(hoursOn('2026-11-16', { days: over })).toEqual(['8-12']);
  });
  test('in place of those that are told leave none of them', () => {
    const days = { how: 'instead', days: [] } as const;
    expect(hoursOn('2026-11-16', { days })).toEqual(['8-16']);
    expect(hoursOn('2026-11-11', { days })).toEqual([]);
  });
  test('hold at all times of the series', () => {
    const days = { how: 'added', days: [day('2026-10-20', 'Closed')] } as const;
    const [first] = triedTimes(times, { ...nothing, days });
    expect(openOn('2026-10-20', first!)).toEqual([]);
  });
});

describe('holidays that are worked', () => {
  test('have the hours of their weekday, also where the desk had said that it is closed', () => {
    expect(hoursOn('2026-11-11', {})).toEqual([]);
    expect(hoursOn('2026-11-11', { worked: ['2026-11-11'] })).toEqual(['8-16']);
  });
  test('have those of a tried week, and none where it never works on such a day', () => {
    const week = [{ weekday: 3, from_minute: 600, to_minute: 660 }];
    expect(hoursOn('2026-11-11', { worked: ['2026-11-11'], week })).toEqual(['10-11']);
    expect(hoursOn('2026-10-12', { worked: ['2026-10-12'], week })).toEqual([]);
  });
  test('give way to a day that is tried', () => {
    const days = { how: 'added', days: [day('2026-11-11', 'Half', morning)] } as const;
    expect(hoursOn('2026-11-11', { days, worked: ['2026-11-11'] })).toEqual(['8-12']);
  });
});

describe('what cannot be is said, by its field', () => {
  const added = (...days: ReturnType<typeof day>[]) => ({ days: { how: 'added', days } }) as const;
  test.each<[string, Partial<TriedCalendar>, string | undefined]>([
    ['nothing', {}, undefined],
    ['a half day', added(day('2026-11-17', 'x', morning)), undefined],
    ['an end before the start', added({ ...day('2026-11-17', 'x'), last_day: '2026-11-16' }), 'days'],
    ['a year on end', added({ ...day('2026-01-01', 'x'), last_day: '2026-12-31' }), 'days'],
    ['hours that overlap', added(day('2026-11-17', 'x', [...morning, ...morning])), 'days'],
    ['one day twice', added(day('2026-11-17', 'x'), day('2026-11-17', 'y')), 'days'],
    ['a day that is no holiday', { worked: ['2026-11-12'] }, 'worked'],
    ['a week that overlaps', { week: [...first_desk_time.week, ...first_desk_time.week] }, 'week'],
  ])('%s', (_, tried, field) => {
    expect(objectionToCalendar({ ...nothing, ...tried })?.field).toBe(field);
  });
});
