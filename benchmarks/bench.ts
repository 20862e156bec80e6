import { operations } from './asking/operations.ts';
import { openGrounds, type DatabaseName } from './county/grounds.ts';
import { measure } from './measuring/measure.ts';
import { numbersOf } from './measuring/numbers.ts';
import { tableOf } from './measuring/report.ts';
import { optionsOf, type Options } from './options.ts';
import { startProgram } from './programs/child.ts';
import { memoryOf } from './programs/proc.ts';

/** npm run bench [-- --tickets 20000 --database postgres|embedded|both --seconds 5]: measures the built server beside the limit. */
async function bench({ tickets, seconds, databases }: Options): Promise<void> {
  for (const database of databases) console.log(`\n${await benchOn(database, tickets, seconds)}`);
}

async function benchOn(database: DatabaseName, tickets: number, seconds: number): Promise<string> {
  console.error(`${database}: making or finding ${tickets} tickets …`);
  const grounds = await openGrounds(database, tickets);
  try {
    const place = await grounds.copy();
    const numbers = await numbersOf(place);
    const plan = { callers: [1, 16], seconds, numbers };
    console.error(`${database}: the server …`);
    const server = await startProgram('server/start.js', { ...place, MEASURE: 'true' });
    const product = await measure(server, grounds.postmaster(), { ...plan, operations });
    const memory = memoryOf(server.pid);
    await server.stop();

    console.error(`${database}: the limit …`);
    const bare = await startProgram('benchmarks/limit.js', await grounds.copy());
    const limit = await measure(bare, grounds.postmaster(), {
      ...plan,
      operations: operations.filter(each => each !== 'deliver'),
    });
    await bare.stop();
    return tableOf({ database, tickets, product, limit, memory });
  } finally {
    await grounds.close();
  }
}

process.once('SIGINT', () => process.exit(130));
await bench(optionsOf(process.argv.slice(2)));
