import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessMinutes, dayMinutes, deskHours } from './desk-hours.ts';
import { instantOf, localTime } from './zones.ts';

const zone = 'America/Vancouver';
const hours = deskHours(zone);
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

test('a day of the desk has 480 minutes', () => expect(dayMinutes(hours)).toBe(480));

const minute_ms = 60_000;
const instants = fc
  .integer({ min: Date.parse('2026-09-01') / minute_ms, max: Date.parse('2027-01-15') / minute_ms })
  .map(minutes => new Date(minutes * minute_ms));

test('is what counting every minute by the clock on the wall gives', () => {
  const open = (instant: Date) => {
    const { weekday, hour, month, day } = localTime(instant, zone);
    const holiday = ['9-7', '9-30', '10-12', '11-11', '12-25', '1-1'].includes(`${month}-${day}`);
    return weekday <= 5 && !holiday && hour >= 8 && hour < 16;
  };
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 6 * 1440 }), (from, length) => {
      let counted = 0;
      for (let i = 0; i < length; i++) if (open(new Date(from.getTime() + i * minute_ms))) counted++;
      expect(businessMinutes(from, new Date(from.getTime() + length * minute_ms), hours)).toBe(counted);
    }),
    { numRuns: 40 },
  );
});
