import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import type { Promised } from '#sla/rules/targets.ts';
import { dueAt, type Timed } from './due.ts';

/** A part of the promised time that is over, in percent: told once for each clock and round. 100 is the deadline. */
export interface Warning {
  clock: Timed['clock'];
  round: number;
  step: number;
  at: Date;
}

/** When each part of a running promise is over, in order (S1: before it is late, and when it is). */
export function warningsOf(
  clocks: readonly Timed[],
  { warn_at }: Pick<Promised, 'warn_at'>,
  times: DeskTimes,
): Warning[] {
  return clocks
    .filter(clock => clock.running && clock.target !== null)
    .flatMap(clock =>
      [...warn_at, 100].flatMap(step => {
        const at = step === 100 ? clock.due : dueAt(clock, (clock.target! * step) / 100, times);
        return at ? [{ clock: clock.clock, round: clock.round, step, at }] : [];
      }),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
