import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { NewFact, StandingOfSchool } from '../../rules/facts/fact.ts';
import { holdSchools, keepStanding } from './keeping.ts';
import { factRows, factsFor, insertFacts, markWithdrawn, seenSchool, type FactRow } from './store.ts';
import { standingOfSchool } from './views.ts';

/** The deeds on facts: recorded, withdrawn, and brought back (S11, S23). */

/**
 * Records a fact of a school; where it stands follows in the same transaction. Refuses with not_found; not_valid for a
 * day ahead of a fact that cannot be planned, and for somebody or a suspension that is not the school's; not_now when
 * the same is recorded already.
 */
export async function recordFact(ctx: Ctx, school_id: number, given: NewFact): Promise<StandingOfSchool> {
  const { school, rows } = await held(ctx, school_id);
  if (!mayBePlanned.has(given.kind) && given.day > localDate(ctx.now, school.zone))
    throw notValid('day', notYet);
  if (given.kind === 'trained_before' && !school.people.some(({ id }) => id === given.person))
    throw notValid('person', notOfSchool);
  if (given.kind === 'lifted' && !rows.some(row => row.kind === 'suspended' && row.id === given.lifts))
    throw notValid('lifts', noSuspension);
  const { person, ...fact } = { person: undefined, ...given };
  const row = { ...fact, school_id, person_id: person ?? null };
  if (rows.some(other => clashes(other, row, rows))) throw notNow(already);
  const [id] = await insertFacts(ctx, [row]);
  await tell(ctx, 'fact_recorded', { ...row, id: id! });
  await keepStanding(ctx, [school_id]);
  return standingOfSchool(ctx, school_id);
}

/**
 * Withdraws a fact, or (null) takes that back; what is so already stays so, and nothing is told. Refuses with
 * not_found; not_now when the same was recorded again meanwhile.
 */
export async function withdrawFact(
  ctx: Ctx,
  { id: school_id, fact }: { id: number; fact: number },
  why: string | null,
): Promise<StandingOfSchool> {
  const { rows } = await held(ctx, school_id);
  const row = rows.find(({ id }) => id === fact);
  if (!row) throw notFound();
  if ((row.withdrawn_at === null) === (why === null)) return standingOfSchool(ctx, school_id);
  if (why === null && rows.some(other => clashes(other, row, rows))) throw notNow(already);
  await markWithdrawn(ctx, [fact], why);
  await tell(ctx, why === null ? 'fact_restored' : 'fact_withdrawn', row);
  await keepStanding(ctx, [school_id]);
  return standingOfSchool(ctx, school_id);
}

/** The school and its facts, held. */
export async function held(ctx: Ctx, school_id: number) {
  await holdSchools(ctx, [school_id]);
  const [school] = await factsFor(ctx, seenSchool(ctx, school_id));
  if (!school) throw notFound();
  return { school, rows: await factRows(ctx, school_id) };
}

type Comparable = Partial<Pick<FactRow, 'document' | 'document_version' | 'person_id' | 'lifts'>> &
  Pick<FactRow, 'kind'>;

/** Whether a fact that stands says the same already: some are said once, some once for each thing that they are about. */
export function clashes(other: FactRow, fact: Comparable, all: readonly FactRow[]): boolean {
  if (other.withdrawn_at || other.kind !== fact.kind) return false;
  if (fact.kind === 'suspended')
    return !all.some(
      ({ kind, lifts, withdrawn_at }) => kind === 'lifted' && lifts === other.id && !withdrawn_at,
    );
  const about = (row: Comparable) =>
    [row.person_id ?? '', row.lifts ?? '', row.document ?? '', row.document_version ?? ''].join('\n');
  return about(other).toLowerCase() === about(fact).toLowerCase();
}

const tell = (ctx: Ctx, kind: string, { id, school_id, kind: what, day }: Told) =>
  recordDeed(ctx, { kind, audience: 'school', school_id, facts: { fact: id, what, day } });
type Told = Pick<FactRow, 'id' | 'school_id' | 'kind' | 'day'>;

const mayBePlanned = new Set<NewFact['kind']>(['stage1', 'suspended']);

export const notYet = {
  en: 'That day is still to come: record it when it has happened.',
  fr: 'Ce jour est encore à venir : inscrivez-le quand ce sera fait.',
};
const notOfSchool = {
  en: 'Choose somebody of this school.',
  fr: 'Choisissez une personne de cette école.',
};
const noSuspension = {
  en: 'There is no such suspension of this school.',
  fr: 'Cette suspension de l’école n’existe pas.',
};
export const already = {
  en: 'That is recorded already. Withdraw it first if it was wrong.',
  fr: 'C’est déjà inscrit. Retirez-le d’abord si c’était une erreur.',
};
