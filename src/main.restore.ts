import { join, resolve } from 'node:path';
import { readConfig } from '#platform/config.ts';
import { openBackup } from '#platform/db/backup/checking.ts';
import { BackupRefused } from '#platform/db/backup/refused.ts';
import { restoreBackup } from '#platform/db/restore.ts';
import { contentOf, filesOf, scope, toPerson, withDatabase } from './main.backup.ts';

/** `npm run restore -- FILE`: puts a backup into an empty installation, after reading and comparing all of it. */
export async function restore(args: readonly string[]): Promise<void> {
  await toPerson('restore', async () => {
    const [file] = filesOf(args, 1);
    if (!file) throw new BackupRefused('Which backup? Name its file: npm run restore -- FILE');
    const config = readConfig(process.env);
    const backup = await openBackup(resolve(file));
    try {
      await withDatabase(config, database =>
        restoreBackup(database, scope, backup, join(config.data_dir, 'files')),
      );
    } finally {
      await backup.archive.close();
    }
    const { manifest } = backup;
    console.log(
      `Restored ${contentOf(manifest)}, as they were at ${manifest.taken_at}. Everybody signs in again.`,
    );
    if (manifest.doubt) console.warn(`${manifest.doubt} It did not when the backup was made.`);
  });
}
