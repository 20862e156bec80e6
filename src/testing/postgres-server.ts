import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A PostgreSQL server of our own, for as long as the tests run. */
export interface PostgresServer {
  /** Of the database `postgres`, as its superuser. */
  url: string;
  /** The version, such as `15.14`. */
  version: string;
  /** Ends it at once and removes its folder. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Whether commits are synced to disk. Tests don't need that, and are faster without. */
  durable?: boolean;
}

const oldest = 15;

/** For what is thrown away: nothing is synced, and nobody tidies up a hundred databases meanwhile. */
const passing = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'],
  ...['wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=4GB', 'checkpoint_timeout=1h'],
];

/** Starts a server on a free port of this computer; undefined where PostgreSQL 15 or newer isn't installed. */
export async function startPostgres({ durable = false }: PostgresOptions = {}): Promise<
  PostgresServer | undefined
> {
  const bin = findBinaries();
  if (!bin) return undefined;
  const owner = ownerOfServer();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  try {
    const initdb = [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ];
    run(join(bin, 'initdb'), initdb, owner);
    const port = await freePort();
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${port}`,
      `unix_socket_directories=${folder}`,
      'timezone=UTC',
    ];
    if (!durable) settings.push(...passing);
    const command = [join(bin, 'postgres'), '-D', data, ...settings.flatMap(each => ['-c', each])];
    const stop = startServer(command, folder, owner);
    await until(
      () => spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0,
      stop,
    );
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, version: versionOf(bin), stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The folder of PG_BIN, or of the newest installed version, or on the PATH. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const installed = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PG_BIN ? [process.env.PG_BIN] : []),
    ...installed.map(version => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  return folders.find(
    folder => existsSync(join(folder, 'initdb')) && Number.parseInt(versionOf(folder)) >= oldest,
  );
}

/** `postgres (PostgreSQL) 15.14 (Debian …)` → `15.14`; `0` when it doesn't run. */
function versionOf(bin: string): string {
  const { stdout } = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  return /(\d+(?:\.\d+)?)/.exec(stdout ?? '')?.[1] ?? '0';
}

interface Owner {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root; there the packages' user `postgres` has it. */
function ownerOfServer(): Owner {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(run('id', [flag, 'postgres'], {}));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function run(command: string, args: string[], owner: Owner): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...owner,
    cwd: '/',
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return stdout;
}

/** The port is free now; that nobody takes it before the server does is likely enough for tests. */
function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => settle(port));
    });
  });
}

/**
 * The server under a shell that waits for the end of its input: it comes when we stop it, and also when we are killed
 * without a word. SIGQUIT is an immediate shutdown; the folder goes with it.
 */
function startServer(command: string[], folder: string, owner: Owner): () => Promise<void> {
  const untilWeEnd =
    'folder=$1; shift; "$@" <&- & server=$!; read -r _; kill -QUIT $server; wait $server; rm -rf "$folder"';
  const child = spawn('/bin/sh', ['-c', untilWeEnd, 'sh', folder, ...command], {
    ...owner,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>(settle => child.once('exit', () => settle()));
  return () => {
    child.stdin.end();
    return ended;
  };
}

async function until(ready: () => boolean, giveUp: () => Promise<void>): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (ready()) return;
    await new Promise(settle => setTimeout(settle, 100));
  }
  await giveUp();
  throw new Error('the PostgreSQL server did not start within 30 seconds');
}
