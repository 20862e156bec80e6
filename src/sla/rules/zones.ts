import { dateOfDay, day_ms, dayNumber } from './dates.ts';
import type { Words } from './words.ts';

/** A time as the clock on a school's wall shows it. weekday is 1 for Monday to 7 for Sunday. */
export type LocalTime = {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
  offset_minutes: number;
};

/**
 * The zones that schools of British Columbia keep, and what to call their time. No "standard" or
 * "daylight": Pacific time has no such halves any more (calendar.json zone_fact). In the East Kootenay a
 * school that follows Alberta has America/Edmonton; one that still changes its clocks, America/Denver.
 */
export const zone_labels: Record<string, Words> = {
  'America/Vancouver': { en: 'Pacific time', fr: 'heure du Pacifique' },
  'America/Dawson_Creek': { en: 'Dawson Creek time', fr: 'heure de Dawson Creek' },
  'America/Fort_Nelson': { en: 'Fort Nelson time', fr: 'heure de Fort Nelson' },
  'America/Creston': { en: 'Creston time', fr: 'heure de Creston' },
  'America/Edmonton': { en: 'Alberta time', fr: 'heure de l’Alberta' },
  'America/Denver': { en: 'Mountain time', fr: 'heure des Rocheuses' },
};

/**
 * Whether a school may have this zone: it is in `zone_labels`, spelled so. Other names that Intl takes
 * for the same place ('Canada/Pacific') would miss the substitution and be an hour wrong.
 */
export function isZone(name: string): boolean {
  return Object.hasOwn(zone_labels, name);
}

/** What to call a zone's time; one that is not in `zone_labels` is called by its own name. */
export function zoneLabel(zone: string): Words {
  return zone_labels[zone] ?? { en: zone, fr: zone };
}

// calendar.json zone_fact.substitution: zone data older than 2026 still puts the clocks back.
const substituted_from = Date.parse('2026-11-01T08:00:00Z');
const substitutes: Record<string, string> = {
  'America/Vancouver': 'America/Whitehorse',
  'America/Edmonton': 'America/Regina',
};

/**
 * The zone to ask Intl for, so that the answer is right whatever the age of its zone data.
 */
export function zoneAt(zone: string, at: Date): string {
  return (at.getTime() >= substituted_from && substitutes[zone]) || zone;
}

/** Whether Intl's own zone data knows that British Columbia keeps UTC-7 all year; if not, say so at start. */
export function platformAgrees(): boolean {
  return askedOffset('America/Vancouver', new Date('2026-12-01T12:00:00Z')) === -420;
}

/** The wall clock of `zone` at an instant. Throws a RangeError on an unknown zone or an invalid Date. */
export function localTime(at: Date, zone: string): LocalTime {
  const offset_minutes = offsetAt(zone, at.getTime());
  const wall = new Date(at.getTime() + offset_minutes * 60_000);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay() || 7,
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    offset_minutes,
  };
}

/** The local day of an instant, as a day number (dates.ts). Throws as localTime does. */
export function localDay(at: Date, zone: string): number {
  return Math.floor((at.getTime() + offsetAt(zone, at.getTime()) * 60_000) / day_ms);
}

/** The local date 'YYYY-MM-DD' of an instant. Throws as localTime does. */
export function localDate(at: Date, zone: string): string {
  return dateOfDay(localDay(at, zone));
}

/**
 * The instant at which the clock in `zone` shows this date and time; hour 24 is the next midnight.
 * A time that comes twice is the earlier one; a time that is skipped is as much later as was skipped.
 * Throws a RangeError on a bad date or an unknown zone.
 */
export function instantOf(date: string, hour: number, minute: number, zone: string): Date {
  const wall = dayNumber(date) * day_ms + (hour * 60 + minute) * 60_000;
  const before = offsetAt(zone, wall - day_ms);
  const after = offsetAt(zone, wall + day_ms);
  const fitting = [before, after].find(offset => offsetAt(zone, wall - offset * 60_000) === offset);
  return new Date(wall - (fitting ?? before) * 60_000);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number | 'changes'>>();
const days_kept = 4_000;

/**
 * Minutes east of UTC. Intl takes microseconds and a list asks hundreds of times, so a UTC day whose
 * two ends have the same offset is remembered as a whole; on the few days with a change Intl is asked.
 */
function offsetAt(zone: string, at: number): number {
  const days = offsets.get(zone) ?? new Map<number, number | 'changes'>();
  const day = Math.floor(at / day_ms);
  let known = days.get(day);
  if (known === undefined) {
    const start = freshOffset(zone, new Date(day * day_ms));
    const end = freshOffset(zone, new Date((day + 1) * day_ms));
    known = start === end ? start : 'changes';
    if (days.size >= days_kept) days.clear();
    offsets.set(zone, days.set(day, known));
  }
  return known === 'changes' ? freshOffset(zone, new Date(at)) : known;
}

function freshOffset(zone: string, at: Date): number {
  return askedOffset(zoneAt(zone, at), at);
}

function askedOffset(zone: string, at: Date): number {
  // Ends in 'GMT-07:00', or plain 'GMT' at zero.
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(formatterOf(zone).format(at));
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const kept = formatters.get(zone);
  if (kept) return kept;
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formatters.set(zone, formatter);
  return formatter;
}
