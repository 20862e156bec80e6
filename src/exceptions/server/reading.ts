import { seenBy as readBy, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import type { Lang } from '#platform/schemas.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import { isOpen } from '#tickets/rules/lifecycle.ts';
import { seenTicket } from '#tickets/server/listed.ts';
import { isInForce, lastDay, standsOn } from '../rules/days.ts';
import type { Exception, ExceptionQuery, Exceptions, OnTicket } from '../rules/exception.ts';
import { canOf, mayAsk } from '../rules/policy.ts';
import { standing, topic_names } from '../rules/topics.ts';
import { stands_words } from '../rules/words.ts';
import { exceptionAt, exceptionsAbout, selectExceptions, type SeenException } from './views.ts';

/** What is read of exceptions. */

/** A page of the register: a school's own and those that stand for all, or the desk's of every school. */
export async function listExceptions(ctx: Ctx, query: ExceptionQuery): Promise<Exceptions> {
  const rows = await exceptionsIn(ctx, query);
  return {
    items: rows.map(row => exceptionOf(ctx, row)),
    total: rows[0]?.total ?? 0,
    minutes: rows[0]?.all_minutes ?? 0,
    ...daysOf(ctx),
  };
}

export const exceptionsIn = (ctx: Ctx, query: ExceptionQuery): Promise<SeenException[]> =>
  selectExceptions(ctx, query, localDate(ctx.now, ctx.who.zone));

function daysOf({ now, who }: Ctx) {
  const today = localDate(now, who.zone);
  return { today, usual_until: lastDay(today) };
}

/** One of them, as its reader sees it. Refuses not_found. */
export async function exceptionFor(ctx: Ctx, id: number): Promise<Exception> {
  const [row] = await exceptionAt(ctx, id);
  if (!row) throw notFound();
  return exceptionOf(ctx, row);
}

/** What there is about a ticket that one may see. Refuses not_found. */
export async function exceptionsOn(ctx: Ctx, number: number): Promise<OnTicket> {
  const ticket = await seenTicket(ctx, number);
  const rows = ticket.inside ? [] : await exceptionsAbout(ctx, ticket);
  const items = rows.map(row => exceptionOf(ctx, row));
  const of_ticket = items.filter(item => item.ticket === number);
  return {
    items: items.filter(
      item => item.ticket === number || item.tickets.includes(number) || isInForce(item.stands),
    ),
    ...daysOf(ctx),
    can: {
      ask:
        mayAsk(ctx.who) &&
        !ticket.inside &&
        isOpen(ticket.state) &&
        !of_ticket.some(({ stands }) => stands === 'asked' || isInForce(stands)),
    },
  };
}

export function exceptionOf(ctx: Ctx, row: SeenException): Exception {
  const { exception: e } = row;
  const zone = ctx.who.side === 'school' ? ctx.who.zone : (row.zone ?? ctx.who.zone);
  const day = (date: string) => ({ date, words: dateWords(date, { ...readBy(ctx), zone }) });
  const at = (instant: Date) => moment(instant, readBy(ctx));
  const stands = standsOn(e, localDate(ctx.now, zone));
  const words = e.standing && standing[e.standing];
  return {
    id: e.id,
    school: row.school,
    topic: e.topic,
    topic_words: topic_names[e.topic][ctx.lang],
    stands,
    ticket: e.ticket_number,
    asked:
      row.asked_for && row.asked_by && e.asked_at
        ? { for: row.asked_for, by: row.asked_by, at: at(e.asked_at) }
        : null,
    why: words ? words.why[ctx.lang] : (e.why ?? ''),
    allowed: words ? words.allowed[ctx.lang] : e.allowed,
    decided_by: row.decided_by,
    since: e.since !== null && !words ? day(e.since) : null,
    until: e.until === null ? null : day(e.until),
    ended: e.ended_on === null ? null : day(e.ended_on),
    minutes: row.minutes,
    tickets: row.tickets,
    history: row.history.map(({ at: taken, until, ...step }) => ({
      ...step,
      at: at(new Date(taken)),
      until: until === null ? null : day(until),
    })),
    can: canOf(ctx.who, { stands, school_id: e.school_id }),
  };
}

export const heads: Record<Lang, string[]> = {
  en: [
    'School',
    'Code',
    'About',
    'How it stands',
    'Asked by',
    'Why',
    'What is allowed',
    'Decided by',
    'Since',
    'Until',
    'Ended',
    'Minutes',
    'Ticket',
  ],
  fr: [
    'École',
    'Code',
    'Objet',
    'Où elle en est',
    'Demandée par',
    'Pourquoi',
    'Ce qui est permis',
    'Décidée par',
    'Depuis',
    'Jusqu’au',
    'Fin',
    'Minutes',
    'Billet',
  ],
};

/** An exception as a line of a file; days as dates. */
export function cellsOf(ctx: Ctx, row: SeenException): (string | number | null)[] {
  const { school, topic_words, stands, asked, why, allowed, decided_by, ...rest } = exceptionOf(ctx, row);
  return [
    ...[school?.name ?? stands_words.every_school[ctx.lang], school?.code ?? null],
    ...[topic_words, stands_words[stands][ctx.lang], asked?.for.name ?? null, why, allowed],
    ...[
      decided_by?.name ?? null,
      rest.since?.date ?? null,
      rest.until?.date ?? null,
      rest.ended?.date ?? null,
    ],
    ...[rest.minutes, rest.ticket],
  ];
}
