import { ask, newLine } from './asking/http.ts';
import { get, post } from './asking/operations.ts';
import { openGrounds, type DatabaseName } from './county/grounds.ts';
import { agents } from './county/people.ts';
import { optionsOf } from './options.ts';
import { startProgram, type Program } from './programs/child.ts';
import { memoryOf } from './programs/proc.ts';

/** npm run bench -- --reports [--tickets 20000 --database …]: the dashboard's answers, and the whole county as files. */
const times = 40;
const me = agents[0]!;
const line = newLine(1);

async function answered<T>({ url }: Program, path: string): Promise<T> {
  const { status, text } = await ask(line, url, get(me, path));
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
  return JSON.parse(text) as T;
}

async function timed(server: Program, path: string): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const begun = performance.now();
    await answered(server, path);
    took.push(performance.now() - begun);
  }
  return took.sort((a, b) => a - b);
}

interface Written {
  seconds: number;
  megabytes: number;
  tickets: number;
  /** Memory of the server in MB: before, and the most while it wrote and sent the file. */
  before: number;
  most: number;
  /** How long a list took meanwhile, at the 95th percentile, in ms. */
  list: number;
}

async function written(server: Program, format: 'csv' | 'json', columns: string[]): Promise<Written> {
  const before = memoryOf(server.pid).now;
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, memoryOf(server.pid).now)), 50);
  const body = { name: 'All', format, query: { state: 'all' }, columns };
  const begun = performance.now();
  const { text } = await ask(line, server.url, post(me, '/api/exports', body));
  const { id } = JSON.parse(text) as { id: string };
  const lists: number[] = [];
  for (;;) {
    const asked = performance.now();
    await answered(server, '/api/tickets?limit=50');
    lists.push(performance.now() - asked);
    const { state, size, done } = await answered<{ state: string; size: number; done: number }>(
      server,
      `/api/exports/${id}`,
    );
    if (state === 'failed') throw new Error('the export failed');
    if (state !== 'ready') continue;
    const seconds = (performance.now() - begun) / 1000;
    const file = await fetch(`${server.url}/api/exports/${id}/file`, { headers: get(me, '').headers });
    for await (const _ of file.body!); // let go as it comes
    clearInterval(watching);
    lists.sort((a, b) => a - b);
    const list = lists[Math.floor(lists.length * 0.95)]!;
    return { seconds, megabytes: size / 1e6, tickets: done, before, most, list };
  }
}

const columns =
  'number,state,subject,school,requester,assignee,category,priority,court,opened,activity'.split(',');

async function reportsOn(database: DatabaseName, tickets: number): Promise<string> {
  console.error(`${database}: making or finding ${tickets} tickets …`);
  const grounds = await openGrounds(database, tickets);
  const server = await startProgram('server/start.js', await grounds.copy());
  try {
    console.error(`${database}: measuring …`);
    await timed(server, '/api/dashboard'); // the first answers are slower
    const rows: string[] = [];
    for (const path of ['period=30d', 'period=13w', 'period=year', 'period=year&school=7']) {
      const took = await timed(server, `/api/dashboard?${path}`);
      const at = (share: number) => Math.round(took[Math.floor((took.length - 1) * share)]!);
      rows.push(`| ${path} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);
    }
    const files: string[] = [];
    for (const format of ['csv', 'json', 'csv'] as const) {
      const { seconds, megabytes, list, ...all } = await written(server, format, columns);
      files.push(
        `| ${format} | ${all.tickets} | ${megabytes.toFixed(1)} | ${seconds.toFixed(1)} | ${all.before} | ${all.most} | ${Math.round(list)} |`,
      );
    }
    return [
      `### Reports, ${database}, ${tickets.toLocaleString('en')} tickets`,
      '',
      '| dashboard | p50 ms | p95 | max |',
      '| --- | --: | --: | --: |',
      ...rows,
      '',
      '| export | tickets | MB | s | server MB before | at most | list meanwhile, p95 ms |',
      '| --- | --: | --: | --: | --: | --: | --: |',
      ...files,
    ].join('\n');
  } finally {
    await server.stop();
    await grounds.close();
  }
}

process.once('SIGINT', () => process.exit(130));
const { databases, tickets } = optionsOf(process.argv.slice(2));
for (const database of databases) console.log(`\n${await reportsOn(database, tickets)}`);
