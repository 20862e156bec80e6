import { sql } from 'drizzle-orm';
import { withBareTables } from './backup/bare.ts';
import { keptTables, migrationOf, quoted, type Table } from './backup/catalog.ts';
import type { CheckedBackup } from './backup/checking.ts';
import { BackupRefused } from './backup/refused.ts';
import { loadRows, spelling, summaryOf } from './backup/rows.ts';
import type { Scope } from './backup/scope.ts';
import { refuseBegun, refuseOtherTables } from './backup/target.ts';
import { placeUploads } from './backup/uploads.ts';
import type { Database, Db } from './database.ts';
import { migrate } from './migrations.ts';

/**
 * Puts a checked backup into a new or empty database and its uploads into the folder `uploads`. The rows come in one
 * transaction, and are read again and compared before it commits. Refuses (BackupRefused) a database in which people
 * work already, and one whose tables are not the backup's; then its rows are as they were.
 */
export async function restoreBackup(
  database: Database,
  scope: Scope,
  backup: CheckedBackup,
  uploads: string,
): Promise<void> {
  if ((await database.transact(nobody, migrationOf)) > 0)
    await database.transact(nobody, async db => refuseBegun(db, scope, await keptTables(db, scope)));
  await migrate(database.pool);
  await database.transact(nobody, async db => refuseOtherTables(await keptTables(db, scope), backup));
  // Before the transaction: copying may take long, and a file that no row names does no harm.
  await placeUploads(backup.archive, uploads, Object.keys(backup.manifest.files));
  await database.transact(nobody, db => loadDatabase(db, scope, backup));
}

/** As the owner, with no settings for policies to read. */
const nobody = { role: '', settings: {} };

async function loadDatabase(db: Db, scope: Scope, backup: CheckedBackup): Promise<void> {
  await db.execute(spelling);
  await db.execute(sql`select pg_advisory_xact_lock(7315000)`); // nobody migrates meanwhile
  const tables = await keptTables(db, scope);
  await withBareTables(db, tables, async () => {
    const open = tables.map(table => ({ ...table, walled: false }));
    await refuseBegun(db, scope, open);
    for (const table of open) {
      await db.execute(sql.raw(`delete from ${quoted(table.name)}`)); // what the first start or a migration put there
      await loadRows(db, backup.archive, table);
    }
    for (const [name, next] of Object.entries(backup.manifest.sequences))
      await db.execute(sql.raw(`alter sequence ${quoted(name)} restart with ${next}`)); // is undone by a rollback
    await compare(db, scope, open, backup);
  });
  for (const { name } of tables) await db.execute(sql.raw(`analyze ${quoted(name)}`));
}

/** What is in the database now must be, letter for letter, what was in the one that was saved. */
async function compare(
  db: Db,
  { doubt }: Scope,
  tables: readonly Table[],
  { manifest }: CheckedBackup,
): Promise<void> {
  for (const table of tables) {
    const { rows, sha256 } = await summaryOf(db, table);
    const saved = manifest.tables[table.name]!;
    if (rows !== saved.rows || sha256 !== saved.sha256)
      throw new BackupRefused(
        `The rows of ${table.name} did not come back as they were saved. Nothing was restored.`,
      );
  }
  const found = (await doubt(db)) ?? null;
  if (found !== manifest.doubt)
    throw new BackupRefused(`${found ?? 'A check does not hold.'} Nothing was restored.`);
}
