import type { z } from 'zod';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Deed as Told, type Facts } from '#accounts/server/story/story.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { isOpen } from '#tickets/rules/lifecycle.ts';
import { newsOnTicket, tellRequest } from '#tickets/server/requested.ts';
import { canOf as onTicket } from '#tickets/rules/policy.ts';
import { demand, hold } from '#tickets/server/tickets.ts';
import { lastDay, standsOn, wrongUntil } from '../rules/days.ts';
import type {
  Asking,
  Deciding,
  Ending,
  Exception,
  OnTicket,
  Prolonging,
  Spending,
} from '../rules/exception.ts';
import { mayAsk, mayDo, objections, type Deed } from '../rules/policy.ts';
import { topic_names, type Standing } from '../rules/topics.ts';
import { exceptionFor, exceptionsOn } from './reading.ts';
import {
  holdException,
  insertException,
  insertStep,
  look,
  putUnder,
  standingId,
  takeOut,
  updateException,
  zoneOf,
} from './store.ts';
import type { ExceptionRow } from './tables.ts';

/** The deeds of an exception. Each is one transaction, a step of its history and a line of its ticket's story. */

/**
 * Asks on a ticket for help with what is the school's own. Refuses not_found, not_allowed (somebody of the school who may
 * not write on it), not_now (the ticket is over or inside, or something is asked or allowed on it already).
 */
export async function askForException(ctx: Ctx, number: number, asking: Asking): Promise<OnTicket> {
  if (ctx.code_wall && !mayAsk(ctx.who)) throw notAllowed(objections.not_you);
  await ask(ctx, number, asking);
  return exceptionsOn(ctx, number);
}

/** The same without the answer: for the guide too, which asks for the school whose ticket it has just opened. */
export async function ask(ctx: Ctx, number: number, { topic, why }: Asking): Promise<void> {
  const { ticket, facts } = await hold(ctx, number);
  if (ticket.inside || !isOpen(ticket.state)) throw notNow(no_ticket_for_it);
  const { who, now } = ctx;
  if (who.side === 'school') demand(ctx, facts, onTicket(who, facts).reply);
  const { school_id } = ticket;
  const id = await insertException(ctx, {
    ...{ school_id, topic, why, ticket_number: number, state: 'asked', told_at: now },
    ...{ asked_for: ticket.requester_id, asked_by: who.person_id, asked_at: now },
  });
  if (id === undefined) throw notNow(asked_already);
  await insertStep(ctx, { exception_id: id, school_id, step: 'ask', reason: why });
  await putUnder(ctx, { number, school_id }, id);
  await recordDeed(ctx, {
    ...{ kind: 'exception_asked', audience: 'school', ticket_number: number, school_id },
    facts: { exception_topic: [null, topic_names[topic]] },
  });
}

/** What stands for every school helps with this ticket: its minutes count there. */
export async function countForStanding(ctx: Ctx, number: number, which: Standing): Promise<void> {
  const { ticket } = await hold(ctx, number);
  await putUnder(ctx, ticket, await standingId(ctx, which));
}

/** Allows it for some days, or refuses it with the reason. Refuses not_found, not_allowed, not_now, not_valid. */
export async function decideException(
  ctx: Ctx,
  id: number,
  decision: z.output<typeof Deciding>,
): Promise<Exception> {
  const { row, today } = await holdFor(ctx, id, 'decide');
  if (!decision.allow) {
    const { reason } = decision;
    await updateException(ctx.db, id, { state: 'refused', decided_by: ctx.who.person_id, told_at: ctx.now });
    return settle(ctx, row, { step: 'refuse', kind: 'exception_refused', reason });
  }
  const until = decision.until ?? lastDay(today);
  refuseWrong(wrongUntil(until, today));
  const { allowed } = decision;
  await updateException(ctx.db, id, {
    ...{ state: 'allowed', allowed, since: today, until, decided_by: ctx.who.person_id, told_at: ctx.now },
  });
  return settle(ctx, row, { step: 'allow', kind: 'exception_allowed', reason: null, until });
}

/** Lets it stand longer, with the reason. */
export async function prolongException(
  ctx: Ctx,
  id: number,
  { until, reason }: z.output<typeof Prolonging>,
): Promise<Exception> {
  const { row, today } = await holdFor(ctx, id, 'prolong');
  refuseWrong(wrongUntil(until, today, row.until!));
  await updateException(ctx.db, id, { until, told_at: ctx.now });
  return settle(ctx, row, { step: 'prolong', kind: 'exception_prolonged', reason, until });
}

/** Ends it today, before its last day, with the reason. */
export async function endException(
  ctx: Ctx,
  id: number,
  { reason }: z.output<typeof Ending>,
): Promise<Exception> {
  const { row, today } = await holdFor(ctx, id, 'end');
  await updateException(ctx.db, id, { state: 'ended', ended_on: today, told_at: ctx.now });
  return settle(ctx, row, { step: 'end', kind: 'exception_ended', reason });
}

