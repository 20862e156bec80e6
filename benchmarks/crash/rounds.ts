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

/** Kills the server at any moment while clients write, again and again; then counts what they were told is stored. */
export async function crash(grounds: Grounds, rounds: number, killAfterMs: () => number): Promise<Crashed> {
  const place = await grounds.copy();
  const start = () => startProgram('server/start.js', { ...place, LOG_LEVEL: 'fatal' });
  let server = await start();
  const writers = startWriters(writer_count, () => server.url);
  for (let round = 1; round <= rounds; round += 1) {
    await sleep(killAfterMs());
    await server.kill();
    if (round % power_cut_every === 0) await grounds.powerCut();
    server = await start();
  }
  await writers.finish();
  await sleep(undo.window_seconds * 1000 + 1500); // what the agents wrote last has left by then
  await server.kill();
  const counted = await countWrites(place, writers.acknowledged);
  return { rounds, ...counted, retries: writers.retries(), refused: writers.refused };
}

/** Whether nothing at all went wrong. */
export const isClean = ({ lost, doubled, untold, told_twice, refused }: Crashed): boolean =>
  lost + doubled + untold + told_twice + refused.length === 0;
