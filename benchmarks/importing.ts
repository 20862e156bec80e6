import { setTimeout as sleep } from 'node:timers/promises';
import type { Import, Mapping } from '#schools/rules/importing/import.ts';
import type { ImportKind } from '#schools/rules/importing/fields.ts';
import { ask, newLine } from './asking/http.ts';
import { get, post } from './asking/operations.ts';
import { openGrounds, type DatabaseName } from './county/grounds.ts';
import { agents } from './county/people.ts';
import { optionsOf } from './options.ts';
import { startProgram, type Program } from './programs/child.ts';
import { memoryOf } from './programs/proc.ts';

/**
 * npm run bench -- --importing [--tickets 20000 --database …]: 2,000 schools and 16,000 people from two files, from the
 * press to the end, and what somebody else waits for meanwhile; then the same files again, and everything as files.
 */
const many = { schools: 2000, people: 16_000 };
const limit_seconds = 60;
const keeper = agents.find(({ roles }) => roles.includes('coordinator'))!;
const line = newLine(4);

const files: Record<ImportKind, string> = {
  schools: `Code,Name,Town,Kind,First grade,Last grade,FTE 2025,Provider\n${Array.from(
    { length: many.schools },
    (_, at) => `IMP${at},École ${at} of the county,Town ${at % 90},public,K,7,${at % 700}.5,Shaw\n`,
  ).join('')}`,
  people: `School code,Name,Roles\n${Array.from(
    { length: many.people },
    (_, at) => `IMP${at % many.schools},Person Number ${at},${at < many.schools ? 'lead' : 'member'}\n`,
  ).join('')}`,
};

type Sent = { method: string; body?: string; headers?: Record<string, string> };

async function asked<A>({ url }: Program, path: string, init: Sent): Promise<A> {
  const { headers } = post(keeper, path, {});
  const response = await fetch(url + path, { ...init, headers: { ...headers, ...init.headers } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text) as A;
}

/** Until the server has done its part; how long a list took for a colleague meanwhile goes into `lists`. */
async function until(server: Program, id: number, state: Import['state'], lists: number[]): Promise<Import> {
  for (;;) {
    const before = performance.now();
    await ask(line, server.url, get(agents[0]!, '/api/tickets?limit=50'));
    lists.push(performance.now() - before);
    const now = await asked<Import>(server, `/api/imports/${id}`, { method: 'GET' });
    if (now.trouble) throw new Error(now.trouble);
    if (now.state === state) return now;
    await sleep(20);
  }
}

interface Imported {
  dry_run: number;
  written: number;
  counts: Import['counts'];
  /** The whole of what a colleague's list took meanwhile, in ms: at the 95th percentile, and at most. */
  p95: number;
  most: number;
}

async function imported(server: Program, kind: ImportKind): Promise<Imported> {
  const lists: number[] = [];
  const begun = performance.now();
  const headers = { 'content-type': 'text/csv' };
  const { id } = await asked<Import>(server, `/api/imports?kind=${kind}&name=${kind}.csv`, {
    method: 'POST',
    headers,
    body: files[kind],
  });
  const mapping = await asked<Mapping>(server, `/api/imports/${id}/heads`, { method: 'GET' });
  const { encoding, separator, columns } = mapping;
  const body = JSON.stringify({ encoding, separator, columns });
  await asked(server, `/api/imports/${id}/mapping`, { method: 'PUT', body });
  const { counts } = await until(server, id, 'ready', lists);
  const looked = performance.now();
  if (counts!.new + counts!.changed > 0) {
    await asked(server, `/api/imports/${id}/start`, { method: 'POST', body: '{}' });
    await until(server, id, 'done', lists);
  } else await asked(server, `/api/imports/${id}`, { method: 'DELETE', body: '{}' });
  const ended = performance.now();
  lists.sort((one, other) => one - other);
  return {
    dry_run: (looked - begun) / 1000,
    written: (ended - looked) / 1000,
    counts,
    p95: lists[Math.floor((lists.length - 1) * 0.95)]!,
    most: lists.at(-1)!,
  };
}

async function importingOn(database: DatabaseName, tickets: number): Promise<string> {
  console.error(`${database}: making or finding ${tickets} tickets …`);
  const grounds = await openGrounds(database, tickets);
  const server = await startProgram('server/start.js', await grounds.copy());
  try {
    console.error(`${database}: measuring …`);
    const before = memoryOf(server.pid).now;
    let most = before;
    const watching = setInterval(() => (most = Math.max(most, memoryOf(server.pid).now)), 50);
    const rows: string[] = [];
    let total = 0;
    for (const [what, kind] of [
      ['2,000 schools', 'schools'],
      ['16,000 people', 'people'],
      ['the schools again', 'schools'],
      ['the people again', 'people'],
    ] as const) {
      const { dry_run, written, counts, p95, most: longest } = await imported(server, kind);
      if (counts!.new > 0) total += dry_run + written;
      rows.push(
        `| ${what} | ${dry_run.toFixed(1)} | ${written.toFixed(1)} | ${counts!.new} new, ${counts!.same} the same | ${Math.round(p95)} | ${Math.round(longest)} |`,
      );
    }
    for (const path of ['/api/schools.csv', '/api/schools/people.csv']) {
      const begun = performance.now();
      const { text } = await ask(line, server.url, get(keeper, path));
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      rows.push(`| ${path} | | ${seconds} | ${text.split('\n').length - 2} lines | | |`);
    }
    clearInterval(watching);
    return [
      `### Importing, ${database}, ${tickets.toLocaleString('en')} tickets`,
      '',
      '| what | dry run s | written s | came to | list meanwhile, p95 ms | at most |',
      '| --- | --: | --: | --- | --: | --: |',
      ...rows,
      '',
      `Both files together: ${total.toFixed(1)} s (wanted: ≤ ${limit_seconds}). Server MB before ${before}, at most ${most}.`,
    ].join('\n');
  } finally {
    await server.stop();
    await grounds.close();
  }
}

process.once('SIGINT', () => process.exit(130));
const { databases, tickets } = optionsOf(process.argv.slice(2));
for (const database of databases) console.log(`\n${await importingOn(database, tickets)}`);
