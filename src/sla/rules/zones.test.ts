import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day_ms } from './dates.ts';
import { instantOf, isZone, localDate, localTime, platformAgrees, zone_labels, zoneAt } from './zones.ts';

const zones = Object.keys(zone_labels);
const anyZone = fc.constantFrom(...zones);
const instantsBetween = (min: string, max: string) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true });

function shown(at: string, zone = 'America/Vancouver'): string {
  const local = localTime(new Date(at), zone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${localDate(new Date(at), zone)} ${two(local.hour)}:${two(local.minute)}`;
}

function offset(at: string, zone = 'America/Vancouver'): number {
  return localTime(new Date(at), zone).offset_minutes / 60;
}

describe('the time in British Columbia', () => {
  it('is seven hours behind UTC in November 2026', () => {
    expect(localTime(new Date('2026-11-23T17:00:05Z'), 'America/Vancouver')).toEqual({
      year: 2026,
      month: 11,
      day: 23,
      weekday: 1,
      hour: 10,
      minute: 0,
      second: 5,
      offset_minutes: -420,
    });
  });

  it('does not go back on 1 November 2026', () => {
    expect(shown('2026-11-01T07:59:00Z')).toBe('2026-11-01 00:59');
    expect(shown('2026-11-01T08:00:00Z')).toBe('2026-11-01 01:00');
    expect(shown('2026-11-01T08:59:00Z')).toBe('2026-11-01 01:59');
    expect(shown('2026-11-01T09:00:00Z')).toBe('2026-11-01 02:00');
  });

  it('does not go forward in March 2027', () => {
    expect(shown('2027-03-14T09:59:00Z')).toBe('2027-03-14 02:59');
    expect(shown('2027-03-14T10:00:00Z')).toBe('2027-03-14 03:00');
  });

  it('changed twice a year before 2026', () => {
    expect(offset('2025-01-15T12:00:00Z')).toBe(-8);
    expect(offset('2025-07-15T12:00:00Z')).toBe(-7);
    expect(shown('2025-03-09T09:59:00Z')).toBe('2025-03-09 01:59');
    expect(shown('2025-03-09T10:00:00Z')).toBe('2025-03-09 03:00');
    expect(shown('2025-11-02T08:59:00Z')).toBe('2025-11-02 01:59');
    expect(shown('2025-11-02T09:00:00Z')).toBe('2025-11-02 01:00');
  });

  it('went forward a last time on 8 March 2026', () => {
    expect(offset('2026-03-08T09:59:00Z')).toBe(-8);
    expect(offset('2026-03-08T10:00:00Z')).toBe(-7);
  });

  it.each([
    ['America/Vancouver', -7],
    ['America/Dawson_Creek', -7],
    ['America/Fort_Nelson', -7],
    ['America/Creston', -7],
    ['America/Edmonton', -6],
  ])('keeps %s at UTC%i in every hour from November 2026 to 2037', (zone, hours) => {
    const end = Date.parse('2038-01-01T00:00:00Z');
    const seen = new Set<number>();
    for (let at = Date.parse('2026-11-01T08:00:00Z'); at < end; at += day_ms / 24) {
      seen.add(localTime(new Date(at), zone).offset_minutes / 60);
    }
    expect([...seen]).toEqual([hours]);
  });

  it('still changes for a school of the East Kootenay that does not follow Alberta', () => {
    expect(offset('2027-01-15T12:00:00Z', 'America/Denver')).toBe(-7);
    expect(offset('2027-07-15T12:00:00Z', 'America/Denver')).toBe(-6);
  });
});

describe('zones', () => {
  it('asks Intl for another zone only from 1 November 2026, 08:00 UTC', () => {
    expect(zoneAt('America/Vancouver', new Date('2026-11-01T07:59:59.999Z'))).toBe('America/Vancouver');
    expect(zoneAt('America/Vancouver', new Date('2026-11-01T08:00:00Z'))).toBe('America/Whitehorse');
    expect(zoneAt('America/Edmonton', new Date('2026-11-01T08:00:00Z'))).toBe('America/Regina');
    expect(zoneAt('America/Creston', new Date('2027-01-01T00:00:00Z'))).toBe('America/Creston');
  });

  it('remembers for each day what Intl says for each instant', () => {
    const ofIntl = (at: Date, zone: string) =>
      new Intl.DateTimeFormat('en-CA', {
        timeZone: zoneAt(zone, at),
        dateStyle: 'short',
        timeStyle: 'short',
        hourCycle: 'h23',
      }).format(at);
    fc.assert(
      fc.property(instantsBetween('2006-01-01', '2040-01-01'), anyZone, (at, zone) => {
        expect(shown(at.toISOString(), zone)).toBe(ofIntl(at, zone).replace(',', ''));
      }),
    );
  });

  it('are those of British Columbia, under no other spelling', () => {
    expect(zones.every(isZone)).toBe(true);
    for (const name of ['', 'Canada/Pacific', 'america/vancouver', 'America/Toronto', 'toString']) {
      expect(isZone(name)).toBe(false);
    }
  });

  it('that do not exist and times that are none are refused', () => {
    expect(() => localTime(new Date(0), 'America/Atlantis')).toThrow(RangeError);
    expect(() => localTime(new Date(Number.NaN), 'America/Vancouver')).toThrow(RangeError);
  });

  it('notices whether the zone data of this Node is older than the law of 2026', () => {
    const winter = new Date('2026-12-01T12:00:00Z');
    const hour = new Intl.DateTimeFormat('en', {
      timeZone: 'America/Vancouver',
      hour: 'numeric',
      hourCycle: 'h23',
    });
    expect(platformAgrees()).toBe(hour.format(winter) === '05');
  });
});

describe('the instant of a local time', () => {
  it('shows that local time, for every date and hour without a change', () => {
    const from = instantsBetween('2026-11-02', '2040-01-01').map(date => date.toISOString().slice(0, 10));
    const stable = fc.constantFrom(...zones.filter(zone => zone !== 'America/Denver'));
    fc.assert(
      fc.property(from, fc.nat(23), fc.nat(59), stable, (date, hour, minute, zone) => {
        const at = instantOf(date, hour, minute, zone);
        expect(localDate(at, zone)).toBe(date);
        expect(localTime(at, zone)).toMatchObject({ hour, minute, second: 0 });
      }),
    );
  });

  it('is the instant that was shown, or the same clock an hour earlier when that comes twice', () => {
    fc.assert(
      fc.property(instantsBetween('2006-01-01', '2040-01-01'), anyZone, (any, zone) => {
        const at = Math.floor(any.getTime() / 60_000) * 60_000;
        const { hour, minute } = localTime(new Date(at), zone);
        const back = instantOf(localDate(new Date(at), zone), hour, minute, zone).getTime();
        expect([at, at - 3_600_000]).toContain(back);
      }),
    );
  });

  it('is the earlier of two, and moves on what was skipped', () => {
    expect(instantOf('2025-11-02', 1, 30, 'America/Vancouver').toISOString()).toBe(
      '2025-11-02T08:30:00.000Z',
    );
    expect(instantOf('2025-03-09', 2, 30, 'America/Vancouver').toISOString()).toBe(
      '2025-03-09T10:30:00.000Z',
    );
  });

  it('takes hour 24 for the next midnight', () => {
    expect(instantOf('2026-12-31', 24, 0, 'America/Vancouver')).toEqual(new Date('2027-01-01T07:00:00Z'));
  });

  it('refuses a date that is none', () => {
    for (const date of ['2026-02-30', '2026-2-3', '2026-11-23T00:00', '']) {
      expect(() => instantOf(date, 9, 0, 'America/Vancouver')).toThrow(RangeError);
    }
  });
});
