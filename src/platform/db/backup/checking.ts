import { createHash } from 'node:crypto';
import { readMigrations } from '../migrations.ts';
import { format_name, Manifest, manifest_name, partsPrefix, uploadName } from './manifest.ts';
import { openArchive, type ArchiveReader } from './reading.ts';
import { BackupRefused } from './refused.ts';
import { savedLines } from './rows.ts';
import { sha256Of } from './uploads.ts';

/** A backup that has been read from end to end and found whole, and of this build's migration. */
export interface CheckedBackup {
  archive: ArchiveReader;
  manifest: Manifest;
}

/** Reads and compares everything in the file; needs no database and writes nothing. Throws BackupRefused. */
export async function openBackup(path: string): Promise<CheckedBackup> {
  const archive = await openArchive(path);
  try {
    const parsed = Manifest.safeParse(JSON.parse((await archive.bytes(manifest_name)).toString('utf8')));
    if (!parsed.success) throw new BackupRefused(`${path} has a manifest that this Firstline cannot read.`);
    await checkMigration(parsed.data);
    const wrong = await firstDifference(archive, parsed.data);
    if (wrong)
      throw new BackupRefused(`${path} does not hold what its manifest says: ${wrong}. Use another backup.`);
    return { archive, manifest: parsed.data };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

async function checkMigration({ migration, version }: Manifest): Promise<void> {
  const known = (await readMigrations()).length;
  if (migration !== known)
    throw new BackupRefused(
      `This backup is of migration ${migration} (Firstline ${version}), and this Firstline is of migration ${known}. ` +
        `Restore it with the version that wrote it${migration < known ? ', then start this one' : ''}.`,
    );
}

async function firstDifference(archive: ArchiveReader, manifest: Manifest): Promise<string | undefined> {
  for (const [table, { rows, sha256 }] of Object.entries(manifest.tables)) {
    const saved = await summaryOfSaved(archive, table);
    if (saved.rows !== rows || saved.sha256 !== sha256) return `the rows of ${table}`;
  }
  for (const [sha256, size] of Object.entries(manifest.files)) {
    const name = uploadName(sha256);
    if (archive.entries.get(name)?.size !== size || (await sha256Of(archive.stream(name))) !== sha256)
      return name;
  }
  return [...archive.entries.keys()].find(name => !isNamed(name, manifest));
}

async function summaryOfSaved(
  archive: ArchiveReader,
  table: string,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const lines of savedLines(archive, table)) {
    hash.update(lines);
    rows += lines.split('\n').length - 1;
  }
  return { rows, sha256: hash.digest('hex') };
}

/** Whether the manifest speaks of a file inside. */
function isNamed(name: string, { tables, files }: Manifest): boolean {
  if (name === format_name || name === manifest_name) return true;
  const [, group = '', last = ''] = name.split('/');
  if (name.startsWith(partsPrefix(group))) return Object.hasOwn(tables, group);
  return Object.hasOwn(files, last) && name === uploadName(last);
}
