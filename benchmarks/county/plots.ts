import type { Move } from '#tickets/rules/lifecycle.ts';
import type { Dice } from './dice.ts';

/** What happens to a ticket, in order: moves of the life cycle, and messages without one. */
export type Step = Move | 'school_writes' | 'desk_writes' | 'desk_notes';

/** How tickets go, and how often. Each runs through the table of the life cycle from `new` to its end. */
const plots: readonly (readonly [weight: number, steps: readonly Step[]])[] = [
  [30, ['take', 'desk_writes', 'school_writes', 'resolve', 'confirm']],
  [20, ['take', 'ask_school', 'answer', 'desk_writes', 'resolve', 'confirm']],
  [12, ['resolve', 'confirm']],
  [10, ['take', 'desk_notes', 'propose_escalation', 'escalate', 'level2_answered', 'resolve', 'confirm']],
  [6, ['take', 'desk_writes', 'plan', 'resume', 'resolve', 'confirm']],
  [6, ['take', 'resolve', 'not_solved', 'school_writes', 'resolve', 'confirm']],
  [5, ['take', 'ask_school', 'close_unanswered']],
  [3, ['take', 'withdraw']],
  [2, ['withdraw']],
  [2, ['take', 'resolve', 'confirm', 'reopen', 'desk_writes', 'resolve', 'confirm']],
];

const talk: readonly Step[] = ['school_writes', 'desk_writes', 'desk_notes'];

/** A ticket's steps. Some more talk comes after it was taken, so that a ticket has about five messages. */
export function plotOf(dice: Dice): Step[] {
  const steps = dice.weighed(plots);
  return steps.flatMap(step =>
    step === 'take' ? [step, ...Array.from({ length: dice.below(3) }, () => dice.one(talk))] : [step],
  );
}

/** Of a ticket that is still open: everything before some later step. */
export const cutShort = (dice: Dice, steps: readonly Step[]): Step[] => {
  const last = steps.length - 1;
  const end = Math.max(dice.below(last + 1), steps.indexOf('reopen') + 1);
  return steps.slice(0, end);
};
