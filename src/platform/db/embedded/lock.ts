import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Misconfigured } from '../../config.ts';

export interface FolderLock {
  release(): void;
}

/** Another running program holds the folder. */
export class FolderInUse extends Misconfigured {}

/** Who holds a lock. A process number alone says little: it is given again after a restart, or means another in a container. */
interface Holder {
  pid: number;
  /** When that process started, as the system says it; empty where it doesn't. */
  started: string;
  /** The computer since its last start, and the container: where process numbers can be compared. */
  place: string;
  id: string;
}

const beatMs = 1_000;
const patienceMs = 5_000;

/**
 * Locks `folder` (in a file beside it) until `release`, or until this process ends. PGlite doesn't: a second process
 * would write over the first one's work. A dead holder's lock is taken over, at once when it was of this computer;
 * one from another container or computer only after five seconds without a sign of life.
 * Throws FolderInUse, naming the process.
 */
export async function lockFolder(folder: string, patience = patienceMs): Promise<FolderLock> {
  const file = `${folder}.lock`;
  const me: Holder = { pid: process.pid, started: startOf(process.pid), place: here(), id: randomUUID() };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (let tries = 0; tries < 5; tries += 1) {
    if (claim(file, me)) return holding(file, me);
    const holder = read(file);
    if (holder && (await isAlive(file, holder, patience)))
      throw new FolderInUse([
        `${folder} is in use by process ${holder.pid} (${where(holder)}): stop that first`,
      ]);
    remove(file, holder);
  }
  throw new FolderInUse([`${folder} is being opened by another process: try again`]);
}

/** Written whole, then linked: the file appears with its content, to one of those who try. */
function claim(file: string, me: Holder): boolean {
  const draft = `${file}.${me.id}`;
  writeFileSync(draft, JSON.stringify(me));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function holding(file: string, me: Holder): FolderLock {
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // removed by hand: there is no lock left to keep fresh
    }
  }, beatMs).unref();
  return {
    release: () => {
      clearInterval(beat);
      if (read(file)?.id === me.id) rmSync(file, { force: true });
    },
  };
}

/** Moved away first, and looked at again: somebody else may have taken the stale lock over meanwhile. */
function remove(file: string, stale: Holder | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // removed by another who waits as well
  }
  if (read(aside)?.id !== stale?.id) linkSync(aside, file);
  rmSync(aside);
}

async function isAlive(file: string, holder: Holder, patience: number): Promise<boolean> {
  if (holder.place === here()) return isRunning(holder);
  const before = beatOf(file);
  for (let waited = 0; waited < patience; waited += beatMs / 2) {
    await sleep(beatMs / 2);
    if (beatOf(file) !== before) return true;
  }
  return false;
}

function isRunning({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = startOf(pid);
  return now === started || now === '' || started === '';
}

const beatOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined; // gone, or cut short by a power failure
  }
}

const where = ({ place }: Holder) =>
  place === here() ? 'on this computer' : `elsewhere: ${place.split(' ')[0]}`;

/** Linux tells the ticks since the start of the computer in the 22nd field, after a name that may hold spaces. */
function startOf(pid: number): string {
  try {
    if (process.platform === 'darwin')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function here(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${hostname()} ${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
