import { dateOfDay, day_ms } from './dates.ts';
import { openOn, type DeskTime } from './desk-hours.ts';
import { offsetSpans, type OffsetSpan } from './offsets.ts';
import { merged } from './week.ts';
import { localDay } from './zones.ts';

/**
 * When a desk is open, worked out once for a block of its days and kept, so that years are added up in microseconds.
 * It is open at the instants at which the clock on its wall shows an open minute: what the clocks skip is never open,
 * what they show twice is open twice.
 */
export interface Block {
  /** Begin and end of each stretch in milliseconds, in order; none goes over midnight. */
  from: number[];
  to: number[];
  /** How long it was open in this block before each stretch. */
  before: number[];
  open_ms: number;
}

const days_of_block = 128;

const kept = new WeakMap<DeskTime, Map<number, Block>>();

/** The number of the block in which an instant lies. */
export const blockNumber = (at: number, { zone }: DeskTime): number =>
  Math.floor(localDay(new Date(at), zone) / days_of_block);

export function blockOf(number: number, desk: DeskTime): Block {
  const blocks = kept.get(desk) ?? new Map<number, Block>();
  const block = blocks.get(number) ?? readBlock(number * days_of_block, desk);
  kept.set(desk, blocks.set(number, block));
  return block;
}

function readBlock(first: number, desk: DeskTime): Block {
  // No zone is a day away from UTC.
  const spans = offsetSpans((first - 1) * day_ms, (first + days_of_block + 1) * day_ms, desk.zone);
  const open: OpenMs[] = [];
  for (let day = first; day < first + days_of_block; day++) open.push(...openOfDay(day, desk, spans));
  // Days follow each other but where the clocks are put back over midnight.
  open.sort((a, b) => a.from - b.from);
  let open_ms = 0;
  const before = open.map(({ from, to }) => (open_ms += to - from) - (to - from));
  return { from: open.map(({ from }) => from), to: open.map(({ to }) => to), before, open_ms };
}

type OpenMs = { from: number; to: number };

/** The hours of a day lie in one span, or in both on the day of a change. */
function openOfDay(day: number, desk: DeskTime, spans: readonly OffsetSpan[]): OpenMs[] {
  const open: OpenMs[] = [];
  const hours = merged(openOn(dateOfDay(day), desk));
  for (const span of spans)
    for (const { from_minute, to_minute } of hours) {
      const midnight = day * day_ms - span.offset_ms;
      const from = Math.max(span.from, midnight + from_minute * 60_000);
      const to = Math.min(span.to, midnight + to_minute * 60_000);
      const last = open.at(-1);
      if (from >= to) continue;
      if (last?.to === from) last.to = to;
      else open.push({ from, to });
    }
  return open;
}
