import { setTimeout as sleep } from 'node:timers/promises';
import { undo } from '#tickets/rules/lifecycle.ts';
import type { Grounds } from '../county/grounds.ts';
import { startProgram } from '../programs/child.ts';
import { countWrites, type Counted } from './counting.ts';
import { startWriters } from './writers.ts';

export interface Crashed extends Counted {
  rounds: number;
  retries: number;
  refused: readonly string[];
}

const writer_count = 8;
/** After so many rounds PostgreSQL is killed as well. */
const power_cut_every = 10;

interface Plan {
  rounds: number;
  /** How many run on the database: what one had begun when it was killed, the others and the next one finish. */
  servers: number;
  killAfterMs: () => number;
}

/**
 * Kills a server at any moment while clients write, each in its turn, again and again; then counts what the clients were
 * told is stored. Of several servers they ask one after the other, so what got no answer is asked of another one.
 */
export async function crash(grounds: Grounds, { rounds, servers, killAfterMs }: Plan): Promise<Crashed> {
  const place = await grounds.copy();
  const start = () => startProgram('server/start.js', { ...place, LOG_LEVEL: 'fatal' });
  const running = [await start()];
  while (running.length < servers) running.push(await start());
  let asked = 0;
  const writers = startWriters(writer_count, () => running[(asked += 1) % servers]!.url);
  for (let round = 1; round <= rounds; round += 1) {
    await sleep(killAfterMs());
    const next = round % servers;
    await running[next]!.kill();
    if (round % power_cut_every === 0) await grounds.powerCut();
    running[next] = await start();
  }
  await writers.finish();
  await sleep(undo.window_seconds * 1000 + 1500); // what the agents wrote last has left by then
  await Promise.all(running.map(server => server.kill()));
  const counted = await countWrites(place, writers.acknowledged);
  return { rounds, ...counted, retries: writers.retries(), refused: writers.refused };
}

/** Whether nothing at all went wrong. */
export const isClean = ({ lost, doubled, untold, told_twice, refused }: Crashed): boolean =>
  lost + doubled + untold + told_twice + refused.length === 0;
