import { and, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import type { ScopeSaid } from '../rules/request.ts';
import type { Facts, Step } from '../rules/states.ts';
import {
  configuration_changes as changes,
  configuration_looks as looks,
  configuration_named as named,
  configuration_requests as requests,
  configuration_steps,
  type ChangeRow,
  type RequestRow,
} from './tables.ts';

/** All writes of this house. */

export const insertRequest = ({ db }: Ctx, row: typeof requests.$inferInsert) =>
  db.insert(requests).values(row);

/** Whether somebody else than who asked could decide it. */
export const other_coordinator = sql<boolean>`exists (
  select from people p where p.school_id is null and p.left_at is null and 'coordinator' = any (p.roles)
    and p.id <> ${requests.asked_by})`.as('other_coordinator');

export type HeldRequest = RequestRow & { other_coordinator: boolean };

/** A request, held until the transaction ends. */
export async function holdRequest(ctx: Ctx, number: number): Promise<HeldRequest | undefined> {
  const [row] = await ctx.db
    .select({ ...getTableColumns(requests), other_coordinator })
    .from(requests)
    .where(and(eq(requests.ticket_number, number), visibleTo(ctx, requests.school_id)))
    .for('update', { of: requests });
  return row;
}

export const factsOf = (row: HeldRequest): Facts => ({ ...row, told: row.told_why !== null });

export const updateRequest = ({ db }: Ctx, number: number, set: Partial<typeof requests.$inferInsert>) =>
  db.update(requests).set(set).where(eq(requests.ticket_number, number));

export const insertStep = (
  { db, who, now }: Ctx,
  ticket_number: number,
  { step, reason = null }: { step: Step; reason?: string | null | undefined },
) =>
  db
    .insert(configuration_steps)
    .values({ ticket_number, step, reason, taken_by: who.person_id, taken_at: now });

const some = (ids: readonly number[]): SQL => sql`any (${sql.param([...ids])}::integer[])`;

/** How many of what a scope names there are: schools, or waves that stand. */
export async function countNamed({ db }: Ctx, said: ScopeSaid): Promise<number> {
  if (said.kind !== 'waves' && said.kind !== 'some') return 0;
  const { rows } = await db.execute<{ found: number }>(
    said.kind === 'some'
      ? sql`select count(*)::integer as found from schools where id = ${some(said.schools)}`
      : sql`select count(*)::integer as found from waves where id = ${some(said.waves)} and removed_at is null`,
  );
  return rows[0]!.found;
}

/** What a scope names by id: schools, or waves. */
export const idsOf = (said: ScopeSaid | { kind: null }): readonly number[] =>
  said.kind === 'some' ? said.schools : said.kind === 'waves' ? said.waves : [];

/** Keeps what a scope names in place of what it named before. */
export async function putNamed({ db }: Ctx, ticket_number: number, said: ScopeSaid): Promise<void> {
  await db.delete(named).where(eq(named.ticket_number, ticket_number));
  const rows =
    said.kind === 'some'
      ? said.schools.map(school_id => ({ ticket_number, school_id }))
      : said.kind === 'waves'
        ? said.waves.map(wave_id => ({ ticket_number, wave_id }))
        : [];
  if (rows.length > 0) await db.insert(named).values(rows);
}

/** The schools that a request means now, as a subquery of their ids. */
export const meantBy = (number: SQL, scope: SQL): SQL => sql`
  select s.id from schools s where case ${scope}
    when 'all' then true
    when 'own' then s.id = (select r.school_id from configuration_requests r where r.ticket_number = ${number})
    when 'some' then exists (select from configuration_named n where n.ticket_number = ${number} and n.school_id = s.id)
    when 'waves' then exists (select from configuration_named n where n.ticket_number = ${number} and n.wave_id = s.wave_id)
    else false end`;

/** Writes a line of the log for the schools that the request means today. Answers its id. */
export async function insertChange(
  ctx: Ctx,
  row: typeof changes.$inferInsert,
  number: number,
): Promise<string> {
  const id = await insertLine(ctx, row);
  await ctx.db.execute(sql`
    insert into configuration_affected (change_id, school_id)
    select ${id}::uuid, meant.id from (${meantBy(sql`${number}::integer`, sql`${row.scope}::text`)}) meant`);
  return id;
}

/** Writes the line that takes another back, for the schools that that one meant. */
export async function insertReversal(ctx: Ctx, row: typeof changes.$inferInsert & { rolls_back: string }) {
  const id = await insertLine(ctx, row);
  await ctx.db.execute(sql`
    insert into configuration_affected (change_id, school_id)
    select ${id}::uuid, school_id from configuration_affected where change_id = ${row.rolls_back}::uuid`);
}

async function insertLine({ db }: Ctx, row: typeof changes.$inferInsert): Promise<string> {
  const [inserted] = await db.insert(changes).values(row).returning({ id: changes.id });
  return inserted!.id;
}

export async function changeWith({ db }: Ctx, id: string): Promise<ChangeRow> {
  const [row] = await db.select().from(changes).where(eq(changes.id, id));
  return row!;
}

export const updateChange = ({ db }: Ctx, id: string, set: Partial<ChangeRow>) =>
  db.update(changes).set(set).where(eq(changes.id, id));

/** Open pages of the schools concerned hear that there is something to ask for, and nothing else. */
export const signalConcerned = ({ db }: Ctx, id: string) =>
  db.execute(sql`
    select pg_notify('signals', json_build_object('to', heard.name, 'kind', 'configuration')::text) from (
      select 'schools' as name from configuration_changes where id = ${id}::uuid and scope = 'all'
      union all
      select 'school:' || a.school_id from configuration_affected a join configuration_changes c on c.id = a.change_id
      where c.id = ${id}::uuid and c.scope <> 'all') heard`);

export const putLook = ({ db, who, now }: Ctx & { who: { side: 'school'; school_id: number } }) =>
  db
    .insert(looks)
    .values({ person_id: who.person_id, school_id: who.school_id, looked_at: now })
    .onConflictDoUpdate({ target: looks.person_id, set: { looked_at: now } });

/** What a scope names, for the story of the iGroup: the names, or for very many how many. */
export async function namesOf({ db }: Ctx, said: ScopeSaid | { kind: null }): Promise<string | null> {
  if (said.kind === 'some') {
    const rows = await db
      .select({ name: schools.name })
      .from(schools)
      .where(inArray(schools.id, said.schools))
      .orderBy(sql`lower(${schools.name})`)
      .limit(names_told + 1);
    return rows.length > names_told ? String(said.schools.length) : rows.map(({ name }) => name).join(', ');
  }
  if (said.kind !== 'waves') return null;
  const { rows } = await db.execute<{ names: string | null }>(
    sql`select string_agg(name, ', ' order by lower(name)) as names from waves where id = ${some(said.waves)}`,
  );
  return rows[0]!.names;
}

const names_told = 20;

/** What a request names now. */
export async function saidOf(
  { db }: Ctx,
  { ticket_number, scope }: RequestRow,
): Promise<ScopeSaid | { kind: null }> {
  if (scope !== 'some' && scope !== 'waves') return { kind: scope };
  const rows = await db.select().from(named).where(eq(named.ticket_number, ticket_number));
  return scope === 'some'
    ? { kind: scope, schools: rows.flatMap(({ school_id }) => school_id ?? []) }
    : { kind: scope, waves: rows.flatMap(({ wave_id }) => wave_id ?? []) };
}
