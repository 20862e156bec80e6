import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { Lang } from '#platform/schemas.ts';
import { schools } from '#schools/server/schools.ts';
import type { Counts, SigningQuery } from '../rules/agreement.ts';
import type { SigningState } from '../rules/signing.ts';
import { agreements, type AgreementRow } from './tables.ts';

/** The joined reads of this house. */

const nameOf = (column: 'written_by' | 'published_by') =>
  sql<string | null>`(select p.name from people p where p.id = ${agreements[column]})`.as(`${column}_name`);

/** The signature of a school on a version that stands, and the group's beside it. */
const standing = (version: SQL, school: SQL): SQL => sql`
  select s.school_id, s.fact_id from agreement_signatures s join school_facts f on f.id = s.fact_id
  where s.version = ${version} and s.school_id = ${school} and s.side = 'school' and f.withdrawn_at is null
  order by s.id desc limit 1`;

const counts = sql<Counts | null>`
  case when ${agreements.document_en} is null then null else (
    select json_build_object(
      'waiting', count(*) filter (where mine.fact_id is null),
      'countersign', count(*) filter (where mine.fact_id is not null and theirs.id is null),
      'signed', count(theirs.id))
    from schools sc
    left join lateral (${standing(sql`${agreements.version}`, sql`sc.id`)}) mine on true
    left join agreement_signatures theirs on theirs.fact_id = mine.fact_id and theirs.side = 'group') end`;

export type SeenAgreement = AgreementRow & {
  written_by_name: string | null;
  published_by_name: string | null;
  counts: Counts | null;
};

/** Versions, the newest first: all, or these. */
export const selectAgreements = (ctx: Ctx, which?: SQL): Promise<SeenAgreement[]> =>
  ctx.db
    .select({
      ...getTableColumns(agreements),
      written_by_name: nameOf('written_by'),
      published_by_name: nameOf('published_by'),
      counts: (ctx.who.side === 'desk' ? counts : sql<Counts | null>`null::json`).as('counts'),
    })
    .from(agreements)
    .where(which)
    .orderBy(sql`${agreements.version} desc`);

/** The versions that hold for some school at an instant: of all, or of these. */
export async function versionsHeld(db: Db, at: Date, which: SQL = sql`true`): Promise<Set<number>> {
  const { rows } = await db.execute<{ version: number }>(sql`
    select distinct agreement_of(schools.id, ${at.toISOString()}::timestamptz) as version from schools where ${which}`);
  return new Set(rows.map(({ version }) => version));
}

export interface SeenSignature {
  party: string;
  name: string;
  role: string;
  way: 'browser' | 'paper';
  on: string;
  at: string;
  lang: Lang | null;
  sha256: string | null;
}

const signature = (alias: SQL): SQL => sql`
  case when ${alias}.id is null then null else json_build_object('party', ${alias}.party, 'name', ${alias}.name, 'role', ${alias}.role,
    'way', ${alias}.way, 'on', ${alias}.signed_on, 'at', ${alias}.signed_at, 'lang', ${alias}.lang,
    'sha256', ${alias}.sha256) end`;

export interface SeenSigning extends Record<string, unknown> {
  school: { id: number; name: string };
  zone: string;
  state: SigningState;
  by_school: SeenSignature | null;
  by_group: SeenSignature | null;
  fact: number | null;
  reminded: string | null;
  holds: number;
  counts: Counts;
}

export interface After {
  name: string;
  id: number;
}

