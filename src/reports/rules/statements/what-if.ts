import { priorities, promised_clocks, type PromisedClock } from '#sla/rules/targets.ts';
import type { Priority } from '#tickets/rules/priority.ts';
import type { Span } from './months.ts';
import { partOf, type Measure, type Part, type Told } from './part.ts';

/** Other targets or other hours, applied to tickets that were: what would have been in time, and what late. */

/** So many days of the desk's own are tried at most, each of them perhaps some on end. */
export const most_tried_days = 40;

export interface Compared {
  /** As it was. */
  was: { in_time: number; late: number };
  /** As it would have been by what is tried. */
  would: { in_time: number; late: number };
  /** In time before, late by what is tried; and the other way round. */
  broken: number;
  kept: number;
}
export type Comparison = Record<Priority, Record<PromisedClock, Compared>>;

const nothing = (): Compared => ({
  was: { in_time: 0, late: 0 },
  would: { in_time: 0, late: 0 },
  broken: 0,
  kept: 0,
});

export const noComparison = (): Comparison =>
  Object.fromEntries(
    priorities.map(priority => [priority, { response: nothing(), resolution: nothing() }]),
  ) as Comparison;

/** Adds what one ticket would have been. A promise that is judged in the span by one of the two only counts there. */
export function compare(
  comparison: Comparison,
  told: Told,
  span: Span,
  by: Record<'was' | 'would', Measure>,
): void {
  const parts = { was: partOf(told, span, by.was), would: partOf(told, span, by.would) };
  for (const clock of promised_clocks) {
    const [was, would] = [judgedIn(parts.was, clock), judgedIn(parts.would, clock)];
    const priority = (was ?? would)?.priority;
    if (!priority) continue;
    const compared = comparison[priority][clock];
    if (was) compared.was[was.in_time ? 'in_time' : 'late']++;
    if (would) compared.would[would.in_time ? 'in_time' : 'late']++;
    if (would?.in_time === false && was?.in_time !== false) compared.broken++;
    if (was?.in_time === false && would?.in_time !== false) compared.kept++;
  }
}

const judgedIn = (part: Part | null, clock: PromisedClock) =>
  part?.clocks.find(each => each.clock === clock && each.in_time !== null);

/** What two lots of tickets come to together. */
export function together(a: Comparison, b: Comparison): Comparison {
  const sum = noComparison();
  for (const priority of priorities)
    for (const clock of promised_clocks)
      for (const one of [a, b]) {
        const [into, more] = [sum[priority][clock], one[priority][clock]];
        for (const side of ['was', 'would'] as const)
          for (const how of ['in_time', 'late'] as const) into[side][how] += more[side][how];
        into.broken += more.broken;
        into.kept += more.kept;
      }
  return sum;
}
