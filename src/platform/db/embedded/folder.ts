import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Misconfigured } from '../../config.ts';

/** The major version of PostgreSQL inside the pinned PGlite: its folders open with no other. */
export const postgresMajor = '18';

type FolderContent = 'nothing' | 'database' | 'other';

function contentOf(folder: string): FolderContent {
  if (!existsSync(folder)) return 'nothing';
  if (existsSync(join(folder, 'PG_VERSION'))) return 'database';
  return readdirSync(folder).length === 0 ? 'nothing' : 'other';
}

/** Throws Misconfigured unless `folder` is absent, empty, or a database of our PostgreSQL version. */
export function checkFolder(folder: string): void {
  const content = contentOf(folder);
  if (content === 'other')
    throw new Misconfigured([
      `${folder} holds something that is not a database: choose an empty folder (DATA_DIR)`,
    ]);
  if (content === 'nothing') return;
  const major = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (major !== postgresMajor)
    throw new Misconfigured([
      `${folder} was written by PostgreSQL ${major}, and this version of Firstline holds PostgreSQL ${postgresMajor}: ` +
        `make a backup with the version that wrote it, and restore that into an empty folder`,
    ]);
}
