import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { quoted, type Table } from './catalog.ts';

/**
 * Does `work` on tables without their foreign keys, their triggers and the force of their row security, as the owner,
 * then puts all of them back: rows come in whatever order, with the numbers they had, and each foreign key is compared
 * once as a whole. Only inside a transaction: when it fails, nothing of this has happened.
 */
export async function withBareTables(
  db: Db,
  tables: readonly Table[],
  work: () => Promise<void>,
): Promise<void> {
  const list = tables.map(({ name }) => quoted(name)).join(', ');
  await db.execute(sql.raw(`lock table ${list} in access exclusive mode`));
  const changes = [
    ...(await foreignKeys(db, tables)),
    ...(await triggers(db, tables)),
    ...tables.filter(({ forced }) => forced).map(({ name }) => forceOf(name)),
  ];
  for (const { off } of changes) await db.execute(sql.raw(off));
  await work();
  for (const { on } of changes) await db.execute(sql.raw(on));
}

/** How something is taken off a table, and put on again. */
interface Change {
  off: string;
  on: string;
}

const namesOf = (tables: readonly Table[]) =>
  sql`(select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relname in ${tables.map(({ name }) => name)})`;

async function foreignKeys(db: Db, tables: readonly Table[]): Promise<Change[]> {
  const { rows } = await db.execute<{ table: string; name: string; definition: string }>(sql`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.conrelid in ${namesOf(tables)} order by k.oid`);
  return rows.map(({ table, name, definition }) => ({
    off: `alter table ${quoted(table)} drop constraint ${quoted(name)}`,
    on: `alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`,
  }));
}

async function triggers(db: Db, tables: readonly Table[]): Promise<Change[]> {
  const { rows } = await db.execute<{ table: string; name: string }>(sql`
    select c.relname as table, t.tgname as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgenabled = 'O' and t.tgrelid in ${namesOf(tables)}`);
  return rows.map(({ table, name }) => ({
    off: `alter table ${quoted(table)} disable trigger ${quoted(name)}`,
    on: `alter table ${quoted(table)} enable trigger ${quoted(name)}`,
  }));
}

const forceOf = (table: string): Change => ({
  off: `alter table ${quoted(table)} no force row level security`,
  on: `alter table ${quoted(table)} force row level security`,
});
