import { and, asc, eq } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { readsInside, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { events } from '#accounts/server/story/story.ts';
import { notFound } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import { changesOf } from '../rules/story.ts';
import { isAsked, type Asked } from '../rules/story-lines.ts';
import type { HistoryLine } from '../rules/ticket.ts';
import { seenBy, toldTo } from './shapes.ts';
import { selectTicket } from './views.ts';

/** The story of a ticket, or the part asked for: who, as what, when, from what to what. A school reads its lines. */
export async function historyOf(ctx: Ctx, number: number, asked: Asked): Promise<{ items: HistoryLine[] }> {
  if (!(await selectTicket(ctx, number))) throw notFound();
  const rows = await ctx.db
    .select({ event: events, name: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.person_id))
    .where(
      and(
        eq(events.ticket_number, number),
        visibleTo(ctx, events.school_id),
        readsInside(ctx) ? undefined : eq(events.audience, 'school'),
      ),
    )
    .orderBy(asc(events.position));
  const lines = rows.map(({ event, name }) => lineOf(ctx, event, name));
  return { items: lines.filter(line => isAsked(line, asked)) };
}

function lineOf(ctx: Ctx, event: typeof events.$inferSelect, name: string | null): HistoryLine {
  return {
    position: event.position,
    at: moment(event.at, seenBy(ctx)),
    kind: event.kind,
    ...toldTo(ctx, { ...event, name }),
    person: event.person_id,
    as: event.acting_as,
    changes: changesOf(event.facts, { ...seenBy(ctx), side: ctx.who.side }),
  };
}
