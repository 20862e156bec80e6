import { expect, it } from 'vitest';
import { first_desk_time, type DeskTimes } from './desk-hours.ts';
import { deskSeries, type ToldDays } from './desk-series.ts';
import { openSeconds } from './open-time.ts';
import { instantOf } from './zones.ts';

const at = (date: string, hour: number) => instantOf(date, hour, 0, first_desk_time.zone);
const closed = (told: Partial<ToldDays> = {}): ToldDays => ({
  ...{ first_day: '2026-11-24', last_day: '2026-11-24', name: 'Storm', hours: [] },
  ...{ told_at: at('2026-11-20', 9), taken_back_at: null, ...told },
});
const openHours = (date: string, ...told: ToldDays[]) =>
  openSeconds(at(date, 0), at(date, 24), deskSeries([], told)) / 3600;

it.each([
  ['told before it began: closed, and nothing is cut', closed(), 0],
  ['told while it went on: closed from then on', closed({ told_at: at('2026-11-24', 11) }), 3],
  ['taken back before it began: as it was', closed({ taken_back_at: at('2026-11-23', 23) }), 8],
  ['taken back while it went on: open from then on', closed({ taken_back_at: at('2026-11-24', 14) }), 2],
  ['taken back afterwards: it stays', closed({ taken_back_at: at('2026-11-25', 0) }), 0],
  ['told afterwards: nothing', closed({ told_at: at('2026-11-25', 9) }), 8],
  ['with hours of its own', closed({ hours: [{ from_minute: 600, to_minute: 660 }] }), 1],
])('a day %s', (_, told, hours) => {
  expect(openHours('2026-11-24', told)).toBe(hours);
  expect(openHours('2026-11-25', told)).toBe(8);
});

it('some days on end that are taken back while they go on stay for what is past', () => {
  const week = closed({
    first_day: '2026-11-23',
    last_day: '2026-11-27',
    taken_back_at: at('2026-11-25', 12),
  });
  const hours = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(date => openHours(date, week));
  expect(hours).toEqual([0, 0, 4, 8]);
});

it('days that were known before they began cut nothing; a change of the week does', () => {
  expect(
    deskSeries([], [closed(), closed({ first_day: '2026-12-01', last_day: '2026-12-05' })]),
  ).toHaveLength(1);
  const said: DeskTimes = [
    { ...first_desk_time, week: [{ weekday: 2, from_minute: 0, to_minute: 60 }], since: at('2026-11-20', 9) },
  ];
  const series = deskSeries(said, [closed({ told_at: at('2026-11-24', 11) })]);
  expect(series.map(({ since, days }) => [since.getTime(), days?.length])).toEqual([
    [0, 0],
    [at('2026-11-20', 9).getTime(), 0],
    [at('2026-11-24', 11).getTime(), 1],
  ]);
});

it('what is taken back and told anew on the same day is told', () => {
  const told = [closed({ taken_back_at: at('2026-11-24', 10) }), closed({ told_at: at('2026-11-24', 12) })];
  expect(openHours('2026-11-24', ...told)).toBe(2);
});
