import type { Extent, Priority, PromisedClock } from '#sla/rules/targets.ts';
import { isOpen, states, type State } from '../lifecycle.ts';
import type { Mark } from './mark.ts';

/** A stretch of time in which a clock ran; the last has no end while it runs. */
export interface Stretch {
  from: Date;
  to: Date | null;
}

/** What a clock of a ticket has measured (process.json clocks). */
export interface Clock {
  clock: 'response' | 'next_response' | 'resolution' | 'level2' | 'total';
  /** Of the next answers: which one it is, from 1. Of the others 0. */
  round: number;
  /** When it ran, in order; what lies between is paused. */
  stretches: Stretch[];
  /** When what it waits for was there; null while it is not, and where the ticket ended without. */
  met: Date | null;
  /** By which it is judged: as it stood when it was met, else as it stands. */
  priority: Priority;
  promised: Extent;
}

/**
 * The promise that a clock is held against; Level 2's time and the whole of it are reported, not promised, nor is the
 * solution of what is the school's work.
 */
export function promiseOf({ clock, promised }: Pick<Clock, 'clock' | 'promised'>): PromisedClock | undefined {
  if (clock === 'response' || clock === 'next_response') return 'response';
  return clock === 'resolution' && promised === 'whole' ? 'resolution' : undefined;
}

/** Until when the first answer is awaited from the desk: later it has spoken with the school, or passed it on. */
const awaits_answer: ReadonlySet<State> = new Set(['new', 'in_progress']);

/**
 * All clocks of a ticket from its ledger (process.json clocks):
 * - response: from the opening, or from when the school's technician sends it up, until the desk's first answer; a
 *   ticket that goes to Level 2 or is planned with the school has had it.
 * - next_response: from what a school writes after an answer, while it is the desk's turn, until the next answer. The
 *   ticket's end ends it unmet.
 * - resolution: from the opening until solved; paused while it waits for the school, Level 2 or a planned day. Opened
 *   again it goes on from where it stood. Closed or withdrawn unsolved it ends unmet.
 * - level2: while it is with Level 2. total: from the opening to the end, without any pause.
 */
export function clocksOf(marks: readonly Mark[]): Clock[] {
  const response = newClock('response', 0);
  const resolution = newClock('resolution', 0);
  const level2 = newClock('level2', 0);
  const total = newClock('total', 0);
  const rounds: Clock[] = [];
  for (const [place, mark] of marks.entries()) {
    const { at, kind, state, passed, priority, promised } = mark;
    run(response, at, awaits_answer.has(state) && response.met === null);
    run(resolution, at, states[state].resolution_clock === 'run');
    run(level2, at, state === 'waiting_l2');
    run(total, at, isOpen(state));
    const round = rounds.at(-1)?.stretches.at(-1)?.to === null ? rounds.at(-1) : undefined;
    if (kind === 'answered') {
      meet(response, mark);
      if (round) meet(round, mark);
    } else if (kind === 'moved' && !passed && isOpen(state) && !awaits_answer.has(state))
      meet(response, mark);
    if (round && !isOpen(state)) run(round, at, false);
    resolution.met = state === 'resolved' || state === 'closed' ? (resolution.met ?? solved(mark)) : null;
    total.met = isOpen(state) ? null : at;
    if (kind === 'asked' && !round && response.met !== null && courtAfter(marks, place) === 'desk') {
      rounds.push(newClock('next_response', rounds.length + 1));
      run(rounds.at(-1)!, at, true);
    }
    for (const clock of [response, resolution, level2, total, ...rounds.slice(-1)])
      if (clock.met === null || clock.met === at) Object.assign(clock, { priority, promised });
  }
  return [response, ...rounds, resolution, level2, total].filter(
    clock => clock.stretches.length > 0 || clock.met !== null,
  );
}

const newClock = (clock: Clock['clock'], round: number): Clock => ({
  clock,
  round,
  stretches: [],
  met: null,
  priority: 'P4',
  promised: 'whole',
});

/** Lets a clock run or not from an instant on; a stretch of no length is none. */
function run({ stretches }: Clock, at: Date, runs: boolean): void {
  const last = stretches.at(-1);
  const running = last?.to === null;
  if (runs === running) return;
  if (runs) stretches.push({ from: at, to: null });
  else if (last!.from.getTime() === at.getTime()) stretches.pop();
  else last!.to = at;
}

function meet(clock: Clock, { at }: Mark): void {
  if (clock.met !== null) return;
  clock.met = at;
  run(clock, at, false);
}

/** Closed without having been solved is not solved. */
const solved = ({ state, at }: Mark): Date | null => (state === 'resolved' ? at : null);

/** Whose turn it is after what was written: the move that it made is the mark that follows at the same instant. */
function courtAfter(marks: readonly Mark[], place: number) {
  const [mark, next] = [marks[place]!, marks[place + 1]];
  const moved = next?.kind === 'moved' && next.at.getTime() === mark.at.getTime();
  return states[(moved ? next : mark).state].court;
}
