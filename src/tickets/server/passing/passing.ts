import type { z } from 'zod';
import type { Ctx } from '#accounts/server/acting.ts';
import { notNow, notValid } from '#platform/refusals.ts';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import { instantOf } from '#sla/rules/zones.ts';
import { isSchoolsOwn } from '../../rules/passing/own.ts';
import type { Passing, Passings, PassingsQuery } from '../../rules/passing/passing.ts';
import type { Opening } from '../../rules/ticket.ts';
import { countPassed, selectPassings, technicianOf } from './store.ts';

/** What goes to a school's own technician before the desk has it (S12). */

/** Who would get one's question, and how many questions the technicians of one's school have; the desk has neither. */
export async function passingOf(ctx: Ctx): Promise<Passing> {
  const { who } = ctx;
  if (who.side !== 'school') return { technician: null, waiting: 0 };
  return {
    technician: (await technicianOf(ctx, who.school_id, who.person_id)) ?? null,
    waiting: await countPassed(ctx, who.school_id),
  };
}

/**
 * Who of the school gets a ticket that is being opened; undefined where the desk does. Refuses not_valid for what is
 * not the school's own, not_now when the school has nobody for it.
 */
export async function technicianFor(ctx: Ctx, school_id: number, { pass, category }: Opening) {
  if (!pass) return undefined;
  if (ctx.who.side !== 'school' || !isSchoolsOwn(category)) throw notValid('pass', notTheirs);
  const technician = await technicianOf(ctx, school_id, ctx.who.person_id);
  if (!technician) throw notNow(nobody);
  return technician;
}

const notTheirs = {
  en: 'Only what is the school’s own matter goes to its technician first. Send this to the desk.',
  fr: 'Seul ce qui relève de l’école va d’abord à son technicien. Envoyez ceci au centre d’aide.',
};
const nobody = {
  en: 'Your school has no other technical contact now. Send it to the desk.',
  fr: 'Votre école n’a pas d’autre contact technique pour l’instant. Envoyez-la au centre d’aide.',
};

/** What became of what schools passed to their technicians between two days of the desk. */
export async function listPassings(
  ctx: Ctx,
  { school, from, until }: z.output<typeof PassingsQuery>,
): Promise<Passings> {
  const startOf = (date: string) => instantOf(date, 0, 0, ctx.who.desk.zone);
  const rows = await selectPassings(ctx, {
    school,
    from: from === undefined ? undefined : startOf(from),
    before: until === undefined ? undefined : startOf(dateOfDay(dayNumber(until) + 1)),
  });
  return { items: rows };
}
