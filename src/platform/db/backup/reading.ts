import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { format, format_name, formatLine } from './manifest.ts';
import { BackupRefused } from './refused.ts';
import { block, paddingAfter, readHeader, tail_bytes, tailFor } from './tar.ts';

/** A backup's bytes, all of which have been compared with the hash at its end. */
export interface ArchiveReader {
  /** Names and sizes of the files inside, in their order. */
  entries: ReadonlyMap<string, { at: number; size: number }>;
  stream(name: string): Readable;
  bytes(name: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a backup and reads all of it once. Refuses what is no backup, is of another format, or is not as it was written. */
export async function openArchive(path: string): Promise<ArchiveReader> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BackupRefused(`${path} cannot be read (${error.code}).`);
  });
  try {
    const info = await file.stat();
    if (!info.isFile()) throw new BackupRefused(`${path} is not a file.`);
    const damaged = new BackupRefused(
      `${path} is damaged or incomplete. Nothing was restored; use another backup.`,
    );
    await checkFormat(file, path);
    const end = info.size - tail_bytes;
    if (end < 0 || !(await isAsWritten(file, end))) throw damaged;
    const entries = await entriesOf(file, end);
    if (!entries) throw damaged;
    const stream = (name: string) => {
      const entry = entries.get(name);
      if (!entry) throw damaged;
      return streamOf(file, entry.at, entry.size);
    };
    return { entries, stream, bytes: name => buffer(stream(name)), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** By the first file inside, which every format has. */
async function checkFormat(file: FileHandle, path: string): Promise<void> {
  const start = await buffer(streamOf(file, 0, 2 * block));
  const header = readHeader(start.subarray(0, block));
  const found = /^\{"firstline_backup":(\d+)\}$/.exec(
    start.toString('utf8', block, block + (header?.size ?? 0)).trim(),
  );
  if (header?.name !== format_name || !found)
    throw new BackupRefused(`${path} is not a backup of Firstline, or its beginning is damaged.`);
  if (`${found[0]}\n` !== formatLine(format))
    throw new BackupRefused(
      `${path} is of format ${found[1]}, and this Firstline reads format ${format}. Use the version that wrote it.`,
    );
}

async function isAsWritten(file: FileHandle, end: number): Promise<boolean> {
  const hash = createHash('sha256');
  for await (const bytes of streamOf(file, 0, end)) hash.update(bytes as Buffer);
  const tail = await buffer(streamOf(file, end, tail_bytes));
  return tail.equals(tailFor(hash.digest('hex')));
}

/** Undefined when it isn't made of whole files, each with a name of its own. */
async function entriesOf(file: FileHandle, end: number): Promise<ArchiveReader['entries'] | undefined> {
  const entries = new Map<string, { at: number; size: number }>();
  let at = 0;
  while (at < end) {
    const { buffer: bytes } = await file.read(Buffer.alloc(block), 0, block, at);
    const header = readHeader(bytes);
    if (!header || entries.has(header.name)) return undefined;
    entries.set(header.name, { at: at + block, size: header.size });
    at += block + header.size + paddingAfter(header.size).length;
  }
  return at === end ? entries : undefined;
}

const chunk = 1 << 16;

function streamOf(file: FileHandle, start: number, size: number): Readable {
  return Readable.from(chunksOf(file, start, start + size));
}

/** By hand, as each stream of a handle's own would listen for its close until the end. */
async function* chunksOf(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const { buffer: bytes, bytesRead } = await file.read(Buffer.alloc(Math.min(chunk, end - at)), {
      position: at,
    });
    if (bytesRead === 0) return; // shorter than it says: whoever reads finds it incomplete
    at += bytesRead;
    yield bytes.subarray(0, bytesRead);
  }
}
