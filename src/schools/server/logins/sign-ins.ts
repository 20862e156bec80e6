import type { Ctx } from '#accounts/server/acting.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { ReviewState } from '../../rules/review.ts';
import type { SchoolSignIn } from '../../rules/sign-ins.ts';
import { selectSignIns } from './store.ts';

type Row = Awaited<ReturnType<typeof selectSignIns>>[number];

/** All schools, or those of some waves: how each signs in, and whether it has confirmed its people. */
export async function listSignIns(
  ctx: Ctx,
  { wave }: { wave?: readonly (number | 'none')[] | undefined },
): Promise<SchoolSignIn[]> {
  return (await selectSignIns(ctx, wave)).map(row => shown(ctx, row));
}

function shown({ now, lang, who }: Ctx, row: Row): SchoolSignIn {
  const { id, code, name, wave, username, people, due_day, answered, asked, zone } = row;
  const made_at = row.made_at === null ? null : new Date(row.made_at);
  return {
    ...{ id, code, name, wave, username, people },
    login: username === null ? 'none' : made_at ? 'letter' : 'own',
    made: made_at && moment(made_at, { now, zone: who.zone, lang }).words,
    review: {
      state: stateOf(row, now),
      due: due_day && dateWords(due_day, { now, zone, lang }),
      answered,
      of: asked,
    },
  };
}

function stateOf({ due_day, ended_as, zone }: Row, now: Date): ReviewState {
  if (due_day === null) return 'none';
  if (ended_as) return ended_as;
  return localDate(now, zone) > due_day ? 'late' : 'due';
}
