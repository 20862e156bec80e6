import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Files that grow piece by piece until they are whole. Beside what is kept, so that a restart leaves them alone. */
export interface Growing {
  /** How much of the first `known` bytes is on the disk: all of it, unless the disk is another one by now. */
  size(id: string, known: number): Promise<number>;
  /**
   * Writes a stream from `offset` on and syncs it; answers the new size. A stream that breaks off, is stopped by
   * `stop`, or brings more than `room` bytes leaves what came before. Throws when the disk does.
   */
  append(
    id: string,
    content: Readable,
    piece: { offset: number; room: number; stop: AbortSignal },
  ): Promise<number>;
  read(id: string): ReadStream;
  drop(id: string): Promise<void>;
  /** All that lie here. */
  ids(): Promise<string[]>;
}

export async function openGrowing(folder: string): Promise<Growing> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not an id');
    return join(folder, id);
  };
  return {
    size: async (id, known) => Math.min(known, (await stat(place(id)).catch(() => ({ size: 0 }))).size),
    read: id => createReadStream(place(id)),
    drop: id => rm(place(id), { force: true }),
    ids: async () => (await readdir(folder)).filter(name => /^[0-9a-f-]{36}$/.test(name)),
    async append(id, content, { offset, room, stop }) {
      const file = await open(place(id), 'a+', 0o600);
      try {
        // What lies beyond was never acknowledged.
        await file.truncate(offset);
        let size = offset;
        let broken: unknown;
        const leave = () => content.destroy();
        stop.addEventListener('abort', leave);
        try {
          for await (const chunk of content) {
            if (stop.aborted) break;
            const bytes = (chunk as Buffer).subarray(0, offset + room - size);
            await file.appendFile(bytes).catch((error: unknown) => (broken = error));
            // Ends the line too, so not for a last piece that fits: its sender waits for the answer.
            if (broken || bytes.length < (chunk as Buffer).length) break;
            size += bytes.length;
          }
        } catch {
          // A line that was cut: what came over it is kept.
        } finally {
          stop.removeEventListener('abort', leave);
        }
        if (broken) throw broken;
        await file.sync();
        if (offset === 0) await syncFolder(folder);
        return size;
      } finally {
        await file.close();
      }
    },
  };
}

/** A new file's name lasts only when its folder is synced too. */
async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder);
  await directory.sync();
  await directory.close();
}
