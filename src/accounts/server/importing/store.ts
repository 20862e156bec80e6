import { sql } from 'drizzle-orm';
import type { SchoolRole } from '../../rules/who.ts';
import type { Ctx } from '../acting.ts';
import type { GivenPerson } from './people.ts';

/** All SQL of many people at once: one statement for all of them. */

interface Written extends Record<string, unknown> {
  id: number;
  school_id: number;
  roles: SchoolRole[];
  left: boolean;
}

const given = (people: readonly GivenPerson[]) => sql`
  jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
    as given (id integer, school_id integer, external_id text, name text, roles text[], email text,
      phone text, "left" boolean)`;

const written = sql`id, school_id, roles, left_at is not null as "left"`;

export async function insertPeople({ db, now }: Ctx, people: readonly GivenPerson[]): Promise<Written[]> {
  if (people.length === 0) return [];
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<Written>(sql`
    insert into people (school_id, external_id, name, roles, email, phone, created_at, left_at)
    select school_id, external_id, name, roles, email, phone, ${at}, case when "left" then ${at} end from ${given(people)}
    returning ${written}`);
  return rows;
}

/** Who had left already left when she did. */
export async function updatePeople({ db, now }: Ctx, people: readonly GivenPerson[]): Promise<Written[]> {
  if (people.length === 0) return [];
  const { rows } = await db.execute<Written>(sql`
    update people p set external_id = given.external_id, name = given.name, roles = given.roles,
      email = given.email, phone = given.phone,
      left_at = case when given."left" then coalesce(p.left_at, ${now.toISOString()}::timestamptz) end
    from ${given(people)} where p.id = given.id and p.school_id = given.school_id
    returning p.id, p.school_id, p.roles, p.left_at is not null as "left"`);
  return rows;
}
