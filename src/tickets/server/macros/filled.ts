import type { Ctx } from '#accounts/server/acting.ts';
import { Refusal } from '#platform/refusals.ts';
import { notFilled, unfilledIn } from '../../rules/macros/variables.ts';

/** Refuses (not_valid, the field named) what the desk writes with a variable of ours still in it. */
export function checkFilled({ who }: Ctx, given: Readonly<Record<string, unknown>>): void {
  if (who.side !== 'desk') return;
  const errors = Object.entries(given).flatMap(([field, text]) => {
    const unfilled = typeof text === 'string' ? unfilledIn(text) : [];
    return unfilled.length > 0 ? [{ field, sentence: notFilled(unfilled) }] : [];
  });
  if (errors[0]) throw new Refusal('not_valid', errors[0].sentence, { errors });
}
