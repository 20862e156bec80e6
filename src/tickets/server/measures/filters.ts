import { or, sql, type Column, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { instantOf, localDay } from '#sla/rules/zones.ts';
import type { Filters } from '../../rules/lists/asking.ts';
import { daysOf, rangeOf } from '../../rules/lists/ranges.ts';
import { tickets } from '../tables.ts';
import { ticket_measures } from './tables.ts';

/** The list's filters on times as SQL. Days are the desk's, and become instants here: never in the database. */

/** Today's number in the desk's calendar. */
export const deskToday = ({ now, who }: Pick<Ctx, 'now' | 'who'>): number => localDay(now, who.desk.zone);

/** When a day of the desk begins, for a query. */
export const startOf = ({ who }: Pick<Ctx, 'who'>, day: number): string =>
  instantOf(dateOfDay(day), 0, 0, who.desk.zone).toISOString();

export function ofAge(ctx: Ctx, asked: Filters['age']): SQL | undefined {
  const today = deskToday(ctx);
  return anyOf(asked, text => {
    const { from, to } = rangeOf(text)!;
    return between(ctx, tickets.opened_at, to === undefined ? undefined : today - to, today - from);
  });
}

export const openedOn = (ctx: Ctx, asked: Filters['opened']): SQL | undefined =>
  anyOf(asked, text => onDays(ctx, tickets.opened_at, text));

/** A ticket that was solved twice counts by the second time, and one that was reopened does not count. */
export const resolvedOn = (ctx: Ctx, asked: Filters['resolved']): SQL | undefined =>
  measured(anyOf(asked, text => onDays(ctx, ticket_measures.resolved_at, text)));

export function answeredWithin(asked: Filters['first_answer']): SQL | undefined {
  const minutes = ticket_measures.answer_minutes;
  const ranges = asked?.filter(text => text !== 'none') ?? [];
  const within = anyOf(ranges, text => {
    const { from, to } = rangeOf(text)!;
    return to === undefined ? sql`${minutes} >= ${from}` : sql`${minutes} between ${from} and ${to}`;
  });
  const unanswered = sql`not ${measured(sql`${minutes} is not null`)}`;
  return or(measured(within), asked?.includes('none') ? unanswered : undefined);
}

const anyOf = (asked: readonly string[] | undefined, each: (text: string) => SQL): SQL | undefined =>
  asked && or(...asked.map(each));

function onDays(ctx: Ctx, column: Column, text: string): SQL {
  const { first, last } = daysOf(text, deskToday(ctx))!;
  return between(ctx, column, first, last);
}

const between = (ctx: Ctx, column: Column, first: number | undefined, last: number): SQL =>
  first === undefined
    ? sql`${column} < ${startOf(ctx, last + 1)}::timestamptz`
    : sql`(${column} >= ${startOf(ctx, first)}::timestamptz and ${column} < ${startOf(ctx, last + 1)}::timestamptz)`;

/** Asked ticket by ticket, so that a list without this filter knows nothing of what is measured. */
const measured = (condition: SQL | undefined): SQL | undefined =>
  condition &&
  sql`exists (select from ${ticket_measures} where ${ticket_measures.ticket_number} = ${tickets.number} and (${condition}))`;
