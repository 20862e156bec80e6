import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#platform/db/database.ts';
import { ask, newLine } from './asking/http.ts';
import { get, post, type Numbers } from './asking/operations.ts';
import { openGrounds, type DatabaseName, type Place } from './county/grounds.ts';
import { agents } from './county/people.ts';
import { numbersOf } from './measuring/numbers.ts';
import { optionsOf } from './options.ts';
import { startProgram, type Program } from './programs/child.ts';
import { cpuMsOf, cpuMsOfFamily } from './programs/proc.ts';

/**
 * npm run bench -- --bulk [--tickets 20000 --database …]: steps on 500 tickets at once, from the press to the end, what
 * somebody else waits for meanwhile, and that a killed server goes on with each ticket once.
 */

const many = 500;
const limit_ms = 5000;
const [maya, ines] = [agents[0]!, agents[1]!];
const line = newLine(4);

interface Bulk {
  id: number;
  state: string;
  waiting: number;
  outcomes: Record<string, number>;
}

async function asked<A>(url: string, what: Parameters<typeof ask>[2]): Promise<A> {
  const { status, text } = await ask(line, url, what);
  if (status !== what.status) throw new Error(`${what.method} ${what.path}: ${status} ${text}`);
  return JSON.parse(text) as A;
}

const begin = (url: string, tickets: readonly number[], step: object) =>
  asked<Bulk>(url, { ...post(maya, '/api/bulks', { tickets, steps: [step] }), status: 202 });
const lookAt = (url: string, id: number) => asked<Bulk>(url, get(maya, `/api/bulks/${id}`));

const percentile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Until a bulk has ended; how long that took, and how long a list took for a colleague meanwhile. */
async function untilEnded(url: string, id: number, since: number) {
  const lists: number[] = [];
  for (;;) {
    const before = performance.now();
    await asked(url, get(ines, '/api/tickets?limit=50'));
    lists.push(performance.now() - before);
    const bulk = await lookAt(url, id);
    if (bulk.state === 'ended') {
      const ms = performance.now() - since;
      return {
        ms,
        outcomes: bulk.outcomes,
        list: percentile(
          lists.sort((one, other) => one - other),
          0.95,
        ),
      };
    }
    await sleep(100);
  }
}

/** A server that was just started still reads the story; until it uses next to nothing. */
async function untilQuiet(pid: number): Promise<void> {
  for (let used = cpuMsOf(pid); ;) {
    await sleep(1000);
    const now = cpuMsOf(pid);
    if (now - used < 50) return;
    used = now;
  }
}

async function measured(
  { url, pid }: Program,
  postgres: number | undefined,
  { all: everything, in_progress: numbers }: Numbers,
): Promise<string[]> {
  await untilQuiet(pid);
  const rows: string[] = [];
  const cpu = () => cpuMsOf(pid) + (postgres ? cpuMsOfFamily(postgres) : 0);
  let used = cpu();
  const row = (what: string, done: Awaited<ReturnType<typeof untilEnded>>, first: number) => {
    const before = used;
    used = cpu();
    const came_to = Object.entries(done.outcomes).filter(([, count]) => count > 0);
    rows.push(
      `| ${what} | ${Math.round(done.ms)} | ≤ ${limit_ms} | ${used - before} | ${Math.round(first)} | ${Math.round(done.list)} | ${came_to.map(([name, count]) => `${count} ${name}`).join(', ')} |`,
    );
  };
  const steps: [what: string, step: object][] = [
    ['give to a colleague', { does: 'assign', agent: ines.id }],
    ['correct the category', { does: 'change', category: 'scheduling', urgency: 'high' }],
    ['write a note', { does: 'note', text: 'The province has been told.' }],
  ];
  const tickets = numbers.slice(0, many);
  for (const [what, step] of steps) {
    let since = performance.now();
    const { id } = await begin(url, tickets, step);
    const first = performance.now() - since;
    row(`${what}, ${many} tickets`, await untilEnded(url, id, since), first);
    since = performance.now();
    await asked(url, { ...post(maya, `/api/bulks/${id}/undo`, {}), status: 200 });
    const undone = performance.now() - since;
    row('and its undoing', await untilEnded(url, id, since), undone);
  }
  const since = performance.now();
  const preview = await asked<{ total: number }>(url, {
    ...post(maya, '/api/bulks/preview', { tickets: everything.slice(0, 10_000), steps: [steps[1]![1]] }),
    status: 200,
  });
  const took = Math.round(performance.now() - since);
  rows.push(`| what would come of it, ${preview.total} tickets | ${took} | | ${cpu() - used} | | | |`);
  return rows;
}

/** Kills the server in the middle, again and again, and counts the lines of the story that came of it. */
async function killed(place: Place, numbers: readonly number[]): Promise<string> {
  const start = () => startProgram('server/start.js', { ...place, LOG_LEVEL: 'fatal' });
  let server = await start();
  const tickets = numbers.slice(-many);
  const { id } = await begin(server.url, tickets, { does: 'note', text: 'Once.' });
  let kills = 0;
  for (; kills < 5; kills++) {
    await sleep(200 + Math.random() * 500);
    if ((await lookAt(server.url, id)).state === 'ended') break;
    await server.kill();
    server = await start();
  }
  const { outcomes } = await untilEnded(server.url, id, performance.now());
  await server.stop();
  const database = await openDatabase({
    data_dir: place.DATA_DIR,
    database_url: place.DATABASE_URL || undefined,
  });
  const { rows } = await database.pool.query<{ notes: number; tickets: number; told: number }>(
    `select count(*)::integer as notes, count(distinct ticket_number)::integer as tickets,
      (select count(*)::integer from events where kind = 'noted' and ticket_number = any ($1) and at in
        (select done_at from bulk_tickets where bulk_id = $2)) as told
     from notes where text = 'Once.'`,
    [tickets, id],
  );
  await database.stop();
  const { notes, told, tickets: noted } = rows[0]!;
  return `Killed ${kills} times in the middle: ${outcomes['done']} done, ${notes} notes on ${noted} tickets, ${told} lines of the story.`;
}

async function bulkOn(database: DatabaseName, tickets: number): Promise<string> {
  const grounds = await openGrounds(database, tickets);
  try {
    const place = await grounds.copy();
    const numbers = await numbersOf(place);
    const server = await startProgram('server/start.js', place);
    const rows = await measured(server, grounds.postmaster()?.pid, numbers).finally(() => server.stop());
    const told = await killed(await grounds.copy(), numbers.in_progress);
    return [
      `### many at once: ${database}, ${tickets.toLocaleString('en')} tickets`,
      '',
      '| what | ms | wanted | CPU ms, all processes | answered after ms | a colleague’s list, p95 ms | came to |',
      '| --- | --: | --- | --: | --: | --: | --- |',
      ...rows,
      '',
      told,
    ].join('\n');
  } finally {
    await grounds.close();
  }
}

process.once('SIGINT', () => process.exit(130));
const { databases, tickets } = optionsOf(process.argv.slice(2));
for (const database of databases) console.log(`\n${await bulkOn(database, tickets)}`);
