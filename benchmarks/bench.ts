import { operations } from './asking/operations.ts';
import { openGrounds, type DatabaseName } from './county/grounds.ts';
import { measure } from './measuring/measure.ts';
import { numbersOf } from './measuring/numbers.ts';
import { queriesOf } from './measuring/queries.ts';
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
    console.error(`${database}: measuring …`);
    const product = await startProgram('server/start.js', place);
    const limit = await startProgram('benchmarks/limit.js', await grounds.copy());
    const plan = { operations, callers: [1, 16], seconds, numbers };
    const measured = await measure({ product, limit }, grounds.postmaster(), plan);
    const memory = memoryOf(product.pid);
    await Promise.all([product.stop(), limit.stop()]);
    const queries = await queriesOf(place, numbers);
    return tableOf({ database, tickets, ...measured, memory, queries });
  } finally {
    await grounds.close();
  }
}

process.once('SIGINT', () => process.exit(130));
await bench(optionsOf(process.argv.slice(2)));
