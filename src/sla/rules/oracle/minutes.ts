import calendar from '../calendar.json' with { type: 'json' };
import type { DeskTime, DeskTimes } from '../desk-hours.ts';
import type { Stretch } from '../week.ts';

/**
 * The oracle of business time: every minute of a window is asked for by itself whether the desk is open, by what Intl
 * shows on the wall, and the answers are counted. It shares nothing with the rules but their types: its holidays are the
 * list of calendar.json (2026 to 2030), and British Columbia's law is put in as a number.
 */
export interface Window {
  /** The first minute, in minutes since 1970. */
  first: number;
  /** 1 for each minute that is open. */
  open: Uint8Array;
}

const holidays = new Set(calendar.statutory_holidays_esa.map(({ date }) => date));

export function windowOf(times: DeskTimes, first: number, length: number): Window {
  const open = new Uint8Array(length);
  let asked = { quarter: Number.NaN, desk: times[0]!, of_day: 0, hours: [] as readonly Stretch[] };
  for (let minute = 0; minute < length; minute++) {
    const at = (first + minute) * 60_000;
    const quarter = Math.floor((first + minute) / 15);
    const desk = times.findLast(({ since }, place) => place === 0 || since.getTime() <= at)!;
    if (quarter !== asked.quarter || desk !== asked.desk) asked = { quarter, desk, ...dayOf(desk, quarter) };
    const shown = asked.of_day + ((first + minute) % 15);
    open[minute] = asked.hours.some(({ from_minute, to_minute }) => from_minute <= shown && shown < to_minute)
      ? 1
      : 0;
  }
  return { first, open };
}

/** What the clock on the wall shows as a quarter of an hour begins, and the hours of that day. */
function dayOf(desk: DeskTime, quarter: number): { of_day: number; hours: readonly Stretch[] } {
  const { date, weekday, of_day } = wallAt(desk.zone, quarter);
  const own = desk.days?.find(day => day.first_day <= date && date <= day.last_day);
  if (own) return { of_day, hours: own.hours };
  return { of_day, hours: holidays.has(date) ? [] : desk.week.filter(period => period.weekday === weekday) };
}

interface Wall {
  date: string;
  weekday: number;
  of_day: number;
}

const walls = new Map<string, Map<number, Wall>>();

/** Clocks change, and days end, at whole quarters of an hour: between two of them the hand only moves on. */
function wallAt(zone: string, quarter: number): Wall {
  const of_zone = walls.get(zone) ?? new Map<number, Wall>();
  const wall = of_zone.get(quarter) ?? shownOn(zone, quarter * 15);
  walls.set(zone, of_zone.set(quarter, wall));
  return wall;
}

const law_from = Date.parse('2026-11-01T08:00:00Z') / 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function shownOn(zone: string, minute: number): Wall {
  const by_law = zone === 'America/Vancouver' && minute >= law_from;
  const asked = by_law ? 'UTC' : zone;
  // Of all languages Swedish writes "2026-11-23 08:15".
  const format =
    formats.get(asked) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: asked, dateStyle: 'short', timeStyle: 'short' });
  formats.set(asked, format);
  const [date, clock] = format.format((minute - (by_law ? 7 * 60 : 0)) * 60_000).split(' ') as [
    string,
    string,
  ];
  const of_day = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return { date, weekday: new Date(date).getUTCDay() || 7, of_day };
}

/** How many seconds of a window are open from one second to another (both since 1970). */
export function countSeconds({ first, open }: Window, from: number, to: number): number {
  let seconds = 0;
  for (let minute = Math.floor(from / 60); minute * 60 < to; minute++)
    if (open[minute - first] === 1) seconds += Math.min(to, minute * 60 + 60) - Math.max(from, minute * 60);
  return seconds;
}

/** The second at which so many open ones are over since another; undefined where the window ends before. */
export function countTo({ first, open }: Window, from: number, seconds: number): number | undefined {
  let left = seconds;
  for (let minute = Math.floor(from / 60); minute < first + open.length; minute++) {
    if (open[minute - first] !== 1) continue;
    const begin = Math.max(from, minute * 60);
    const here = minute * 60 + 60 - begin;
    if (left <= here) return begin + left;
    left -= here;
  }
  return undefined;
}

/** The first second after another at which a closed minute is followed by an open one. */
export function nextOpening({ first, open }: Window, from: number): number | undefined {
  for (let minute = Math.floor(from / 60) + 1; minute < first + open.length; minute++)
    if (open[minute - first] === 1 && open[minute - first - 1] === 0) return minute * 60;
  return undefined;
}
