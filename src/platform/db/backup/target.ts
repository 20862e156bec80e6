import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { quoted, seeingAll, type Table } from './catalog.ts';
import type { CheckedBackup } from './checking.ts';
import { BackupRefused } from './refused.ts';
import type { Scope } from './scope.ts';

/** Throws BackupRefused when people work in this database already. */
export async function refuseBegun(db: Db, { begun, reader }: Scope, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    if (!begun.includes(table.name)) continue;
    const any = sql.raw(`select exists (select from ${quoted(table.name)}) as found`);
    const { rows } = await seeingAll(db, table, reader, () => db.execute<{ found: boolean }>(any));
    if (rows[0]!.found)
      throw new BackupRefused(
        `This installation is in use: its table ${table.name} has rows. Restore into an empty one: ` +
          'choose another DATA_DIR, or another database in DATABASE_URL.',
      );
  }
}

/** Throws BackupRefused unless the tables and their columns are those of the backup. */
export function refuseOtherTables(tables: readonly Table[], { manifest }: CheckedBackup): void {
  const here = new Map(tables.map(({ name, columns }) => [name, columns.map(column => column.name).join()]));
  const saved = new Map(Object.entries(manifest.tables).map(([name, { columns }]) => [name, columns.join()]));
  for (const name of new Set([...here.keys(), ...saved.keys()]))
    if (here.get(name) !== saved.get(name))
      throw new BackupRefused(`The table ${name} is not the one in the backup, so nothing was restored.`);
}
