import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import { en } from '#tickets/rules/words/en.ts';
import { fr } from '#tickets/rules/words/fr.ts';
import { environmentsOf } from '../../rules/environments.ts';
import { fitOf } from '../../rules/matching.ts';
import { draftsNotices } from '../../rules/policy.ts';
import type { Affected, ProblemOfTicket } from '../../rules/problem.ts';
import { calledByGroup } from '../called.ts';
import { seenNotice } from '../reading.ts';
import { noticeOf } from '../shapes.ts';
import { addSchool, signalConcerned } from '../store.ts';
import type { NoticeRow } from '../tables.ts';
import { selectNotice, selectProblems } from '../views.ts';
import { canNow, held, today } from '../holding.ts';
import { insertGathered, partGathered, problemOf, selectAffected, selectTickets } from './store.ts';

/** Tickets of one problem are gathered: one word on it then goes to all of them. */

/**
 * Gathers tickets into a problem. Twice is once; what is of another problem stays there. Of a notice for some schools the
 * tickets' schools are then among them. Refuses not_found; not_now for a notice that is over; not_valid for a ticket that
 * only the iGroup sees, or of a school that may not read the notice.
 */
export async function gatherTickets(ctx: Ctx, id: string, numbers: readonly number[]) {
  const gathered = await putTogether(ctx, await held(ctx, id), numbers);
  return { gathered: gathered.length };
}

/** The same with the notice that is held; answers the numbers that were put. */
export async function putTogether(ctx: Ctx, row: NoticeRow, numbers: readonly number[]): Promise<number[]> {
  if (ctx.code_wall && !draftsNotices(ctx.who)) throw notAllowed(not_yours);
  if (!canNow(ctx, row).gather) throw notNow(over);
  const found = await selectTickets(ctx, numbers, today(ctx));
  if (found.length !== new Set(numbers).size) throw notFound();
  if (found.some(({ inside }) => inside)) throw notValid('tickets', only_inside);
  const needs_stage1 = { stage1: true, before_stage1: false }[row.audience as string];
  if (needs_stage1 !== undefined && found.some(({ stage1 }) => stage1 !== needs_stage1))
    throw notValid('tickets', other_schools);
  const put = new Set(await insertGathered(ctx, row.id, found));
  const those = found.filter(({ number }) => put.has(number));
  if (row.audience === 'some') for (const { school_id } of those) await addSchool(ctx, row.id, school_id);
  await signalConcerned(ctx, row.id, today(ctx));
  if (those.length > 0)
    await recordDeed(
      ctx,
      ...those.map(({ number, school_id }) => ({
        ...{ kind: 'gathered', audience: 'desk' as const, ticket_number: number, school_id },
        facts: { notice: row.id, problem: row.title },
      })),
    );
  return [...put];
}

/** Puts one ticket into a problem, and answers how it stands then. Refuses as gathering does, and not_now where it is of another. */
export async function putTicket(ctx: Ctx, number: number, id: string): Promise<ProblemOfTicket> {
  const row = await held(ctx, id);
  await putTogether(ctx, row, [number]);
  if ((await problemOf(ctx, number)) !== id) throw notNow(of_another);
  return problemOfTicket(ctx, number);
}

/** Takes a ticket out of its problem. What is so already stays so, and nothing is told. Refuses not_found. */
export async function partTicket(ctx: Ctx, number: number): Promise<ProblemOfTicket> {
  const [ticket] = await selectTickets(ctx, [number], today(ctx));
  if (!ticket) throw notFound();
  const id = await problemOf(ctx, number);
  if (id !== undefined && (await partGathered(ctx, number))) {
    const { title } = await seenNotice(ctx, id);
    await signalConcerned(ctx, id, today(ctx));
    await recordDeed(ctx, {
      ...{ kind: 'parted', audience: 'desk', ticket_number: number, school_id: ticket.school_id },
      facts: { notice: id, problem: title },
    });
  }
  return problemOfTicket(ctx, number);
}

/** The problem that a ticket is of; for the iGroup also those that it may be put into, likely ones first. Refuses not_found. */
export async function problemOfTicket(ctx: Ctx, number: number): Promise<ProblemOfTicket> {
  const [ticket] = await selectTickets(ctx, [number], today(ctx));
  if (!ticket) throw notFound();
  const id = await problemOf(ctx, number);
  const problem = id === undefined ? undefined : await selectNotice(ctx, id);
  const drafts = draftsNotices(ctx.who) && !ticket.inside;
  const open = drafts && !problem ? await selectProblems(ctx, true) : [];
  const asked = { title: ticket.subject, text: ticket.text };
  const called = await calledByGroup(ctx);
  const ranked = open
    .map(row => ({ row, fit: fitOf(row, asked, called) }))
    .sort((one, other) => other.fit - one.fit)
    .map(({ row, fit }) => ({
      id: row.id,
      title: row.title,
      state_words: noticeOf(ctx, row).state_words,
      likely: fit >= likely,
    }));
  return {
    problem: problem ? noticeOf(ctx, problem) : null,
    open: ranked,
    can: { put: drafts, write: drafts },
  };
}

const likely = 0.5;

/** Who is affected by a notice: its tickets, the people who have it too, what they work with. For the iGroup. Refuses not_found. */
export async function affectedBy(ctx: Ctx, id: string): Promise<Affected> {
  await seenNotice(ctx, id);
  const { tickets, me_toos } = await selectAffected(ctx, id);
  const words = { en, fr }[ctx.lang].states;
  return {
    tickets: tickets.map(ticket => ({ ...ticket, state_words: words[ticket.state] })),
    me_toos: me_toos.map(({ at, ...said }) => ({ ...said, at: moment(new Date(at), seenBy(ctx)) })),
    environments: environmentsOf(me_toos),
  };
}

const not_yours = {
  en: 'Gathering tickets is for those who work them.',
  fr: 'Regrouper des billets revient à qui les traite.',
};
const over = {
  en: 'No ticket can be put into this any more, or not yet.',
  fr: 'On ne peut plus y mettre de billet, ou pas encore.',
};
const of_another = {
  en: 'This ticket is of another problem already.',
  fr: 'Ce billet fait déjà partie d’un autre problème.',
};
const only_inside = {
  en: 'Only the iGroup sees this ticket: no word would reach anybody on it.',
  fr: 'Seul l’iGroup voit ce billet : aucun message n’y parviendrait.',
};
const other_schools = {
  en: 'The notice is not for the school of this ticket. Change whom it is for first.',
  fr: 'L’avis ne s’adresse pas à l’école de ce billet. Changez d’abord ses destinataires.',
};
