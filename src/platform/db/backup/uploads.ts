import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { openStorage } from '../../files/storage.ts';
import { uploadName } from './manifest.ts';
import type { ArchiveReader } from './reading.ts';
import { BackupRefused } from './refused.ts';
import type { ArchiveWriter } from './writing.ts';

/** The hash of everything in a stream. */
export async function sha256Of(content: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of content) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** Saves every upload in `folder`; answers their sizes. Refuses when one that rows name is not there, or is not itself. */
export async function saveUploads(
  archive: ArchiveWriter,
  folder: string,
  named: readonly string[],
): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  const found = await uploadsIn(folder);
  const there = new Set(found);
  const missing = named.filter(sha256 => !there.has(sha256));
  if (missing.length > 0) throw new BackupRefused(notThere(folder, missing));
  const needed = new Set(named);
  for (const sha256 of found) {
    const path = placeOf(folder, sha256);
    const { size } = await stat(path).catch(() => ({ size: -1 }));
    if (size < 0 && !needed.has(sha256)) continue; // removed since, as the night's tidying does
    if (size < 0) throw new BackupRefused(notThere(folder, [sha256]));
    const saved = await archive.add(uploadName(sha256), size, createReadStream(path));
    if (saved !== sha256) throw new BackupRefused(`${path} is damaged: bring it back from an older backup.`);
    sizes[sha256] = size;
  }
  return sizes;
}

const placeOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

const notThere = (folder: string, missing: readonly string[]): string =>
  `${missing.length} of the uploaded files cannot be found, such as ${placeOf(folder, missing[0]!)}. ` +
  'Check DATA_DIR; if the night’s tidying just ran, run the backup again.';

/** Uploads by their hash. What is still arriving is somewhere else, and named otherwise. */
async function uploadsIn(folder: string): Promise<string[]> {
  const folders = await readdir(folder).catch(() => []);
  const names = await Promise.all(
    folders.filter(name => /^[0-9a-f]{2}$/.test(name)).map(name => readdir(join(folder, name))),
  );
  return names
    .flat()
    .filter(name => /^[0-9a-f]{64}$/.test(name))
    .sort();
}

/** Puts the saved uploads into `folder`, durably. One that is there already stays; refuses when it has other content. */
export async function placeUploads(
  archive: ArchiveReader,
  folder: string,
  uploads: readonly string[],
): Promise<void> {
  const storage = await openStorage(folder);
  for (const sha256 of uploads) {
    const there = await sha256Of(storage.read(sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    if (there === sha256) continue;
    if (there)
      throw new BackupRefused(`${placeOf(folder, sha256)} is damaged. Move it away, then restore again.`);
    await storage.keep(archive.stream(uploadName(sha256)));
  }
}
