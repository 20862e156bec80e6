import { day_ms } from './dates.ts';
import { localTime } from './zones.ts';

/** A run of instants (milliseconds) at which the clocks of a zone stand at the same distance from UTC. */
export interface OffsetSpan {
  from: number;
  to: number;
  offset_ms: number;
}

/** A stretch of time cut where a zone changes its clocks: one span where it never does. */
export function offsetSpans(from: number, to: number, zone: string): OffsetSpan[] {
  const spans: OffsetSpan[] = [{ from, to, offset_ms: offsetOf(zone, from) }];
  for (let begin = from; begin < to; begin += day_ms) {
    const end = Math.min(begin + day_ms, to);
    const last = spans.at(-1)!;
    const offset_ms = offsetOf(zone, end);
    if (offset_ms === last.offset_ms) continue;
    last.to = changeBetween(begin, end, zone);
    spans.push({ from: last.to, to, offset_ms });
  }
  return spans;
}

const offsetOf = (zone: string, at: number) => localTime(new Date(at), zone).offset_minutes * 60_000;

/** The first millisecond that has the offset of `end`. */
function changeBetween(begin: number, end: number, zone: string): number {
  const after = offsetOf(zone, end);
  let [old, changed] = [begin, end];
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2);
    if (offsetOf(zone, middle) === after) changed = middle;
    else old = middle;
  }
  return changed;
}
