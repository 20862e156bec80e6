import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { syncedFolder, syncPath, syncTree } from './disk.ts';
import type { WorkerStart } from './messages.ts';

/** The database itself, in this thread: one session that speaks the wire protocol. */
export interface Engine {
  serverVersion: string;
  /** Sends whole messages, gives back the whole answer. Errors of SQL are messages in the answer. */
  exchange(bytes: Uint8Array): Promise<Uint8Array>;
  /** The folder as an uncompressed tar (the fastest to start from). Nothing else may run meanwhile. */
  snapshot(): Promise<Uint8Array>;
  close(): Promise<void>;
  /** How often a file or a folder was synced to disk. */
  syncs(): number;
}

const small = ['-c', 'shared_buffers=32MB', '-c', 'min_wal_size=32MB', '-c', 'max_wal_size=64MB'];
const inMemory = [...PGlite.defaultStartParams, ...small];
const onDisk = inMemory
  .filter(parameter => parameter !== '-F') // turns fsync off
  .concat('-c', 'fsync=on', '-c', 'wal_sync_method=fsync');

/**
 * Opens the database in `folder`, creating it when there is none, or in memory.
 * `onLost` is called, at most once, when the engine itself breaks (a full disk, a failed sync): nothing works after.
 */
export async function openEngine(
  { folder, snapshot, code }: WorkerStart,
  onLost: (reason: string) => void,
): Promise<Engine> {
  const disk = { syncs: 0 };
  const log = lastWords();
  if (folder && !existsSync(join(folder, 'PG_VERSION'))) await createFolder(folder, code);
  const place = folder
    ? { fs: syncedFolder(folder, disk), startParams: onDisk }
    : { startParams: inMemory, loadDataDir: snapshot && blobOf(snapshot) };
  const db = await PGlite.create({ ...place, pgliteWasmModule: code, onStderr: log.hear }).catch(
    (error: Error) => {
      throw new Error(log.words() ?? error.message, { cause: error });
    },
  );
  reportBreaking(db, cause => onLost(log.words() ?? cause));
  const { rows } = await db.query<{ version: string }>(`select current_setting('server_version') as version`);
  return {
    serverVersion: rows[0]!.version,
    exchange: bytes => exchange(db, bytes),
    snapshot: async () => {
      await db.exec('checkpoint'); // so that nothing is left to recover when it starts
      return new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer());
    },
    close: () => db.close(),
    syncs: () => disk.syncs,
  };
}

const blobOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);

/** Listens to PostgreSQL's log for the reason, when it gives up. Nothing else is kept, as it may quote data. */
function lastWords() {
  let words: string | undefined;
  return {
    words: () => words,
    hear: (line: string) => {
      words = /(?:PANIC|FATAL): +(.*)/.exec(line)?.[1] ?? words;
      return false; // not to the console as well
    },
  };
}

/** By the streaming call: the plain one also parses each answer, and keeps what it parsed for good. */
async function exchange(db: PGlite, bytes: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  // The bytes are a window on the engine's memory, which the next part overwrites.
  await db.execProtocolRawStream(bytes, {
    syncToFs: false,
    onRawData: part => void parts.push(part.slice()),
  });
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** Made beside its place, and moved when all of it is on disk, so that a crash never leaves half a database. */
async function createFolder(folder: string, code: WebAssembly.Module): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const db = await PGlite.create({
    fs: new NodeFS(unfinished),
    startParams: inMemory,
    pgliteWasmModule: code,
  });
  await db.close();
  syncTree(unfinished);
  if (existsSync(folder)) rmdirSync(folder); // empty; anything else must stay
  renameSync(unfinished, folder);
  syncPath(dirname(folder));
}

/** How the engine says that a statement failed, rather than that it broke (a long jump out of the C code). */
const statementFailed = 100;

/** PGlite swallows every exception of its main loop; what is no SQL error means that the engine is broken. */
function reportBreaking(db: PGlite, onBroken: (cause: string) => void): void {
  const module = db.Module as unknown as { _PostgresMainLoopOnce(): void };
  const once = module._PostgresMainLoopOnce.bind(module);
  module._PostgresMainLoopOnce = () => {
    try {
      once();
    } catch (error) {
      if ((error as { status?: number }).status !== statementFailed) onBroken(String(error));
      throw error;
    }
  };
}
