import { sql } from 'drizzle-orm';
import type { SchoolRole } from '#accounts/rules/who.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import type { KeptPerson } from '../../rules/importing/people.ts';
import type { KeptSchool, Waves } from '../../rules/importing/schools.ts';
import type { SchoolOfPeople } from '../../rules/importing/sweep.ts';
import { selectWaves } from '../waves/store.ts';

/** What is kept of schools and people, as the lines of a file are held against it and as a file is written of it. */

/** Which schools: those of some codes in small letters, or a part of all in the order of their codes. */
type Which = { codes: readonly string[] } | { after: number; limit: number };

/** With `hold`, nobody else changes them, or adds people to them, until the transaction ends. */
const chosen = (which: Which, hold: boolean) =>
  'codes' in which
    ? sql`select * from schools where lower(code) = any (${sql.param([...which.codes])}::text[])
        order by id ${hold ? sql`for update` : sql``}`
    : sql`select * from schools where id > ${which.after} order by id limit ${which.limit}`;

type SchoolRow = KeptSchool & Record<string, unknown>;

export async function selectKept({ db }: Ctx, which: Which, hold = false): Promise<KeptSchool[]> {
  const { rows } = await db.execute<SchoolRow>(sql`
    select s.id, s.code, s.name, s.town, s.zone, s.kind,
      case when s.first_grade is not null
        then json_build_object('first', s.first_grade, 'last', s.last_grade) end as grades,
      case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as wave,
      json_build_object('provider', s.network ->> 'provider', 'proxy', s.network ->> 'proxy',
        'firewall', s.network ->> 'firewall') as network,
      coalesce((select json_agg(json_build_object('year', e.year, 'fte', e.fte::float8) order by e.year desc)
        from enrolments e where e.school_id = s.id), '[]') as enrolments
    from (${chosen(which, hold)}) s left join waves w on w.id = s.wave_id and w.removed_at is null
    order by s.id`);
  return rows;
}

type PeopleRow = { id: number; code: string; people: KeptPerson[] };

export async function selectKeptPeople({ db }: Ctx, which: Which, hold = false): Promise<PeopleRow[]> {
  const { rows } = await db.execute<PeopleRow & Record<string, unknown> & { roles?: SchoolRole[] }>(sql`
    select s.id, s.code, coalesce((
      select json_agg(json_build_object('id', p.id, 'external_id', p.external_id, 'name', p.name,
        'roles', p.roles, 'email', p.email, 'phone', p.phone, 'left', p.left_at is not null) order by lower(p.name), p.id)
      from people p where p.school_id = s.id), '[]') as people
    from (${chosen(which, hold)}) s order by s.id`);
  return rows;
}

/** By the code in small letters; of two that differ in case alone, the one that was there first. */
const byCode = <Row extends { code: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.toReversed().map(row => [row.code.toLowerCase(), row]));

export const schoolsByCode = async (
  ctx: Ctx,
  codes: readonly string[],
  hold = false,
): Promise<Map<string, KeptSchool>> => byCode(await selectKept(ctx, { codes }, hold));

export const peopleByCode = async (
  ctx: Ctx,
  codes: readonly string[],
  hold = false,
): Promise<Map<string, SchoolOfPeople>> => byCode(await selectKeptPeople(ctx, { codes }, hold));

export async function wavesNow(ctx: Ctx): Promise<Waves> {
  const waves = new Map((await selectWaves(ctx)).map(({ id, name }) => [name.toLowerCase(), { id, name }]));
  return { named: name => waves.get(name) };
}

/** The years of which any school has enrolments, the newest first. */
export async function yearsKept({ db }: Ctx): Promise<number[]> {
  const { rows } = await db.execute<{ year: number }>(
    sql`select distinct year from enrolments order by year desc`,
  );
  return rows.map(({ year }) => year);
}

/** How many schools or people there are. */
export async function countKept({ db }: Ctx, kind: 'schools' | 'people'): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    kind === 'schools'
      ? sql`select count(*)::integer as count from schools`
      : sql`select count(*)::integer as count from people where school_id is not null`,
  );
  return rows[0]!.count;
}
