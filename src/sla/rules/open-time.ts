import { day_ms } from './dates.ts';
import type { DeskTime, DeskTimes } from './desk-hours.ts';
import { blockNumber, blockOf, type Block } from './open-blocks.ts';

/**
 * Business time: how long a desk is open between two instants, and when so much of it is over. Every stretch is counted
 * by the time that held then, so that a change of hours alters nothing of what is past. Instants that are none and zones
 * that do not exist throw a RangeError, as in zones.ts.
 */

/** No longer is looked ahead for an open hour, in milliseconds: what takes more than twenty years is said to be never. */
const horizon = 20 * 366 * day_ms;

/**
 * Whole seconds that the desk was open between two instants, whose own parts of a second are left out; 0 when `to` is
 * not later. Spans in a row add up to the whole exactly.
 */
export function openSeconds(from: Date, to: Date, times: DeskTimes): number {
  const second = (at: Date) => Math.floor(at.getTime() / 1000) * 1000;
  return openMs(second(from), second(to), times) / 1000;
}

/** Whole minutes of the same; a question of Friday night that is answered on Monday at 8:10 has waited 10 minutes. */
export function businessMinutes(from: Date, to: Date, times: DeskTimes): number {
  return Math.floor(openMs(from.getTime(), to.getTime(), times) / 60_000);
}

/** When the desk was open between two instants, in order; none goes over midnight of its zone. */
export function openStretches(from: Date, to: Date, times: DeskTimes): { from: Date; to: Date }[] {
  const open: { from: Date; to: Date }[] = [];
  for (const part of partsOf(from.getTime(), to.getTime(), times))
    for (const [begin, end] of stretchesOf(part)) open.push({ from: new Date(begin), to: new Date(end) });
  return open;
}

/**
 * The instant at which the desk has been open for so many seconds since `from`: an end that falls on a closing time is
 * that closing time. Null where that is more than twenty years away. Throws a RangeError for less than no time.
 */
export function promisedAt(from: Date, seconds: number, times: DeskTimes): Date | null {
  if (!(seconds >= 0)) throw new RangeError(`not a length of time: ${seconds}`);
  if (seconds === 0) return from;
  let left = seconds * 1000;
  for (const part of partsOf(from.getTime(), from.getTime() + horizon, times)) {
    const open = openOf(part, left);
    if (open.at !== undefined) return new Date(open.at);
    left -= open.ms;
  }
  return null;
}

/** What is promised is said to the full minute, never before it is due (calendar.json deadline_rounding). */
export const roundedUp = (at: Date): Date => new Date(Math.ceil(at.getTime() / 60_000) * 60_000);

/** Whether the desk is open at an instant: at its opening it is, at its closing no more. */
export function isOpenAt(at: Date, times: DeskTimes): boolean {
  const [part] = partsOf(at.getTime(), at.getTime() + 1, times);
  return openOf(part!).ms > 0;
}

/** When the desk opens next, after `at`; null where it does not in twenty years. */
export function opensNext(at: Date, times: DeskTimes): Date | null {
  const last = { to: at.getTime() + Number(isOpenAt(at, times)) };
  for (const part of partsOf(at.getTime(), at.getTime() + horizon, times))
    for (const [begin, end] of stretchesOf(part)) {
      // What goes on over midnight or over a change of hours does not open then.
      if (begin > last.to) return new Date(begin);
      last.to = end;
    }
  return null;
}

/** A stretch of time in which one set of hours holds. */
interface Part {
  desk: DeskTime;
  from: number;
  to: number;
}

function partsOf(from: number, to: number, times: DeskTimes): Part[] {
  const parts: Part[] = [];
  for (const [at, desk] of times.entries()) {
    const begin = at === 0 ? from : Math.max(from, desk.since.getTime());
    const end = Math.min(to, times[at + 1]?.since.getTime() ?? Infinity);
    if (begin < end) parts.push({ desk, from: begin, to: end });
  }
  return parts;
}

function openMs(from: number, to: number, times: DeskTimes): number {
  let ms = 0;
  for (const part of partsOf(from, to, times)) ms += openOf(part).ms;
  return ms;
}

/** How long a part was open, and where in it `wanted` milliseconds of it are over. */
function openOf({ desk, from, to }: Part, wanted = Infinity): { ms: number; at?: number } {
  let ms = 0;
  const last = blockNumber(to, desk);
  for (let number = blockNumber(from, desk); number <= last; number++) {
    const block = blockOf(number, desk);
    const before = openBefore(block, from);
    const open = openBefore(block, to) - before;
    if (ms + open >= wanted) return { ms: wanted, at: reachedIn(block, before + wanted - ms) };
    ms += open;
  }
  return { ms };
}

/** How long a block was open until an instant. */
function openBefore({ from, to, before }: Block, at: number): number {
  const place = firstFrom(from.length, each => from[each]! > at) - 1;
  return place < 0 ? 0 : before[place]! + Math.min(at, to[place]!) - from[place]!;
}

/** The first instant until which a block was open so long, which it must be. */
function reachedIn({ from, to, before }: Block, ms: number): number {
  const place = firstFrom(from.length, each => before[each]! + to[each]! - from[each]! >= ms);
  return from[place]! + ms - before[place]!;
}

function* stretchesOf({ desk, from, to }: Part): Generator<[begin: number, end: number]> {
  const last = blockNumber(to, desk);
  for (let number = blockNumber(from, desk); number <= last; number++) {
    const block = blockOf(number, desk);
    for (const [at, begin] of block.from.entries()) {
      const end = block.to[at]!;
      if (end > from && begin < to) yield [Math.max(begin, from), Math.min(end, to)];
    }
  }
}

/** The first place from which on something is so; `length` where it never is. */
function firstFrom(length: number, is: (place: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