/** How schools stand to a version, by name, each with how many there are of each state. */
export async function selectSignings(
  ctx: Ctx,
  version: number,
  { state, q, school, after, limit }: Omit<SigningQuery, 'cursor'> & { after?: After | undefined },
): Promise<SeenSigning[]> {
  const found =
    q === undefined
      ? sql`true`
      : sql`position(${q.toLowerCase()} in lower(${schools.name} || ' ' || ${schools.code})) > 0`;
  const { rows } = await ctx.db.execute<SeenSigning>(sql`
    with lines as (
      select schools.id, schools.name, schools.zone, mine.fact_id as fact,
        case when mine.fact_id is null then 'waiting' when theirs.id is null then 'countersign' else 'signed' end as state,
        ${signature(sql`ours`)} as by_school, ${signature(sql`theirs`)} as by_group
      from schools
      left join lateral (${standing(sql`${version}::integer`, sql`schools.id`)}) mine on true
      left join agreement_signatures ours on ours.fact_id = mine.fact_id and ours.side = 'school'
      left join agreement_signatures theirs on theirs.fact_id = mine.fact_id and theirs.side = 'group'
      where ${visibleTo(ctx, schools.id)} and ${found}
        and ${school === undefined ? sql`true` : sql`schools.id = ${school}::integer`})
    select json_build_object('id', l.id, 'name', l.name) as school, l.zone, l.state, l.fact, l.by_school, l.by_group,
      (select max(r.reminded_at) from agreement_reminders r
        where r.version = ${version}::integer and r.school_id = l.id) as reminded,
      agreement_of(l.id, ${ctx.now.toISOString()}::timestamptz) as holds,
      (select json_build_object('waiting', count(*) filter (where c.state = 'waiting'),
        'countersign', count(*) filter (where c.state = 'countersign'),
        'signed', count(*) filter (where c.state = 'signed')) from lines c) as counts
    from lines l
    where ${state === undefined ? sql`true` : sql`l.state = ${state}`}
      and ${after ? sql`(lower(l.name), l.id) > (${after.name}, ${after.id}::integer)` : sql`true`}
    order by lower(l.name), l.id limit ${limit}`);
  return rows;
}

export interface OwnSignings {
  version: number;
  by_school: SeenSignature;
  by_group: SeenSignature | null;
}

/** What a school has signed and stands, the newest first; and which version holds for it, whom it can ask. */
export async function selectOwn(ctx: Ctx, school_id: number) {
  const { rows } = await ctx.db.execute<{
    holds: number;
    zone: string;
    signings: OwnSignings[];
    reminded: { version: number; at: string }[];
    leads: string[];
  }>(sql`
    select agreement_of(schools.id, ${ctx.now.toISOString()}::timestamptz) as holds, schools.zone,
      (select coalesce(json_agg(json_build_object('version', ours.version, 'by_school', ${signature(sql`ours`)},
          'by_group', ${signature(sql`theirs`)}) order by ours.version desc, ours.id desc), '[]')
        from agreement_signatures ours
        join school_facts f on f.id = ours.fact_id
        left join agreement_signatures theirs on theirs.fact_id = ours.fact_id and theirs.side = 'group'
        where ours.school_id = schools.id and ours.side = 'school' and f.withdrawn_at is null) as signings,
      (select coalesce(json_agg(json_build_object('version', r.version, 'at', r.reminded_at)
          order by r.reminded_at desc), '[]')
        from agreement_reminders r where r.school_id = schools.id) as reminded,
      (select coalesce(json_agg(p.name order by lower(p.name)), '[]') from people p
        where p.school_id = schools.id and p.left_at is null and 'lead' = any (p.roles)) as leads
    from schools
    where schools.id = ${school_id}::integer and ${visibleTo(ctx, schools.id)}`);
  return rows[0];
}

/** A pair of signatures that stands: the school, and both sides. */
export async function selectSigned(ctx: Ctx, version: number, school_id: number) {
  const [row] = await selectSignings(ctx, version, { school: school_id, limit: 1 });
  return row;
}

/** Of these schools those whose own signature waits for the group's, with the fact that it is. */
export async function waitingForGroup(ctx: Ctx, version: number, ids: readonly number[]) {
  const { rows } = await ctx.db.execute<{ school_id: number; fact_id: number; zone: string; lang: Lang }>(sql`
    select schools.id as school_id, mine.fact_id, schools.zone, ours.lang from schools
    cross join lateral (${standing(sql`${version}::integer`, sql`schools.id`)}) mine
    join agreement_signatures ours on ours.fact_id = mine.fact_id and ours.side = 'school'
    where schools.id = any (${sql.param([...ids])}::integer[]) and ${visibleTo(ctx, schools.id)}
      and not exists (select from agreement_signatures g where g.fact_id = mine.fact_id and g.side = 'group')
    order by schools.id for update of schools`);
  return rows;
}
