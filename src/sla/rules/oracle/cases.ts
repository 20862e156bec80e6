import calendar from '../calendar.json' with { type: 'json' };
import type { DeskDays, DeskTime, DeskTimes } from '../desk-hours.ts';
import type { Stretch } from '../week.ts';

/** Random calendars, awkward on purpose: the same ones for the same seed. */

/** Whole numbers below `below`, one after the other (mulberry32). */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** What changes its clocks twice a year, by half an hour, in the south, at midnight; and what does no more. */
const zones = [
  ...['America/Vancouver', 'America/Vancouver', 'America/Creston', 'America/Denver', 'Europe/London'],
  ...['Australia/Lord_Howe', 'America/Santiago', 'Asia/Kathmandu'],
];

const first_day = Date.parse('2026-01-02') / 86_400_000;
/** The list of holidays ends with 2030. */
const last_day = Date.parse('2030-12-30') / 86_400_000;

export interface Case {
  times: DeskTimes;
  /** The minutes since 1970 between which there are cases. */
  first: number;
  length: number;
}

/** A series of one to three times, over a window of so many days. */
export function caseOf(dice: Dice, days: number): Case {
  const day = first_day + (dice(3) === 0 ? nearAChange(dice) : dice(last_day - first_day - days));
  const begin = Math.min(day, last_day - days);
  const [first, length] = [begin * 1440, days * 1440];
  const sinces = [0, ...Array.from({ length: dice(3) }, () => first + dice(length))].sort((a, b) => a - b);
  const times = sinces.map(since => ({ ...timeOf(dice, begin, days), since: new Date(since * 60_000) }));
  return { times, first, length };
}

/** Some days before March or November, or the leap day, of a year. */
const nearAChange = (dice: Dice) => Math.floor(dice(5) * 365.25) + [40, 55, 270, 285, 295][dice(5)]!;

function timeOf(dice: Dice, begin: number, days: number): DeskTime {
  const open_days = [1, 2, 3, 4, 5, 6, 7].filter(() => dice(4) > 0);
  const week = open_days.flatMap(weekday => stretchesOf(dice).map(stretch => ({ weekday, ...stretch })));
  const named = Array.from({ length: dice(12) }, (): DeskDays => {
    const date = dice(4) === 0 ? aHoliday(dice) : dateOf(begin + dice(days));
    return { first_day: date, last_day: date, name: 'A day', hours: dice(2) === 0 ? [] : stretchesOf(dice) };
  });
  return { zone: zones[dice(zones.length)]!, week, days: oneADate(named) };
}

const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const listed = calendar.statutory_holidays_esa;
const aHoliday = (dice: Dice) => listed[dice(listed.length)]!.date;
const oneADate = (days: DeskDays[]) => [...new Map(days.map(day => [day.first_day, day])).values()];

/** One to three, in any order, one over another, from or until midnight, or on the hours at which clocks change. */
function stretchesOf(dice: Dice): Stretch[] {
  return Array.from({ length: 1 + dice(3) }, () => {
    const from_minute = [dice(1440), dice(24) * 60, 0, 60 + dice(120)][dice(4)]!;
    const to_minute = [1440, from_minute + 1 + dice(1440 - from_minute), from_minute + 1][dice(3)]!;
    return { from_minute, to_minute: Math.min(1440, to_minute) };
  });
}
