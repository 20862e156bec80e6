import { type ChildProcess, fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Another program of ours, running; it ends when we do. */
export interface Program {
  pid: number;
  /** Where it listens. */
  url: string;
  /** SIGTERM, and waits for its end. */
  stop: () => Promise<void>;
  /** SIGKILL, and waits for its end. */
  kill: () => Promise<void>;
}

const built = (file: string) =>
  fileURLToPath(
    new URL(`${import.meta.url.endsWith('.ts') ? '../../dist/' : '../'}${file}`, import.meta.url),
  );

/** Starts a built program (`server/start.js`), and waits until it says on its output where it is open. */
export async function startProgram(file: string, env: Record<string, string>): Promise<Program> {
  const child = spawn(process.execPath, [built(file)], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await openAt(child);
  return { pid: child.pid!, url, ...ending(child) };
}

/** A built program that is spoken to with messages. */
export function forkProgram(file: string): { child: ChildProcess; stop: () => Promise<void> } {
  const child = fork(built(file));
  return { child, stop: ending(child).stop };
}

function ending(child: ChildProcess): Pick<Program, 'stop' | 'kill'> {
  const withUs = () => void child.kill('SIGKILL');
  const ended = new Promise<void>(settle => child.once('exit', () => settle()));
  process.on('exit', withUs);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await ended;
    }
    process.off('exit', withUs);
  };
  return { stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** What it says after that is read and let go; what it said before is the reason, when it ends instead. */
function openAt(child: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let said = '';
    const hear = (text: string) => {
      said += text;
      const url = /open at (http:\S+)/.exec(said)?.[1];
      if (!url) return;
      child.stdout!.off('data', hear).resume();
      settle(url);
    };
    child.stdout!.setEncoding('utf8').on('data', hear);
    child.stderr!.setEncoding('utf8').on('data', text => (said += text));
    child.once('exit', code => fail(new Error(`the program ended with ${code}:\n${said}`)));
  });
}
