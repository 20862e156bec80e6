import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BackupRefused } from './refused.ts';
import { headerOf, paddingAfter, tailFor } from './tar.ts';

/** A backup being written, from the front to the end. */
export interface ArchiveWriter {
  /** Adds a file of exactly `size` bytes; answers the sha256 of its content. */
  add(name: string, size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string>;
  addBytes(name: string, content: Buffer): Promise<string>;
  /** Writes the hash, makes everything durable and gives the file its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** Begins a backup at `path`. It has that name only when it is whole; refuses to write over another file. */
export async function createArchive(path: string): Promise<ArchiveWriter> {
  if (existsSync(path)) throw new BackupRefused(`${path} is there already. Choose another name.`);
  const draft = `${path}.unfinished`;
  const file = await open(draft, 'wx', 0o600).catch(explain(draft));
  const whole = createHash('sha256');
  const write = async (bytes: Buffer) => {
    whole.update(bytes);
    await file.appendFile(bytes);
  };

  const add: ArchiveWriter['add'] = async (name, size, content) => {
    await write(headerOf(name, size));
    const hash = createHash('sha256');
    let left = size;
    for await (const bytes of content) {
      left -= bytes.length;
      if (left < 0) break;
      hash.update(bytes);
      await write(bytes);
    }
    if (left !== 0)
      throw new BackupRefused(`${name} changed while it was being saved. Run the backup again.`);
    await write(paddingAfter(size));
    return hash.digest('hex');
  };

  return {
    add,
    addBytes: (name, content) => add(name, content.length, [content]),
    async finish() {
      await file.appendFile(tailFor(whole.digest('hex')));
      await file.sync();
      await file.close();
      await rename(draft, path);
      await syncFolder(dirname(path));
    },
    async abandon() {
      await file.close();
      await rm(draft, { force: true });
    },
  };
}

function explain(draft: string) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EEXIST')
      throw new BackupRefused(
        `${draft} is there: another backup is being written, or one was cut short. Remove it if none is running.`,
      );
    if (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'ENOTDIR')
      throw new BackupRefused(`${draft} cannot be written (${error.code}). Choose another folder.`);
    throw error;
  };
}

/** A new name is durable when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync();
  await folder.close();
}
