import { sql } from 'drizzle-orm';
import { keptTables, migrationOf, nextNumbers, quoted, seeingAll, type Table } from './backup/catalog.ts';
import { format, format_name, formatLine, manifest_name, type Manifest } from './backup/manifest.ts';
import { BackupRefused } from './backup/refused.ts';
import { saveRows, spelling } from './backup/rows.ts';
import type { Scope } from './backup/scope.ts';
import { saveUploads } from './backup/uploads.ts';
import { createArchive, type ArchiveWriter } from './backup/writing.ts';
import type { Database, Db } from './database.ts';

export interface Destination {
  /** Where the backup goes; must not be there yet. */
  file: string;
  /** The folder of the uploads. */
  uploads: string;
  now: Date;
}

/**
 * Saves all rows and uploads into one file, as they stood at one moment, while others go on working. Answers what is in
 * it. Refuses (BackupRefused) when the file exists, when an upload that rows name is missing, or when row security would
 * hide rows; then no file is left.
 */
export async function takeBackup(database: Database, scope: Scope, to: Destination): Promise<Manifest> {
  const archive = await createArchive(to.file);
  try {
    await archive.addBytes(format_name, Buffer.from(formatLine(format)));
    const { named, ...rows } = await database.transact(nobody, db => saveDatabase(db, archive, scope));
    // After the transaction: copying may take long, and what a row names stays as it is.
    const files = await saveUploads(archive, to.uploads, named);
    const manifest = {
      format,
      version: scope.version,
      taken_at: to.now.toISOString(),
      ...rows,
      files,
    } as const;
    await archive.addBytes(manifest_name, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
    await archive.finish();
    return manifest;
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

/** As the owner, with no settings for policies to read. */
const nobody = { role: '', settings: {} };

type Saved = Pick<Manifest, 'migration' | 'tables' | 'sequences' | 'doubt'> & { named: string[] };

async function saveDatabase(db: Db, archive: ArchiveWriter, scope: Scope): Promise<Saved> {
  await db.execute(sql`set transaction isolation level repeatable read, read only`);
  await db.execute(spelling);
  const migration = await migrationOf(db);
  if (migration === 0) throw new BackupRefused('This database is empty: there is nothing to save.');
  const tables: Manifest['tables'] = {};
  const kept = await keptTables(db, scope);
  for (const table of kept)
    tables[table.name] = await seeingAll(db, table, scope.reader, () => saveRows(db, archive, table));
  const sequences = await nextNumbers(db, scope); // after the snapshot, so that they are past every row in it
  const named = await namedUploads(db, kept, scope);
  await db.execute(sql.raw(`set local role ${quoted(scope.reader)}`));
  const doubt = (await scope.doubt(db)) ?? null;
  return { migration, tables, sequences, doubt, named };
}

async function namedUploads(db: Db, kept: readonly Table[], { uploads, reader }: Scope): Promise<string[]> {
  const named = new Set<string>();
  for (const { table, column } of uploads) {
    const all = sql.raw(`select distinct ${quoted(column)} as sha256 from ${quoted(table)}`);
    const { rows } = await seeingAll(
      db,
      kept.find(({ name }) => name === table)!,
      reader,
      () => db.execute<{ sha256: string }>(all),
    );
    for (const { sha256 } of rows) named.add(sha256);
  }
  return [...named];
}
