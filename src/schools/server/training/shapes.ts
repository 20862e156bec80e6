import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { dateWords, moment, type Seen } from '#sla/rules/moments.ts';
import { periodWords } from '#sla/rules/periods.ts';
import { trainedSince, type Facts } from '../../rules/facts/roll-out.ts';
import type { Training } from '../../rules/training/training.ts';
import type { TrainingRow } from './views.ts';

/** Rows become what the API answers, with times in the reader's words. */

/** The sessions of a training in the reader's words. */
export const sessionsOf = (ctx: Ctx, { sessions }: Pick<TrainingRow, 'sessions'>): Training['sessions'] =>
  sessions.map(({ starts_at, ends_at, ...session }) => {
    const [starts, ends] = [new Date(starts_at), new Date(ends_at)];
    const seen = seenBy(ctx);
    const period = periodWords(starts, ends, seen);
    return { ...session, starts: moment(starts, seen), begun: starts <= ctx.now, period };
  });

export const trainingOf = (ctx: Ctx, { cancelled_at, ...row }: TrainingRow): Training => ({
  ...row,
  sessions: sessionsOf(ctx, row),
  state: cancelled_at ? 'cancelled' : stateOf(row, ctx.now),
});

function stateOf({ sessions }: Pick<TrainingRow, 'sessions'>, now: Date): Training['state'] {
  const begun = sessions.some(({ starts_at }) => new Date(starts_at) <= now);
  const over = sessions.every(({ ends_at }) => new Date(ends_at) <= now);
  return over ? 'over' : begun ? 'running' : 'coming';
}

/** Since when a person is trained, in words; null is not yet. */
export function trainedWords(person: Omit<Facts, 'people'>, id: number, seen: Seen): string | null {
  const since = trainedSince({ ...person, people: [] }, id);
  return since === null ? null : dateWords(since, seen);
}
