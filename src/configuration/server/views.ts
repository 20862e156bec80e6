import { and, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import { tickets } from '#tickets/server/listed.ts';
import type { SchoolRole } from '#accounts/rules/who.ts';
import { askers } from '../rules/asking.ts';
import { new_for_days, type ChangeFilters } from '../rules/change.ts';
import { states } from '../rules/state-words.ts';
import { concern_scopes } from '../rules/scope.ts';
import { waitsFor, type Step } from '../rules/states.ts';
import { meantBy, other_coordinator } from './store.ts';
import {
  configuration_affected as affected,
  configuration_changes as changes,
  configuration_requests as requests,
} from './tables.ts';

/** What the screens read, each in one query. */

type Named = { id: number; name: string };
interface StepRow {
  step: Step;
  reason: string | null;
  at: string;
  by: Named;
}

const asker = alias(people, 'asker');

/** A school has no right to know which other schools are named, nor how many: it is not even asked. */
const ofDesk = <T>({ who }: Ctx, part: SQL, otherwise: SQL) =>
  who.side === 'desk' ? sql<T>`(${part})` : sql<T>`${otherwise}`;

const none = sql`'[]'::json`;
const none_selected = sql`select ${none}`;
const namesOf = (table: SQL, column: SQL) => sql`
  select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name) order by lower(x.name), x.id), '[]')
  from configuration_named n join ${table} x on x.id = n.${column} where n.ticket_number = ${requests.ticket_number}`;

/** `named`: also which waves and schools its scope names, which may be many. */
const seen = (ctx: Ctx, named: boolean) =>
  ctx.db
    .select({
      ...getTableColumns(requests),
      other_coordinator,
      subject: tickets.subject,
      school: { id: schools.id, name: schools.name },
      asker: { id: asker.id, name: asker.name },
      waves: ofDesk<Named[]>(ctx, named ? namesOf(sql`waves`, sql`wave_id`) : none_selected, none).as(
        'waves',
      ),
      schools: ofDesk<Named[]>(ctx, named ? namesOf(sql`schools`, sql`school_id`) : none_selected, none).as(
        'named_schools',
      ),
      // Before the approval those that it means now; then those that it meant.
      count: ofDesk<number | null>(
        ctx,
        sql`case when ${requests.change_id} is not null
          then (select count(*)::integer from configuration_affected a where a.change_id = ${requests.change_id})
          when ${requests.scope} is not null
          then (select count(*)::integer from (${meantBy(sql`${requests.ticket_number}`, sql`${requests.scope}`)}) meant) end`,
        sql`null::integer`,
      ).as('meant'),
      steps: (named
        ? sql<StepRow[]>`(
        select coalesce(json_agg(json_build_object('step', t.step, 'reason', t.reason, 'at', t.taken_at,
          'by', json_build_object('id', p.id, 'name', p.name)) order by t.id), '[]')
        from configuration_steps t join people p on p.id = t.taken_by
        where t.ticket_number = ${requests.ticket_number})`
        : sql<StepRow[]>`${none}`
      ).as('steps'),
    })
    .from(requests)
    .innerJoin(tickets, eq(tickets.number, requests.ticket_number))
    .innerJoin(schools, eq(schools.id, requests.school_id))
    .innerJoin(asker, eq(asker.id, requests.asked_by));

export async function selectRequest(ctx: Ctx, number: number) {
  const [row] = await seen(ctx, true).where(
    and(eq(requests.ticket_number, number), visibleTo(ctx, requests.school_id)),
  );
  return row;
}
export type SeenRequest = NonNullable<Awaited<ReturnType<typeof selectRequest>>>;

/** What is open: what waits for a decision first, the oldest on top; then what is planned, the next one on top. */
export const selectUnderWay = (ctx: Ctx) =>
  seen(ctx, false)
    .where(and(inArray(requests.state, under_way), visibleTo(ctx, requests.school_id)))
    .orderBy(
      sql`${requests.state} = 'approved'`,
      sql`case when ${requests.state} = 'approved' then ${requests.planned_for} end`,
      requests.asked_at,
      requests.ticket_number,
    )
    .limit(most_under_way);

const under_way = states.filter(state => waitsFor(state) !== null);
const most_under_way = 500;

/** The first wall: of the log, what meant this person's school and what concerns all. */
const concernsReader = ({ who, code_wall }: Ctx): SQL | undefined =>
  who.side === 'desk' || !code_wall ? undefined : concernsSchool(who.school_id);

const concernsSchool = (school: number): SQL => sql`(${changes.scope} = 'all' or exists (
  select from ${affected} a where a.change_id = ${changes.id} and a.school_id = ${school}::integer))`;

const concernsWave = (wave: number): SQL => sql`(${changes.scope} = 'all' or exists (
  select from ${affected} a join ${schools} s on s.id = a.school_id
  where a.change_id = ${changes.id} and s.wave_id = ${wave}::integer))`;

// The planned ones first, the next one on top; then the newest day on top.
const rank = sql<number>`(case when ${changes.state} = 'planned' then 0 else 1 end)`;
const nearness = sql<number>`(case when ${changes.state} = 'planned' then ${changes.day} - date '2000-01-01' else date '2000-01-01' - ${changes.day} end)`;
const recency = sql<number>`(-(extract(epoch from ${changes.told_at}) * 1000)::bigint)`;

export interface After {
  rank: number;
  nearness: number;
  recency: number;
  id: string;
}

/** To a person of a school: told after she looked last, or lately (`isNew` of the rules, as a condition). */
const isFresh = ({ who, now }: Ctx): SQL<boolean> =>
  who.side === 'desk'
    ? sql<boolean>`false`
    : sql<boolean>`${changes.told_at} > coalesce(
        (select l.looked_at from configuration_looks l where l.person_id = ${who.person_id}::integer),
        ${now.toISOString()}::timestamptz - ${`${new_for_days} days`}::interval)`;

const holding = (q: string): SQL =>
  sql`concat_ws(' ', ${changes.setting}, ${changes.was}, ${changes.becomes}, ${changes.why}) ilike ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`}`;

/** A page of the log; one more than `limit` tells that there is a next one. */
export const selectChanges = (
  ctx: Ctx,
  { after, limit, ...asked }: ChangeFilters & { after?: After | undefined; limit: number },
) =>
  ctx.db
    .select({
      ...getTableColumns(changes),
      rank: rank.as('rank'),
      nearness: nearness.as('nearness'),
      recency: recency.mapWith(Number).as('recency'),
      rolled_back:
        sql<boolean>`exists (select from configuration_changes b where b.rolls_back = ${changes.id})`.as(
          'rolled_back',
        ),
      fresh: isFresh(ctx).as('fresh'),
      ticket: requests.ticket_number,
      schools: ofDesk<number | null>(
        ctx,
        sql`select count(*)::integer from configuration_affected a where a.change_id = ${changes.id}`,
        sql`null::integer`,
      ).as('schools'),
    })
    .from(changes)
    .leftJoin(
      requests,
      and(
        eq(requests.change_id, sql`coalesce(${changes.rolls_back}, ${changes.id})`),
        visibleTo(ctx, requests.school_id),
      ),
    )
    .where(
      and(
        concernsReader(ctx),
        ...(ctx.who.side === 'desk'
          ? [
              asked.school === undefined ? undefined : concernsSchool(asked.school),
              asked.wave === undefined ? undefined : concernsWave(asked.wave),
            ]
          : []),
        asked.concerns && inArray(changes.scope, [...concern_scopes[asked.concerns]]),
        asked.state === undefined
          ? undefined
          : asked.state === 'planned'
            ? eq(changes.state, 'planned')
            : inArray(changes.state, ['done', 'dropped']),
        asked.area && eq(changes.area, asked.area),
        asked.from ? sql`${changes.day} >= ${asked.from}::date` : undefined,
        asked.until ? sql`${changes.day} <= ${asked.until}::date` : undefined,
        asked.q ? holding(asked.q) : undefined,
        asked.fresh ? isFresh(ctx) : undefined,
        after &&
          sql`(${rank}, ${nearness}, ${recency}, ${changes.id}) > (${after.rank}::integer, ${after.nearness}::integer, ${after.recency}::bigint, ${after.id}::uuid)`,
      ),
    )
    .orderBy(rank, nearness, recency, changes.id)
    .limit(limit);
export type SeenChange = Awaited<ReturnType<typeof selectChanges>>[number];

/** Who of a school may ask, by name. */
export const selectAskers = (ctx: Ctx, school: number) =>
  ctx.db
    .select({ id: people.id, name: people.name, roles: people.roles })
    .from(people)
    .where(
      and(
        eq(people.school_id, school),
        visibleTo(ctx, people.school_id),
        sql`${people.left_at} is null and ${people.roles} && ${sql.param([...askers])}::text[]`,
      ),
    )
    .orderBy(sql`lower(${people.name})`, people.id) as unknown as Promise<
    (Named & { roles: SchoolRole[] })[]
  >;
