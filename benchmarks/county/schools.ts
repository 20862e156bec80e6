import type pg from 'pg';
import { school_kinds } from '#schools/rules/kinds.ts';
import { foldWords } from '#platform/text/fold.ts';
import type { Dice } from './dice.ts';
import { agents, school_count } from './people.ts';
import { continueNumbers, insertRows } from './tables.ts';

/** How many there are in a county of many schools, and people at them. */
export const many = { schools: 2_000, people: 16_000 };

/** Makes the county's schools 2,000 with 16,000 people, each with kind, grades, wave and three years of students. */
export async function widen(client: pg.PoolClient, dice: Dice, now: Date): Promise<void> {
  await client.query(`set session_replication_role = replica`);
  const waves = Array.from({ length: 12 }, (_, index) => index + 1);
  await insertRows(
    client,
    'waves',
    waves.map(id => ({ id, name: `Wave ${id}`, made_by: agents[0]!.id, made_at: now })),
  );
  const ids = Array.from({ length: many.schools }, (_, index) => index + 1);
  await insertRows(
    client,
    'schools',
    ids.slice(school_count).map(id => ({
      ...{
        id,
        code: `S${String(id).padStart(4, '0')}`,
        name: `School ${id}`,
        town: `Town ${1 + dice.below(80)}`,
      },
      ...{ zone: 'America/Vancouver', created_at: now, network: {}, version: 1, found_by: '' },
    })),
  );
  const { rows } = await client.query<{ id: number; found: string }>(
    `select id, concat_ws(' ', name, code, town) as found from schools`,
  );
  await client.query(
    `update schools s set found_by = made.found_by, kind = made.kind, wave_id = made.wave_id,
       first_grade = 0, last_grade = 7, version = 1
     from json_to_recordset($1::json) made (id integer, found_by text, kind text, wave_id integer) where made.id = s.id`,
    [
      JSON.stringify(
        rows.map(({ id, found }) => ({
          ...{ id, found_by: foldWords(found).join(' '), kind: dice.one(school_kinds) },
          ...{ wave_id: dice.chance(0.7) ? dice.one(waves) : null },
        })),
      ),
    ],
  );
  const years = [0, 1, 2].map(ago => now.getUTCFullYear() - ago);
  await insertRows(
    client,
    'enrolments',
    ids.flatMap(school_id => years.map(year => ({ school_id, year, fte: 20 + dice.below(9_000) / 8 }))),
  );
  const last = agents.at(-1)!.id;
  const [{ count }] = (
    await client.query<{ count: number }>(`select count(*)::int from people where school_id > 0`)
  ).rows as [{ count: number }];
  await insertRows(
    client,
    'people',
    Array.from({ length: many.people - count }, (_, index) => ({
      ...{ id: last + 1 + index, name: `Further person ${index + 1}`, roles: ['member'], created_at: now },
      ...{ school_id: 1 + (index % many.schools) },
    })),
  );
  await client.query(`set session_replication_role = origin`);
  for (const table of ['schools', 'people', 'waves']) await continueNumbers(client, table, 'id');
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
}
