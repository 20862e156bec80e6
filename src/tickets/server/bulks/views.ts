import { and, asc, desc, eq, gte, sql } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import { bulk_limits, type Outcome } from '../../rules/bulks/limits.ts';
import type { Filters } from '../../rules/lists/asking.ts';
import { whereOf } from '../filters.ts';
import type { Values } from '../../rules/fields/field.ts';
import type { Step } from '../../rules/steps/step.ts';
import type { Tag } from '../../rules/tags/tag.ts';
import { heldOn } from '../fields/store.ts';
import { followerIdsOn } from '../followers/store.ts';
import { ownSnoozedUntil } from '../snoozes/store.ts';
import { daysOffOfEnded } from '../views.ts';
import { tickets } from '../tables.ts';
import { tagsOn } from '../tags/store.ts';
import { chosenBy, ofOutcomes, type Chosen } from './store.ts';
import { bulk_tickets, bulks, type BulkRow } from './tables.ts';

const none = <T>(json: string) => sql<T>`${json}::json`;

interface ToForesee {
  chosen: Chosen;
  within: Filters | undefined;
  steps: readonly Step[];
}

/**
 * What a preview must know of each chosen ticket, one more than a bulk may have; nothing that only a list shows, and
 * what stands beside a ticket only for steps that change it.
 */
export function selectForeseeable(ctx: Ctx, { chosen, within, steps }: ToForesee) {
  const some = (...does: Step['does'][]) => steps.some(step => does.includes(step.does));
  return ctx.db
    .select({
      number: tickets.number,
      subject: tickets.subject,
      state: tickets.state,
      category: tickets.category,
      impact: tickets.impact,
      urgency: tickets.urgency,
      priority: tickets.priority,
      promised: tickets.promised,
      planned_for: tickets.planned_for,
      resolution_code: tickets.resolution_code,
      passed_to: tickets.passed_to,
      inside: tickets.inside,
      request: tickets.request,
      request_open: tickets.request_open,
      tags: sql<Tag[]>`(${tagsOn(ctx, tickets.number)})`.as('tags'),
      assignee_id: tickets.assignee_id,
      team_id: tickets.team_id,
      values: (some('change', 'field') ? heldOn(tickets.number) : none<Values>('{}')).as('values'),
      followers: (some('follow') ? followerIdsOn(tickets.number) : none<number[]>('[]')).as('followers'),
      snoozed_until: (some('snooze') ? ownSnoozedUntil(ctx) : sql<null>`null::text`).as('snoozed_until'),
      school_id: tickets.school_id,
      ended_at: tickets.ended_at,
      zone: schools.zone,
      days_off: daysOffOfEnded,
      trained_from: schools.trained_from,
      stage1_from: schools.stage1_from,
      suspended_from: schools.suspended_from,
      /** Whether the list in sight has it. */
      within: sql<boolean>`coalesce(${(within && whereOf(ctx, within)) ?? sql`true`}, false)`.as('within'),
    })
    .from(tickets)
    .innerJoin(schools, eq(schools.id, tickets.school_id))
    .where(chosenBy(ctx, chosen))
    .orderBy(desc(tickets.number))
    .limit(bulk_limits.tickets + 1);
}
export type ForeseeableRow = Awaited<ReturnType<typeof selectForeseeable>>[number];

export type Tally = Partial<Record<Outcome | 'waiting', number>>;
export type SeenBulk = BulkRow & { tally: Tally };

const tally = sql<Tally>`(
  select coalesce(json_object_agg(o.outcome, o.count), '{}') from (
    select coalesce(t.outcome, 'waiting') as outcome, count(*) as count
    from bulk_tickets t where t.bulk_id = ${bulks.id} group by 1
  ) o)`.as('tally');

const own = ({ who }: Ctx) => eq(bulks.person_id, who.person_id);

/** One's own of the last day, newest first, each with what became of its tickets. */
export const selectBulks = (ctx: Ctx): Promise<SeenBulk[]> => {
  const since = new Date(ctx.now.getTime() - bulk_limits.listed_hours * 3_600_000);
  return seenBulks(ctx)
    .where(and(own(ctx), gte(bulks.asked_at, since)))
    .orderBy(desc(bulks.id))
    .limit(bulk_limits.listed);
};

export async function selectBulk(ctx: Ctx, id: number): Promise<SeenBulk | undefined> {
  const [row] = await seenBulks(ctx).where(and(own(ctx), eq(bulks.id, id)));
  return row;
}

const seenBulks = ({ db }: Ctx) =>
  db
    .select({
      id: bulks.id,
      person_id: bulks.person_id,
      session_id: bulks.session_id,
      token_id: bulks.token_id,
      lang: bulks.lang,
      steps: bulks.steps,
      total: bulks.total,
      asked_at: bulks.asked_at,
      starts_at: bulks.starts_at,
      stopped_at: bulks.stopped_at,
      undo_asked_at: bulks.undo_asked_at,
      ended_at: bulks.ended_at,
      tally,
    })
    .from(bulks);

export const selectLines = (
  ctx: Ctx,
  bulk: number,
  page: { outcome?: readonly Outcome[] | undefined; offset: number; limit: number },
) =>
  ctx.db
    .select({
      number: tickets.number,
      subject: tickets.subject,
      outcome: bulk_tickets.outcome,
      reason: bulk_tickets.reason,
    })
    .from(bulk_tickets)
    .innerJoin(tickets, eq(tickets.number, bulk_tickets.ticket_number))
    .where(and(eq(bulk_tickets.bulk_id, bulk), visibleTo(ctx, tickets.school_id), ofOutcomes(page.outcome)))
    .orderBy(asc(bulk_tickets.place))
    .limit(page.limit)
    .offset(page.offset);
