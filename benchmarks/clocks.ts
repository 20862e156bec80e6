import { eq, sql } from 'drizzle-orm';
import { actorOf } from '#accounts/server/acting.ts';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { recountOn } from '#tickets/server/clocks/recounting.ts';
import { updateTicket } from '#tickets/server/store.ts';
import { tickets } from '#tickets/server/tables.ts';
import { ask, newLine } from './asking/http.ts';
import { get } from './asking/operations.ts';
import { openGrounds, type DatabaseName, type Place } from './county/grounds.ts';
import { agents } from './county/people.ts';
import { optionsOf } from './options.ts';
import { startProgram } from './programs/child.ts';
import { cpuMsOf, cpuMsOfFamily } from './programs/proc.ts';

/**
 * npm run bench -- --clocks [--tickets 80000 --database …]: what the clocks cost. All tickets of the county are open, as
 * if a calendar had changed for each; then the list by the next deadline, and a deed's own work on the clocks.
 */

const software = actorOf({ side: 'system', job: 'clocks' });
const clock = () => new Date();
const moves = 500;
const lists = 60;

/** Every ticket is open and in progress, and its ledger says so. */
const opened = sql`
  update tickets set state = 'in_progress', ended_at = null, planned_for = null, resolution_code = null`;
const marked = sql`
  insert into clock_marks (ticket_number, school_id, at, kind, state, priority, passed)
  select number, school_id, last_activity_at, 'moved', 'in_progress', priority, false from tickets where not inside`;

async function onPlace(place: Place, work: (database: Database) => Promise<string[]>): Promise<string[]> {
  const database = await openDatabase({ database_url: place.DATABASE_URL, data_dir: place.DATA_DIR });
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

/** CPU of this process, in which the deeds and the embedded database run, and of a server of PostgreSQL. */
const cpuOf = (postmaster: number | undefined) =>
  cpuMsOf(process.pid) + (postmaster ? cpuMsOfFamily(postmaster) : 0);

async function recounted(database: Database, postmaster: number | undefined): Promise<string> {
  await database.owner.execute(opened);
  await database.owner.execute(marked);
  await database.owner.execute(sql`vacuum (analyze) tickets`);
  await database.owner.execute(sql`insert into clock_recounts (asked_at) values (now())`);
  const [begun, cpu] = [performance.now(), cpuOf(postmaster)];
  await recountOn({ database, clock });
  const seconds = (performance.now() - begun) / 1000;
  const { rows } = await database.owner.execute<{ done: number }>(
    sql`select sum(done)::integer as done from clock_recounts`,
  );
  return `| ${rows[0]!.done.toLocaleString('en')} deadlines anew | ${seconds.toFixed(1)} s, CPU ${((cpuOf(postmaster) - cpu) / 1000).toFixed(1)} s |`;
}

/** A move that the clocks follow, each in a transaction of its own, against the same change that they do not. */
async function kept(database: Database, postmaster: number | undefined): Promise<string> {
  const { rows } = await database.owner.execute<{ number: number }>(
    sql`select number from tickets where not inside order by number desc limit ${moves}`,
  );
  const spend = async (state: 'new' | 'in_progress', followed: boolean) => {
    const cpu = cpuOf(postmaster);
    for (const { number } of rows)
      await database.transact(software, async db => {
        if (followed) await updateTicket({ db, now: clock() }, number, { state });
        else
          await db
            .update(tickets)
            .set({ state, last_activity_at: clock() })
            .where(eq(tickets.number, number));
      });
    return (cpuOf(postmaster) - cpu) / rows.length;
  };
  await spend('new', true);
  const without = await spend('in_progress', false);
  await spend('new', false); // as the ledgers have it
  const together = await spend('in_progress', true);
  return `| a move's own work on the clocks | CPU ${(together - without).toFixed(2)} ms |`;
}

async function listed(place: Place, sort: string): Promise<string> {
  const server = await startProgram('server/start.js', place);
  const line = newLine(1);
  const path = `/api/tickets?limit=50&offset=0${sort}`;
  const took: number[] = [];
  for (let time = 0; time < lists + 10; time++) {
    const begun = performance.now();
    const { status, text } = await ask(line, server.url, get(agents[0]!, path));
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
    if (time >= 10) took.push(performance.now() - begun);
  }
  await server.stop();
  took.sort((a, b) => a - b);
  return `| the list${sort ? ' by the next deadline' : ', newest first'} | p50 ${took[lists / 2]!.toFixed(1)} ms, p95 ${took[Math.floor(lists * 0.95)]!.toFixed(1)} |`;
}

async function clocksOn(name: DatabaseName, count: number): Promise<string> {
  console.error(`${name}: making or finding ${count} tickets …`);
  const grounds = await openGrounds(name, count);
  try {
    const place = await grounds.copy();
    const rows = await onPlace(place, async database => [
      await recounted(database, grounds.postmaster()?.pid),
      await kept(database, grounds.postmaster()?.pid),
    ]);
    rows.push(await listed(place, ''), await listed(place, '&sort=due'));
    const heading = `### Clocks, ${name}: ${count.toLocaleString('en')} open tickets`;
    return [heading, '', '| what | took |', '| --- | --: |', ...rows].join('\n');
  } finally {
    await grounds.close();
  }
}

process.once('SIGINT', () => process.exit(130));
const { databases, tickets: count } = optionsOf(process.argv.slice(2));
for (const database of databases) console.log(`\n${await clocksOn(database, count)}`);
