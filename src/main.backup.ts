import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkSeals, log_names } from '#accounts/server/story/seals.ts';
import { Misconfigured, readConfig, type Config } from '#platform/config.ts';
import { takeBackup } from '#platform/db/backup.ts';
import type { Manifest } from '#platform/db/backup/manifest.ts';
import { BackupRefused } from '#platform/db/backup/refused.ts';
import type { Scope } from '#platform/db/backup/scope.ts';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { FolderInUse } from '#platform/db/embedded/lock.ts';
import { version } from '../package.json' with { type: 'json' };

/** What the product says about its tables. A table that isn't named here is in every backup. */
export const scope: Scope = {
  version,
  left_out: {
    migrations: 'a restore runs the migrations itself',
    sessions: 'everybody signs in again',
    known_browsers: 'they belong to sign-ins that are gone',
    half_sign_ins: 'they wait for a second key for minutes',
    key_beginnings: 'they are begun anew',
    departures: 'they belong to browsers that are on their way',
    sign_in_failures: 'kept for a day, and with addresses of people',
    exports: 'kept for a day, and their files are not saved',
    imports: 'kept for a day, and their files are not saved',
    import_lines: 'they go with their import',
    answered_requests: 'kept for a day, so that a request that is sent again is not done again',
  },
  reader: 'firstline_software',
  begun: ['schools', 'people', 'logins', 'tickets', 'events'], // no deed is done without a person and an event
  uploads: [
    { table: 'files', column: 'sha256' },
    { table: 'article_pictures', column: 'sha256' },
  ],
  async doubt(db) {
    for (const log of log_names) {
      const { broken } = await checkSeals(db, log);
      if (broken !== null) return `The seal over ${log} at line ${broken} does not hold.`;
    }
    return undefined;
  },
};

/** `npm run backup [-- FILE]`: saves everything into one file. */
export async function backup(args: readonly string[]): Promise<void> {
  await toPerson('backup', async () => {
    const now = new Date();
    const [file] = filesOf(args, 1);
    const path = resolve(file ?? `firstline-${now.toISOString().slice(0, 10)}.backup`);
    const config = readConfig(process.env);
    refuseMissing(config);
    const manifest = await withDatabase(config, database =>
      takeBackup(database, scope, { file: path, uploads: join(config.data_dir, 'files'), now }),
    );
    const { size } = await stat(path);
    console.log(
      `Saved ${contentOf(manifest)} in ${path} (${Math.ceil(size / 1024).toLocaleString('en')} KB).`,
    );
    if (manifest.doubt)
      console.warn(`${manifest.doubt} Somebody changed it in the database; compare with older backups.`);
  });
}

/** `1,234 rows and 5 uploaded files`. */
export function contentOf({ tables, files }: Manifest): string {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  return `${rows.toLocaleString('en')} rows and ${Object.keys(files).length.toLocaleString('en')} uploaded files`;
}

/** At most so many names; an option is none. */
export function filesOf(args: readonly string[], most: number): readonly string[] {
  if (args.length > most || args.some(arg => arg.startsWith('-')))
    throw new BackupRefused(
      most === 0
        ? 'This command takes nothing behind its name.'
        : 'Name one file and nothing else, such as: npm run backup -- /backups/firstline.backup',
    );
  return args;
}

/** A database that isn't there would be made, and an empty backup with it. */
export function refuseMissing({ database_url, data_dir }: Config): void {
  const folder = join(data_dir, 'database');
  if (!database_url && !existsSync(folder))
    throw new BackupRefused(
      `There is no database in ${folder}. Set DATA_DIR or DATABASE_URL as for npm start.`,
    );
}

/** Opens the configured database for one piece of work. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const onWarning = (sentence: string) => console.warn(sentence);
  const database = await openDatabase(config, { onLost: error => onWarning(error.message), onWarning });
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

/** Runs a command; what it refuses is said in a sentence, and the program ends with 1. */
export async function toPerson(command: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof FolderInUse)
      console.error(
        `Firstline is running on this data folder. Stop it first, then run the ${command} again.\n${error.list.join('\n')}`,
      );
    else if (error instanceof Misconfigured) console.error(error.list.join('\n'));
    else if (error instanceof BackupRefused) console.error(error.message);
    else console.error(error);
  }
}
