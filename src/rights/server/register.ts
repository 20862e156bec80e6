import type { Ctx } from '#accounts/server/acting.ts';
import { dateWords } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Lang } from '#platform/schemas.ts';
import { standsOn } from '../rules/days.ts';
import { mayAsk } from '../rules/policy.ts';
import type { Register, RegisterQuery, Right } from '../rules/register.ts';
import { calledIn } from '../rules/words.ts';
import { holderOf } from './holder.ts';
import { selectApprovers, selectRights, type SeenRight } from './views.ts';

/** The register: who has what at which school, since when, who approved. It reads, and changes nothing. */

/** A page of it: a school's own, or the desk's of all schools. */
export async function registerOf(ctx: Ctx, query: RegisterQuery): Promise<Register> {
  const rows = await rightsIn(ctx, query);
  return {
    items: rows.map(row => rightOf(ctx, row)),
    total: rows[0]?.total ?? 0,
    approvers: ctx.who.side === 'desk' && query.offset === 0 ? await selectApprovers(ctx) : [],
    today: localDate(ctx.now, ctx.who.zone),
    can: { ask: mayAsk(ctx.who) },
  };
}

/** Days are counted where the reader is: over all schools there is no other day. */
export const rightsIn = (ctx: Ctx, query: RegisterQuery): Promise<SeenRight[]> =>
  selectRights(ctx, query, localDate(ctx.now, ctx.who.zone));

export function rightOf({ who, now, lang }: Ctx, row: SeenRight): Right {
  const { right, holder, under_way } = row;
  const seen = { now, zone: row.zone, lang };
  const day = (date: string) => ({ date, words: dateWords(date, seen) });
  const stands = standsOn(right, localDate(now, row.zone));
  return {
    id: right.id,
    school: row.school,
    holder: holderOf(right, holder),
    kind: right.kind,
    words: right.words,
    at_schools: right.at_schools,
    since: day(right.since),
    until: right.until === null ? null : day(right.until),
    stands,
    ended: right.ended_on === null ? null : day(right.ended_on),
    under_way,
    history: row.history.map(({ done_at, ...past }) => ({
      ...past,
      done: day(localDate(new Date(done_at), row.zone)),
    })),
    can: { change: mayAsk(who) && stands !== 'ended' && under_way === null },
  };
}

export const heads: Record<Lang, string[]> = {
  en: [
    'School',
    'Code',
    'Who',
    'Job',
    'Has left',
    'Right',
    'At schools',
    'Since',
    'Until',
    'Ended',
    'Asked for by',
    'Approved by',
    'Done by',
    'Ticket',
  ],
  fr: [
    'École',
    'Code',
    'Qui',
    'Poste',
    'A quitté',
    'Droit',
    'Dans les écoles',
    'Depuis',
    'Jusqu’au',
    'Fin',
    'Demandé par',
    'Approuvé par',
    'Fait par',
    'Billet',
  ],
};

const yes: Record<Lang, string> = { en: 'yes', fr: 'oui' };

/** A right as a line of a file; days as dates. */
export function cellsOf(row: SeenRight, lang: Lang): (string | number | null)[] {
  const { right, school } = row;
  const { name, job, left } = holderOf(right, row.holder);
  const last = row.history.findLast(({ action }) => action !== 'remove');
  return [
    ...[school.name, school.code, name, job],
    left ? yes[lang] : null,
    ...[calledIn(right, lang), right.at_schools, right.since, right.until, right.ended_on],
    ...[last?.asked_for?.name ?? null, last?.approved_by?.name ?? null, last?.done_by.name ?? null],
    last?.ticket ?? null,
  ];
}
