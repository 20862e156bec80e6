import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskCalendar, first_desk_times, opensAt, type DeskTime, type DeskTimes } from './desk-hours.ts';
import { businessMinutes } from './open-time.ts';
import { isSchoolDay } from './school-days.ts';
import { hoursWords, isWeek, type WorkPeriod } from './week.ts';
import { instantOf, localTime } from './zones.ts';

const zone = 'America/Vancouver';
const hours = first_desk_times;
const at = (date: string, hour: number, minute = 0) => instantOf(date, hour, minute, zone);

test.each([
  ['within a day', at('2026-11-23', 9), at('2026-11-23', 10, 30), 90],
  ['before opening and after closing', at('2026-11-23', 6), at('2026-11-23', 20), 480],
  ['overnight', at('2026-11-23', 15, 50), at('2026-11-24', 8, 10), 20],
  ['over a week-end', at('2026-11-20', 15, 0), at('2026-11-23', 9, 0), 120],
  ['over Remembrance Day', at('2026-11-10', 15, 30), at('2026-11-12', 8, 30), 60],
  ['on a Sunday', at('2026-11-22', 9), at('2026-11-22', 15), 0],
  ['over the last change of the clocks', at('2026-03-06', 15), at('2026-03-09', 9), 120],
  ['backwards', at('2026-11-24', 9), at('2026-11-23', 9), 0],
  ['a part of a minute', at('2026-11-23', 9), new Date(at('2026-11-23', 9, 1).getTime() - 1), 0],
])('%s', (_, from, to, minutes) => expect(businessMinutes(from, to, hours)).toBe(minutes));

const period = (weekday: number, from: number, to: number): WorkPeriod => ({
  weekday,
  from_minute: from * 60,
  to_minute: to * 60,
});
/** From Wednesday 25 November at noon on: three mornings and a Saturday, with a pause. */
const changed: DeskTimes = [
  ...hours,
  {
    zone,
    since: at('2026-11-25', 12),
    week: [period(1, 9, 12), period(3, 9, 12), period(6, 9, 10), period(6, 11, 12)],
  },
];

test.each([
  ['before the change, as before', at('2026-11-23', 9), at('2026-11-24', 9), 480],
  ['over it, each part by what held then', at('2026-11-25', 11), at('2026-11-30', 10), 60 + 120 + 60],
  ['after it, on a day that is closed now', at('2026-11-26', 9), at('2026-11-26', 16), 0],
  ['a pause counts nothing', at('2026-11-28', 9, 30), at('2026-11-28', 11, 30), 60],
  ['in another zone from then on', at('2026-11-25', 8), at('2026-11-25', 16), 240],
])('a change of hours: %s', (_, from, to, minutes) =>
  expect(businessMinutes(from, to, changed)).toBe(minutes),
);

test('a desk is closed on its own days and on holidays, and opens as its week says', () => {
  const desk: DeskTime = changed[1]!;
  const open = (date: string) => isSchoolDay(date, deskCalendar(desk));
  expect(['2026-11-30', '2026-12-01', '2026-11-28', '2026-12-26', '2026-11-11'].map(open)).toEqual([
    true,
    false,
    true,
    true,
    false, // Remembrance Day, a Wednesday
  ]);
  expect(opensAt('2026-11-30', desk)).toBe(540);
  expect(opensAt('2026-12-01', desk)).toBe(540); // closed: the earliest of the week
});

test('a week has stretches that end after they begin, none over another', () => {
  expect(isWeek([period(1, 8, 12), period(1, 12, 16), period(2, 0, 24)])).toBe(true);
  expect(isWeek([period(1, 8, 12), period(1, 11, 16)])).toBe(false);
  expect(isWeek([period(1, 12, 12)])).toBe(false);
});

test('hours are said by runs of days', () => {
  expect(hoursWords(hours[0]!.week, 'en')).toBe('Monday to Friday 8:00–16:00');
  expect(hoursWords(changed[1]!.week, 'fr')).toContain('samedi 9:00–10:00 et 11:00–12:00');
});

const minute_ms = 60_000;
const instants = fc
  .integer({ min: Date.parse('2026-09-01') / minute_ms, max: Date.parse('2027-01-15') / minute_ms })
  .map(minutes => new Date(minutes * minute_ms));

const weeks = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 23 })), {
    minLength: 1,
    maxLength: 12,
    selector: ([weekday, hour]) => weekday * 24 + hour,
  })
  .map(hours => hours.map(([weekday, hour]) => period(weekday, hour, hour + 1)));

test('is what counting every minute by the clock on the wall gives, whatever the hours and their change', () => {
  const open = (instant: Date, week: readonly WorkPeriod[]) => {
    const { weekday, hour, month, day } = localTime(instant, zone);
    const holiday = ['9-7', '9-30', '10-12', '11-11', '12-25', '1-1'].includes(`${month}-${day}`);
    return !holiday && week.some(each => each.weekday === weekday && each.from_minute === hour * 60);
  };
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 0, max: 4 * 1440 }),
      fc.integer({ min: 0, max: 4 * 1440 }),
      fc.tuple(weeks, weeks),
      (from, length, change, [one, other]) => {
        const since = new Date(from.getTime() + change * minute_ms);
        const times: DeskTimes = [
          { zone, since: new Date(0), week: one },
          { zone, since, week: other },
        ];
        let counted = 0;
        for (let i = 0; i < length; i++) {
          const instant = new Date(from.getTime() + i * minute_ms);
          if (open(instant, instant < since ? one : other)) counted++;
        }
        expect(businessMinutes(from, new Date(from.getTime() + length * minute_ms), times)).toBe(counted);
      },
    ),
    { numRuns: 40 },
  );
});
