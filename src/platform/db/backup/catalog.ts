import { sql } from 'drizzle-orm';
import pg from 'pg';
import type { Db } from '../database.ts';
import { BackupRefused } from './refused.ts';
import type { Scope } from './scope.ts';

/** A table whose rows are kept, as the database itself describes it. */
export interface Table {
  name: string;
  /** Without the generated ones, which the database computes again. */
  columns: { name: string; type: string; collated: boolean; key: boolean }[];
  /** Row security holds back whoever is connected. */
  walled: boolean;
  /** Row security is forced on the owner too. */
  forced: boolean;
  /** A policy lets the scope's reader see every row. */
  open_to_reader: boolean;
}

/** A name as it stands in SQL. */
export const quoted = (name: string): string => pg.escapeIdentifier(name);

const ours = sql`(select oid from pg_namespace where nspname = current_schema())`;

/** Every table that a backup holds, by name: those of the product's schema that are not left out. */
export async function keptTables(db: Db, { left_out, reader }: Scope): Promise<Table[]> {
  const { rows } = await db.execute<Table & Record<string, unknown>>(sql`
    select c.relname as name, row_security_active(c.oid) as walled, c.relforcerowsecurity as forced,
      exists (
        select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
          and pg_get_expr(p.polqual, p.polrelid) = 'true'
          and ${reader} in (select rolname from pg_roles where oid = any (p.polroles))
      ) and not exists (
        select from pg_policy p, unnest(p.polroles) role
        where p.polrelid = c.oid and not p.polpermissive and (role = 0 or pg_has_role(${reader}::name, role, 'usage'))
      ) as open_to_reader,
      json_agg(json_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'collated', a.attcollation <> 0,
        'key', coalesce(a.attnum = any (i.indkey), false)) order by a.attnum) as columns
    from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = ${ours} and c.relkind = 'r' and c.relpersistence = 'p'
    group by c.oid order by c.relname`);
  return rows.filter(({ name }) => !Object.hasOwn(left_out, name));
}

/** The number that each sequence gives next, but for those of tables that are left out. */
export async function nextNumbers(db: Db, { left_out }: Scope): Promise<Record<string, string>> {
  const { rows } = await db.execute<{ name: string; step: string; of_table: string | null }>(sql`
    select c.relname as name, s.seqincrement::text as step, t.relname as of_table
    from pg_class c join pg_sequence s on s.seqrelid = c.oid
      left join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
        and d.refclassid = 'pg_class'::regclass
      left join pg_class t on t.oid = d.refobjid
    where c.relnamespace = ${ours} order by c.relname`);
  const numbers: Record<string, string> = {};
  for (const { name, step, of_table } of rows) {
    if (of_table !== null && Object.hasOwn(left_out, of_table)) continue;
    const { rows: now } = await db.execute<{ next: string }>(
      sql.raw(
        `select (case when is_called then last_value + ${step} else last_value end)::text as next from ${quoted(name)}`,
      ),
    );
    numbers[name] = now[0]!.next;
  }
  return numbers;
}

/** The newest migration in this database; 0 when it has never been migrated. */
export async function migrationOf(db: Db): Promise<number> {
  const { rows } = await db.execute<{ there: boolean }>(
    sql`select to_regclass('migrations') is not null as there`,
  );
  if (!rows[0]!.there) return 0;
  const { rows: newest } = await db.execute<{ number: number }>(
    sql`select coalesce(max(number), 0) as number from migrations`,
  );
  return newest[0]!.number;
}

/** Does `work` as somebody who sees every row of the table: as we are, or as the reader. */
export async function seeingAll<T>(db: Db, table: Table, reader: string, work: () => Promise<T>): Promise<T> {
  if (!table.walled) return work();
  if (!table.open_to_reader)
    throw new BackupRefused(
      `Row security hides rows of the table ${table.name}: it needs a policy "to ${reader} using (true)".`,
    );
  await db.execute(sql.raw(`set local role ${quoted(reader)}`));
  const result = await work();
  await db.execute(sql.raw('set local role none'));
  return result;
}
