import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordMany } from '#accounts/server/story/story.ts';
import type { JudgedSchool, KeptSchool } from '../../rules/importing/schools.ts';
import { foundBy } from '../keeping.ts';

/** Many schools written at once: one statement for all of them. */

type Given = Omit<KeptSchool, 'id'> & { id?: number | undefined };

const rowOf = ({ id, code, name, town, zone, kind, grades, wave, network }: Given) => ({
  ...{ id, code, name, town, zone, kind },
  first_grade: grades?.first ?? null,
  last_grade: grades?.last ?? null,
  wave_id: wave?.id ?? null,
  network: Object.fromEntries(Object.entries(network).filter(([, said]) => said !== null)),
  found_by: foundBy(name, code, town),
});

const given = (schools: readonly Given[]) => sql`
  jsonb_to_recordset(${JSON.stringify(schools.map(rowOf))}::jsonb)
    as given (id integer, code text, name text, town text, zone text, kind text, first_grade smallint,
      last_grade smallint, wave_id integer, network jsonb, found_by text)`;

const columns = sql`name, town, zone, kind, first_grade, last_grade, wave_id, network, found_by`;

/** What there is to write of a judged line: the school as it will be, with its id when it is there already. */
export interface SchoolToPut {
  id: number | undefined;
  after: NonNullable<JudgedSchool['after']>;
  changes: JudgedSchool['changes'];
}

/** Adds and changes schools, with a line in each one's story. */
export async function putSchools(ctx: Ctx, schools: readonly SchoolToPut[]): Promise<void> {
  const [added, changed] = [
    schools.filter(({ id }) => id === undefined),
    schools.filter(({ id }) => id !== undefined),
  ];
  const ids = await insertSchools(
    ctx,
    added.map(({ after }) => after),
  );
  await updateSchools(
    ctx,
    changed.map(({ id, after }) => ({ ...after, id })),
  );
  const idOf = ({ id, after }: SchoolToPut) => id ?? ids.get(after.code)!;
  await putEnrolments(
    ctx,
    schools.flatMap(each => each.after.enrolments.map(year => ({ school_id: idOf(each), ...year }))),
  );
  const deeds = (kind: string, all: readonly SchoolToPut[]) =>
    all.map(each => ({
      kind,
      audience: 'desk' as const,
      school_id: idOf(each),
      ...(each.changes && { facts: each.changes }),
    }));
  await recordMany(ctx, [...deeds('school_added', added), ...deeds('school_changed', changed)]);
}

/** Answers the new ids by their codes. */
async function insertSchools({ db, now }: Ctx, schools: readonly Given[]): Promise<Map<string, number>> {
  if (schools.length === 0) return new Map();
  const { rows } = await db.execute<{ id: number; code: string }>(sql`
    insert into schools (code, created_at, ${columns})
    select code, ${now.toISOString()}::timestamptz, ${columns} from ${given(schools)} returning id, code`);
  return new Map(rows.map(({ id, code }) => [code, id]));
}

async function updateSchools({ db }: Ctx, schools: readonly Given[]): Promise<void> {
  if (schools.length === 0) return;
  await db.execute(sql`
    update schools s set name = given.name, town = given.town, zone = given.zone, kind = given.kind,
      first_grade = given.first_grade, last_grade = given.last_grade, wave_id = given.wave_id,
      network = given.network, found_by = given.found_by, version = s.version + 1
    from ${given(schools)} where s.id = given.id`);
}

async function putEnrolments(
  { db }: Ctx,
  years: readonly { school_id: number; year: number; fte: number }[],
): Promise<void> {
  if (years.length === 0) return;
  await db.execute(sql`
    insert into enrolments (school_id, year, fte)
    select school_id, year, fte from jsonb_to_recordset(${JSON.stringify(years)}::jsonb)
      as given (school_id integer, year smallint, fte numeric)
    on conflict (school_id, year) do update set fte = excluded.fte`);
}
