import { once } from 'node:events';
import type { Numbers, Operation } from '../asking/operations.ts';
import type { Round, Tally } from '../asking/rounds.ts';
import { forkProgram, type Program } from '../programs/child.ts';
import { cpuMsOf, cpuMsOfFamily } from '../programs/proc.ts';
import type { Postmaster } from '../programs/postmaster.ts';

/** One operation with so many callers: how long it took, and what it cost. */
export interface Measured extends Tally {
  operation: Operation;
  callers: number;
  /** CPU in ms for each operation: the server's (with the embedded database in it), and PostgreSQL's. */
  cpu_server: number;
  cpu_database: number;
  /** The longest time in ms that the server's event loop was not free, where it says so. */
  blocked: number | undefined;
}

export interface Plan {
  operations: readonly Operation[];
  callers: readonly number[];
  seconds: number;
  numbers: Numbers;
}

/** The two that are compared. */
export type Pair<T> = Record<'product' | 'limit', T>;
const pair = ['product', 'limit'] as const;

/**
 * Measures both servers: every operation, with each number of callers, after a while to warm up. They take turns, so
 * that whatever else this computer does meanwhile is borne by both.
 */
export async function measure(
  servers: Pair<Program>,
  postmaster: Postmaster | undefined,
  plan: Plan,
): Promise<Pair<Measured[]>> {
  const { child, stop } = forkProgram('benchmarks/callers.js');
  const run = async (round: Round): Promise<Tally> => {
    child.send(round);
    const [tally] = (await once(child, 'message')) as [Tally];
    return tally;
  };
  const measured: Pair<Measured[]> = { product: [], limit: [] };
  for (const operation of plan.operations) {
    const compared = pair.filter(which => which === 'product' || operation !== 'deliver');
    const round = (which: keyof Pair<Program>) => ({
      url: servers[which].url,
      operation,
      numbers: plan.numbers,
    });
    for (const which of compared)
      await run({ ...round(which), callers: 4, seconds: Math.min(2, plan.seconds) });
    for (const callers of plan.callers)
      for (const which of compared) {
        const work = () => run({ ...round(which), callers, seconds: plan.seconds });
        measured[which].push({ operation, callers, ...(await costOf(work, servers[which], postmaster)) });
      }
  }
  await stop();
  return measured;
}

type Cost = Omit<Measured, 'operation' | 'callers'>;

async function costOf(
  work: () => Promise<Tally>,
  server: Program,
  postmaster: Postmaster | undefined,
): Promise<Cost> {
  const cpu = () => [cpuMsOf(server.pid), postmaster ? cpuMsOfFamily(postmaster.pid) : 0] as const;
  await blockedMs(server);
  const before = cpu();
  const tally = await work();
  const after = cpu();
  const each = (index: 0 | 1) => (after[index] - before[index]) / tally.count;
  return { ...tally, cpu_server: each(0), cpu_database: each(1), blocked: await blockedMs(server) };
}

const own_timer_ms = 10;

/** Since it was asked last; from the histogram of the server's own /metrics, whose timer ticks every 10 ms. */
async function blockedMs({ url }: Program): Promise<number | undefined> {
  const text = await fetch(`${url}/metrics`).then(answer => answer.text());
  const seconds = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1];
  return seconds === undefined ? undefined : Math.max(0, Number(seconds) * 1000 - own_timer_ms);
}
