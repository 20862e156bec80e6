import { operations, type Numbers, type Operation } from '../asking/operations.ts';
import { runRound } from '../asking/rounds.ts';
import { startProgram } from '../programs/child.ts';
import type { Place } from '../county/grounds.ts';

/** How many queries a request makes, BEGIN and COMMIT too. By a server of its own, since counting them costs CPU. */
export async function queriesOf(place: Place, numbers: Numbers): Promise<Record<Operation, number>> {
  const server = await startProgram('server/start.js', { ...place, MEASURE: 'true' });
  const counted = {} as Record<Operation, number>;
  for (const operation of operations) {
    const { queries } = await runRound({ url: server.url, operation, callers: 1, seconds: 0.2, numbers });
    counted[operation] = queries ?? Number.NaN;
  }
  await server.stop();
  return counted;
}
