import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setGuide } from '#testing/set-guide.ts';
import { browserOf, verdictOn } from '../../../rules/browsers.ts';
import type { Measured } from '../../../rules/measuring/measured.ts';
import { measureLine } from '../../../rules/measuring/measuring.ts';
import { linesOf } from '../../../rules/measuring/words.ts';
import { serveMeasures } from '../serving.ts';
import { lineOver, look } from './line.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import { walked, type Seen } from './secretary.ts';
import { dice, listening, openWay } from './ways.ts';

/** The fault lab: faults on loopback, what the page measures, what a fixed secretary sees, and whose the guide says it is. */

/** So many lines at once: more would make each other slow, which is no fault of theirs. */
const at_once = 4;
const table = new URL('../../../../../docs/running/fault-lab.md', import.meta.url);
const good_agent =
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36';
const [sis_address, site_a, site_b] = ['https://sis/', 'https://a/', 'https://b/'];

const page = (name: string) =>
  createServer((_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html' }).end(`<body>${name}</body>`),
  );
const servers = { sis: page('The system'), site: page('A site') };
let desk: FastifyInstance;
let ports: { sis: number; site: number; desk: number };
beforeAll(async () => {
  desk = fastify();
  desk.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  serveMeasures({ app: desk, clock: () => new Date() }, { trust_proxy: 0 });
  desk.get('/', (_, reply) => reply.type('text/html').send('<body>The desk</body>'));
  await desk.listen({ port: 0, host: '127.0.0.1' });
  ports = {
    sis: await listening(servers.sis),
    site: await listening(servers.site),
    desk: Number(new URL(desk.listeningOrigin).port),
  };
});
afterAll(async () => {
  for (const server of Object.values(servers)) {
    server.closeAllConnections();
    server.close();
  }
  desk.server.closeAllConnections();
  await desk.close();
});

async function run(about: Scenario, seed: number) {
  const chance = dice(seed);
  const ways = {
    sis: await openWay(about.sis, ports.sis, chance),
    a: await openWay(about.sites, ports.site, chance),
    b: await openWay(about.sites, ports.site, chance),
    desk: await openWay(about.desk, ports.desk, chance),
    phone: await openWay(about.everywhere ? about.sis : 'none', ports.sis, chance),
  };
  const guide = setGuide();
  const others = { [sis_address]: ways.sis, [site_a]: ways.a, [site_b]: ways.b };
  const line = lineOver(ways.desk, others, (about.ahead_hours ?? 0) * 3_600_000);
  const browser = browserOf(about.agent ?? good_agent);
  const measured: Measured = {
    at: new Date().toISOString(),
    browser: { ...browser, verdict: verdictOn(browser, guide.variables.SUPPORTED_BROWSERS) },
    ...(await measureLine(line, { sites: [site_a, site_b], sis: sis_address, others: [] })),
  };
  const seen: Seen = {
    sis: await look(ways.sis, 'The system'),
    sites: [await look(ways.a, 'A site'), await look(ways.b, 'A site')],
    desk: await look(ways.desk, 'The desk'),
    phone: await look(ways.phone, 'The system'),
  };
  for (const way of Object.values(ways)) way.close();
  return { about, measured, ...walked(guide, seen, about, measured) };
}

test(
  'the guide names the right owner in at least 95 of 100 runs, over every fault',
  { timeout: 60_000 },
  async () => {
    const waiting = scenarios.flatMap(about =>
      Array.from({ length: about.times ?? 1 }, (_, seed) => ({ about, seed: seed + 11 })),
    );
    const runs: Awaited<ReturnType<typeof run>>[] = [];
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        runs.push(await run(next.about, next.seed));
    };
    await Promise.all(Array.from({ length: at_once }, lane));
    const right = runs.filter(({ about, outcome }) => outcome.owner === about.owner);
    const wrong = runs
      .filter(each => !right.includes(each))
      .map(({ about, outcome, given }) => `${about.name}: ${outcome.id} ${JSON.stringify(given)}`);
    expect(right.length / runs.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
    for (const about of scenarios) expect(runs.some(each => each.about === about)).toBe(true);

    // What each fault is measured by, where there is a sign of it at all.
    const not_good = (name: string) =>
      new Set(
        runs
          .filter(({ about }) => about.name === name)
          .flatMap(({ measured }) =>
            linesOf(measured, 'en')
              .filter(({ good }) => !good)
              .map(line => line.name),
          ),
      );
    for (const [name, sign] of signs) expect([name, ...not_good(name)]).toContain(sign);

    if (process.env['LAB_WRITES'] === 'true') writeFileSync(table, drawing(runs));
    const kept = readFileSync(table, 'utf8').replace(/ +/g, ' ');
    for (const { name, owner } of scenarios) expect(kept).toContain(`| ${name} | ${owner} |`);
  },
);

test('every other address that is named is measured by itself, there or not, also where the desk is down', async () => {
  const chance = dice(11);
  const there = await openWay('none', ports.site, chance);
  const gone = await openWay('refused', ports.site, chance);
  const down = await openWay('refused', ports.desk, chance);
  const [a, b] = ['https://there/', 'https://gone/'] as const;
  const line = lineOver(down, { [a]: there, [b]: gone }, 0);
  const { others, sites, sis } = await measureLine(line, { sites: [], sis: null, others: [a, b] });
  for (const way of [there, gone, down]) way.close();
  expect(others).toEqual([
    { address: a, after: expect.any(Number) },
    { address: b, after: null },
  ]);
  expect([sites, sis]).toEqual([undefined, undefined]);
});

const signs = [
  ['The system’s name is not found', 'The system’s address'],
  ['What goes to the system is swallowed', 'The system’s address'],
  ['A filter alters pages', 'Pages on the way'],
  ['A proxy holds event streams back', 'Live events'],
  ['A proxy refuses large messages', 'Large messages'],
  ['A captive portal', 'This help desk'],
  ['20 % of what is sent is lost', 'This help desk'],
  ['64 kbit/s', 'This help desk'],
  ['The clock is two hours ahead', 'Clock of this computer'],
  ['The browser is too old', 'Browser'],
  ['The line is down', 'Other sites'],
  ['The desk is down', 'This help desk'],
] as const;

/** The table of the docs: of each fault whose it is, how many runs said so, and by which question it ended. */
function drawing(runs: Awaited<ReturnType<typeof run>>[]): string {
  const rows = scenarios.map(about => {
    const mine = runs.filter(each => each.about === about);
    const right = mine.filter(({ outcome }) => outcome.owner === about.owner).length;
    const { given, outcome } = mine[0]!;
    return `| ${about.name} | ${about.owner} | ${right} of ${mine.length} | ${outcome.title.en} | ${given.length} |`;
  });
  return [
    '# The fault lab',
    '',
    'Each test run breaks a line on loopback in these ways. The page measures it as it would in a browser, and a secretary who knows nothing of the fault answers what she sees on her screen, on a telephone and from another school. `LAB_WRITES=true npx vitest run --project embedded src/guide/server/measuring/lab` writes this table; `npx prettier --write docs/running` lays it out.',
    '',
    '| fault | whose it is | the guide says so | how it ends | questions |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