/** Takes back what nobody has decided. */
export async function withdrawException(ctx: Ctx, id: number): Promise<Exception> {
  const { row } = await holdFor(ctx, id, 'withdraw');
  await updateException(ctx.db, id, { state: 'withdrawn', told_at: ctx.now });
  await insertStep(ctx, { exception_id: id, school_id: row.school_id!, step: 'withdraw' });
  await tell(ctx, row, { kind: 'exception_withdrawn', audience: 'school' });
  return exceptionFor(ctx, id);
}

/** Notes minutes that were spent on it beside its tickets. */
export async function spendOn(
  ctx: Ctx,
  id: number,
  { minutes, what }: z.output<typeof Spending>,
): Promise<Exception> {
  const { row } = await holdFor(ctx, id, 'spend');
  await insertStep(ctx, {
    exception_id: id,
    school_id: row.school_id!,
    step: 'spend',
    minutes,
    reason: what,
  });
  await tell(ctx, row, { kind: 'exception_spent', audience: 'desk', facts: { minutes } });
  return exceptionFor(ctx, id);
}

/**
 * The ticket's minutes count for it, or no more. Of the same school, or of any for the standing one. Twice is once.
 * Refuses not_found, not_allowed, not_now, not_valid (another school's ticket).
 */
export async function countTicket(
  ctx: Ctx,
  { id, number }: { id: number; number: number },
  counts: boolean,
): Promise<Exception> {
  const { ticket } = await hold(ctx, number);
  const { row } = await holdFor(ctx, id, 'put');
  if (ticket.inside || (row.school_id !== null && row.school_id !== ticket.school_id))
    throw notValid('number', other_school);
  if (!counts && row.ticket_number === number) throw notNow(its_own);
  const changed = counts ? await putUnder(ctx, ticket, id) : await takeOut(ctx, number, id);
  if (changed)
    await recordDeed(ctx, {
      ...{ kind: counts ? 'exception_counts' : 'exception_counts_no_more', audience: 'desk' },
      ...{ ticket_number: number, school_id: ticket.school_id },
    });
  return exceptionFor(ctx, id);
}

/** Marks for this person of a school that she has looked. */
export async function lookAtExceptions(ctx: Ctx): Promise<Record<string, never>> {
  await look(ctx);
  return {};
}

/** Held, with the day at its school. Refuses not_found, not_allowed, not_now. */
async function holdFor(ctx: Ctx, id: number, deed: Deed): Promise<{ row: ExceptionRow; today: string }> {
  const row = await holdException(ctx, id);
  if (!row) throw notFound();
  const zone = row.school_id === null ? ctx.who.zone : await zoneOf(ctx, row.school_id);
  const today = localDate(ctx.now, zone);
  const answer = mayDo(ctx.who, deed, { stands: standsOn(row, today), school_id: row.school_id });
  if (answer === 'not_now' || (answer === 'not_you' && ctx.code_wall))
    throw (answer === 'not_you' ? notAllowed : notNow)(objections[answer]);
  return { row, today };
}

interface Taken {
  step: 'allow' | 'refuse' | 'prolong' | 'end';
  kind: string;
  reason: string | null;
  until?: string;
}

/** Writes the step down, tells it on the ticket, where the school has it as news, and answers the exception as it is. */
async function settle(ctx: Ctx, row: ExceptionRow, { step, kind, reason, until }: Taken): Promise<Exception> {
  const { id, school_id, ticket_number } = row as ExceptionRow & { school_id: number; ticket_number: number };
  await insertStep(ctx, { exception_id: id, school_id, step, reason, until: until ?? null });
  await newsOnTicket(ctx, ticket_number);
  const facts: Facts = { ...(until && { exception_until: until }), ...(reason && { reason }) };
  await tellRequest(ctx, { number: ticket_number, school_id }, { kind, facts });
  return exceptionFor(ctx, id);
}

const tell = (
  ctx: Ctx,
  { ticket_number, school_id }: ExceptionRow,
  told: Pick<Told, 'kind' | 'audience' | 'facts'>,
): Promise<unknown> => recordDeed(ctx, { ...told, ticket_number: ticket_number!, school_id: school_id! });

function refuseWrong(wrong: ReturnType<typeof wrongUntil>): void {
  if (wrong) throw notValid('until', wrong);
}

const no_ticket_for_it = {
  en: 'An exception is asked for on an open ticket of a school.',
  fr: 'Une exception se demande dans un billet ouvert d’une école.',
};
const asked_already = {
  en: 'An exception is asked for or allowed on this ticket already.',
  fr: 'Une exception est déjà demandée ou accordée dans ce billet.',
};
const other_school = {
  en: 'This ticket is of another school than the exception.',
  fr: 'Ce billet est d’une autre école que l’exception.',
};
const its_own = {
  en: 'The exception was asked for on this ticket: its minutes count.',
  fr: 'L’exception a été demandée dans ce billet : ses minutes comptent.',
};
