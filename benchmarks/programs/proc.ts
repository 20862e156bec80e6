import { readFileSync } from 'node:fs';

/** What Linux tells of processes, in /proc. */

const tick_ms = 10; // USER_HZ is 100 on every platform that Node runs on

/** After the name, which may hold spaces: fields from the third on (proc(5)). */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

const sum = (fields: readonly (string | undefined)[]) =>
  fields.reduce((total, field) => total + Number(field), 0);

/** CPU that a process has used with all its threads, in ms; exact to 10. */
export const cpuMsOf = (pid: number): number => sum(statOf(pid).slice(11, 13)) * tick_ms;

/** CPU of a process with its children, those that have ended too. */
export const cpuMsOfFamily = (pid: number): number =>
  sum(statOf(pid).slice(11, 15)) * tick_ms +
  sum(childrenOf(pid).map(child => String(tolerant(() => cpuMsOf(child)))));

/** A child may end while one looks: then its parent has its time. */
function tolerant(look: () => number): number {
  try {
    return look();
  } catch {
    return 0;
  }
}

export function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

/** Whether it still runs: one that has ended and whom nobody waited for does not. */
export function runs(pid: number): boolean {
  try {
    return statOf(pid)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** Memory in MB: now, and the most it ever was. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { now: mb('VmRSS'), most: mb('VmHWM') };
}
