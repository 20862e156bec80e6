import type { Ctx } from '#accounts/server/acting.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Foreseeable, Foreseeing } from '../../rules/steps/foreseeable.ts';
import type { Step } from '../../rules/steps/step.ts';
import type { Beside } from '../beside.ts';
import { selectFields, selectSchoolsOf } from '../fields/store.ts';

/** What must be known to foresee steps, beside the tickets' own rows. */

/** By whom and when, and the fields that are filled in now: asked for only where a step may change one. */
export async function foreseeing(ctx: Ctx, steps: readonly Step[]): Promise<Foreseeing> {
  const asks = steps.some(({ does }) => does === 'change' || does === 'field');
  return {
    me: ctx.who.person_id,
    now: ctx.now,
    desk: ctx.who.desk,
    fields: asks ? await selectFields(ctx) : [],
    today: localDate(ctx.now, ctx.who.zone),
  };
}

/** Of the people whom steps put into fields, those who are at a school. */
export async function peopleNamed(
  ctx: Ctx,
  steps: readonly Step[],
  { fields }: Foreseeing,
): Promise<(school: number) => number[]> {
  const of_people = new Set(fields.filter(({ kind }) => kind === 'person').map(({ id }) => id));
  const ids = steps.flatMap(step =>
    step.does === 'field' && of_people.has(step.field) && typeof step.value === 'number' ? [step.value] : [],
  );
  const found = await selectSchoolsOf(ctx, ids);
  return school => found.filter(({ school_id }) => school_id === school).map(({ id }) => id);
}

/** What stands beside one ticket, for its steps. */
export const besideOf = (
  { who }: Ctx,
  { fields, followers, snoozes }: Pick<Beside, 'fields' | 'followers' | 'snoozes'>,
  people: readonly number[],
): Foreseeable['beside'] => {
  const mine = snoozes.find(({ id, back }) => id === who.person_id && !back);
  return {
    values: Object.fromEntries(fields.map(({ id, value }) => [id, value])),
    people,
    followers: followers.map(({ id }) => id),
    snoozed_until: mine ? (mine.until ? new Date(mine.until).toISOString() : 'answer') : null,
  };
};
