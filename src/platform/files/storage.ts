import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { access, link, mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Uploads on the disk, each once, under the hash of its content: no name that a person gave ever reaches a path. */
export interface Storage {
  /**
   * Keeps a stream durably; answers its hash and its size in bytes, or undefined when `whole` says at its end that it
   * was cut. A stream that was cut or failed leaves nothing behind.
   */
  keep(content: Readable, whole?: () => boolean): Promise<{ sha256: string; size: number } | undefined>;
  read(sha256: string): ReadStream;
  /** The first bytes of what is kept, to tell its type by. */
  head(sha256: string, bytes: number): Promise<Uint8Array>;
  /** Removes content that no row names any more. */
  drop(sha256: string): Promise<void>;
  has(sha256: string): Promise<boolean>;
  /** The hashes of all that is kept. */
  list(): Promise<string[]>;
}

export async function openStorage(folder: string): Promise<Storage> {
  const arriving = join(folder, 'arriving');
  await rm(arriving, { recursive: true, force: true }); // what a crash cut short was never acknowledged
  await mkdir(arriving, { recursive: true, mode: 0o700 });
  const place = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a hash');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async keep(content, whole = () => true) {
      const temporary = join(arriving, randomUUID());
      try {
        const { sha256, size } = await writeHashed(content, temporary);
        if (!whole()) return undefined;
        await settle(temporary, place(sha256));
        return { sha256, size };
      } finally {
        await rm(temporary, { force: true });
      }
    },
    read: sha256 => createReadStream(place(sha256)),
    drop: sha256 => rm(place(sha256), { force: true }),
    has: sha256 => isThere(place(sha256)),
    async list() {
      const names = await readdir(folder, { recursive: true });
      return names.flatMap(name => /^[0-9a-f]{2}.([0-9a-f]{64})$/.exec(name)?.[1] ?? []);
    },
    async head(sha256, bytes) {
      const file = await open(place(sha256));
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
  };
}

async function writeHashed(content: Readable, path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    content,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { sha256: hash.digest('hex'), size };
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Gives a written file its place and makes the place itself durable. The same content twice is one file. */
async function settle(temporary: string, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await isThere(path)))
    await link(temporary, path).catch(
      (error: NodeJS.ErrnoException) => error.code === 'EEXIST' || Promise.reject(error),
    );
  for (const each of [folder, dirname(folder)]) {
    const directory = await open(each);
    await directory.sync();
    await directory.close();
  }
}
