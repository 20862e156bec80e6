import { openArchive } from '#platform/db/backup/reading.ts';
import { createArchive } from '#platform/db/backup/writing.ts';
import type { Database } from '#platform/db/database.ts';

/** The rows of tables, spelled by PostgreSQL and by none of our code; keys, triggers and walls as well. */
export async function contentOf(
  { pool }: Database,
  tables: readonly string[],
): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const name of tables) {
    const { rows } = await pool.query(`select each::text from ${name} each order by each::text collate "C"`);
    content[name] = rows;
  }
  const { rows: guards } = await pool.query(`
    with ours as (select * from pg_class where relnamespace = current_schema()::text::regnamespace and relkind = 'r')
    select concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid), convalidated) as guard
      from pg_constraint where contype = 'f' and conrelid in (select oid from ours)
    union all select concat_ws(' ', tgrelid::regclass, tgname, tgenabled)
      from pg_trigger where not tgisinternal and tgrelid in (select oid from ours)
    union all select concat_ws(' ', relname, relrowsecurity, relforcerowsecurity) from ours
    order by guard`);
  return { ...content, guards };
}

/** Writes a backup again with something in it replaced, and with a hash that fits. */
export async function rewrite(
  saved: string,
  path: string,
  replace: Record<string, (content: Buffer) => Buffer>,
): Promise<string> {
  const [from, to] = [await openArchive(saved), await createArchive(path)];
  for (const name of from.entries.keys()) {
    const content = await from.bytes(name);
    await to.addBytes(name, replace[name]?.(content) ?? content);
  }
  await to.finish();
  await from.close();
  return path;
}
