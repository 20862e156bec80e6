import { and, gte, lt, or, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { fromEver } from '#sla/rules/desk-hours.ts';
import { promisedAt } from '#sla/rules/open-time.ts';
import type { Filters } from '../../rules/lists/asking.ts';
import { deskToday, startOf } from '../measures/filters.ts';
import { tickets } from '../tables.ts';

/** The list's filter on the next deadline as SQL; the instants are counted here, by the desk's hours. */

const soon_seconds = 2 * 3600;

export function ofDue(ctx: Ctx, asked: Filters['due']): SQL | undefined {
  if (!asked) return undefined;
  const { now, who } = ctx;
  const due = tickets.due_at;
  const until = (end: Date) => and(gte(due, now), lt(due, end));
  return or(
    asked.includes('late') ? lt(due, now) : undefined,
    asked.includes('soon') ? until(soonEnds(now, who.desk)) : undefined,
    asked.includes('today') ? until(new Date(startOf(ctx, deskToday(ctx) + 1))) : undefined,
  );
}

/** Where the desk never opens again nothing is soon. */
const soonEnds = (now: Date, desk: Ctx['who']['desk']): Date =>
  promisedAt(now, soon_seconds, fromEver(desk)) ?? now;
