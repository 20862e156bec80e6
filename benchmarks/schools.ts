import { ask, newLine } from './asking/http.ts';
import { get } from './asking/operations.ts';
import { diceOf } from './county/dice.ts';
import { openGrounds, type DatabaseName, type Place } from './county/grounds.ts';
import { agents } from './county/people.ts';
import { many, widen } from './county/schools.ts';
import { optionsOf } from './options.ts';
import { startProgram, type Program } from './programs/child.ts';
import type { Postmaster } from './programs/postmaster.ts';
import { cpuMsOf, cpuMsOfFamily } from './programs/proc.ts';

/**
 * npm run bench -- --schools [--database … --seconds 5]: what the list of 2,000 schools with 16,000 people costs, as
 * the desk asks for it.
 */

/** A window of the list, as `schools/web/list/asking.ts` asks for it; and what else asks for schools. */
const asked = {
  'list, by name': '/api/schools?limit=50&offset=0',
  'list, further down': '/api/schools?limit=50&offset=1500',
  'by students, most first': '/api/schools?sort=-fte&limit=50&offset=0',
  'by wave, two kinds': '/api/schools?kind=public,independent&sort=wave&limit=50&offset=0',
  'two words': '/api/schools?words=school%2012&limit=50&offset=0',
  'of a wave': '/api/schools?wave=3&limit=50&offset=0',
  'all at once, for choosing': '/api/schools',
  'one school': '/api/schools/7',
  waves: '/api/waves',
};

const line = newLine(1);
const coordinator = agents.find(({ roles }) => roles.includes('coordinator'))!;

async function measured(server: Program, postmaster: Postmaster | undefined, path: string, seconds: number) {
  const request = get(coordinator, path);
  const once = async () => {
    const begun = performance.now();
    const { status, text } = await ask(line, server.url, request);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
    return performance.now() - begun;
  };
  const rounds = async (until: number) => {
    const took: number[] = [];
    while (performance.now() < until) took.push(await once());
    return took.sort((a, b) => a - b);
  };
  await rounds(performance.now() + 1_500); // the first answers are slower
  const cpu = () => [cpuMsOf(server.pid), postmaster ? cpuMsOfFamily(postmaster.pid) : 0] as const;
  const before = cpu();
  const took = await rounds(performance.now() + seconds * 1000);
  const after = cpu();
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!;
  const each = (index: 0 | 1) => (after[index] - before[index]) / took.length;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), server: each(0), database: each(1) };
}

/** How many queries each makes, BEGIN and COMMIT too; by a server of its own, since counting them costs CPU. */
async function queriesOf(place: Place): Promise<number[]> {
  const server = await startProgram('server/start.js', { ...place, MEASURE: 'true' });
  const counted: number[] = [];
  for (const path of Object.values(asked))
    counted.push((await ask(line, server.url, get(coordinator, path))).queries ?? Number.NaN);
  await server.stop();
  return counted;
}

async function schoolsOn(database: DatabaseName, tickets: number, seconds: number): Promise<string> {
  console.error(`${database}: making or finding ${many.schools} schools with ${many.people} people …`);
  const grounds = await openGrounds(database, tickets, {
    name: 'schools',
    fill: (client, now) => widen(client, diceOf(7), now),
  });
  try {
    const place = await grounds.copy();
    const queries = await queriesOf(place);
    const server = await startProgram('server/start.js', place);
    console.error(`${database}: measuring …`);
    const rows: string[] = [];
    for (const [name, path] of Object.entries(asked)) {
      const one = await measured(server, grounds.postmaster(), path, seconds);
      const both = one.server + one.database;
      const cells = [one.p50, one.p95, one.p99, one.server, one.database, both].map(value =>
        value.toFixed(1),
      );
      rows.push(`| ${name} | ${cells.join(' | ')} | ${queries[rows.length]} |`);
    }
    await server.stop();
    return [
      `### Schools, ${database}: ${many.schools.toLocaleString('en')} with ${many.people.toLocaleString('en')} people`,
      '',
      '| asked | p50 ms | p95 | p99 | CPU ms, server | database | together | queries |',
      '| --- | --: | --: | --: | --: | --: | --: | --: |',
      ...rows,
    ].join('\n');
  } finally {
    await grounds.close();
  }
}

process.once('SIGINT', () => process.exit(130));
const { databases, seconds, tickets } = optionsOf(process.argv.slice(2));
for (const database of databases) console.log(`\n${await schoolsOn(database, tickets, seconds)}`);
