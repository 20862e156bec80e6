import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './client.ts';
import { openHouse, type House } from './house.ts';
import { attacks, lured } from './attacks.ts';
import type { Attack, Prey } from './attacks/attack.ts';
import { byTheDesk, luredRights } from './attacks/rights.ts';
import { luredInside, onTickets } from './attacks/inside.ts';

/**
 * The sweep of the two walls: another school's person calls every route with this school's numbers, ids, cursors,
 * files, stream and search words; the school's own people go so after what is inside the iGroup, and an agent who keeps
 * no rights after a ticket about them. Each wall must
 * hold by itself; with both down the sweep has to find leaks, or it would prove nothing.
 */

/** A sweep is some hundred requests, and no test by itself. */
const patience_ms = 180_000;

const modes = [
  { name: 'as built', walls: { code: true, database: true } },
  { name: 'the code alone (a role that bypasses row security)', walls: { code: true, database: false } },
  { name: 'the database alone (policies in code that allow all)', walls: { code: false, database: true } },
];

/** What got through a wall: the attack, and what was seen or changed. */
interface Leak {
  route: string;
  what: string;
}

/** Every attack of the sweep (or those on some routes) against one house; what the desk sees of the prey must stay as it was. */
async function sweep(house: House, routes?: readonly string[]): Promise<Leak[]> {
  const [maria, nadia, arun, joan, grant, priya, maya] = (await Promise.all(
    (
      [
        ...(['Maria Santos', 'Nadia Petrov', 'Arun Patel', 'Joan Whitehorse'] as const),
        ...(['Grant Bell', 'Priya Nair', 'Maya Chen'] as const),
      ] as const
    ).map(house.as),
  )) as [Client, Client, Client, Client, Client, Client, Client];
  const prey = await lured(house, { maria, nadia, arun });
  const inside = await luredInside(prey, nadia);
  const among = (all: readonly Attack[], of = '') =>
    all.filter(({ route }) => !routes || routes.includes(`${of}${route}`));
  const leaks = await attackedBy(grant, inside, among(onTickets(attacks), 'inside: '), house);
  const rights = await luredRights(prey, { priya, nadia });
  const of_rights = await attackedBy(maya, rights, among(byTheDesk(attacks), 'rights: '), house);
  return [
    ...leaks.map(({ route, what }) => ({ route: `inside: ${route}`, what })),
    ...of_rights.map(({ route, what }) => ({ route: `rights: ${route}`, what })),
    ...(await attackedBy(joan, prey, among(attacks), house)),
  ];
}

async function attackedBy(
  attacker: Client,
  prey: Prey,
  tried: readonly Attack[],
  house: House,
): Promise<Leak[]> {
  const leaks: Leak[] = [];
  let before = '';
  for (const attack of tried) {
    const reads = attack.route.startsWith('GET ');
    // Not before: while somebody only listens, the prey itself writes.
    if (!reads) before ||= await seenByOwners(prey);
    const { status, text } = await attack.by(attacker, prey, house);
    // What was refused is looked at once, when all is over.
    const after = reads || status >= 400 ? before : await seenByOwners(prey);
    if (text.includes(prey.canary))
      leaks.push({ route: attack.route, what: 'an answer held what is hidden' });
    if (after !== before) leaks.push({ route: attack.route, what: 'what is hidden was changed' });
    before = after;
    if (attack.hidden && status !== 404)
      leaks.push({ route: attack.route, what: `answered ${status}, so it said that something is there` });
  }
  if ((await seenByOwners(prey)) !== before)
    leaks.push({ route: 'any', what: 'what is hidden was changed by what was refused' });
  return leaks;
}

const seenByOwners = async ({ watch }: Prey) =>
  JSON.stringify(await Promise.all(watch.map(each => each())), inOrder);

/** In what order the database happens to count is no change. */
const inOrder = (_: string, value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

test('every route is in the sweep, or named as one that knows no school’s data', async () => {
  const house = await openHouse();
  const covered = new Set(attacks.map(attack => attack.route));
  const missing = house.app.routeNames.filter(
    name => name.includes('/api/') && !name.includes('/api/docs') && !covered.has(name),
  );
  const unknown = [...covered].filter(name => !house.app.routeNames.includes(name));
  await house.close();
  expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
});

describe.each(modes)('with $name', ({ walls }) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ walls, waits: true });
    await house.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => house.close());

  test('no route tells or changes anything of another school', { timeout: patience_ms }, async () => {
    expect(await sweep(house)).toEqual([]);
  });

  test('counts are the same, whatever the other school does', async () => {
    const [maria, joan] = (await Promise.all(
      (['Maria Santos', 'Joan Whitehorse'] as const).map(house.as),
    )) as [Client, Client];
    const counts = async () => (await joan.get('/api/tickets/counts?state=all')).body;
    const before = await counts();
    await maria.post('/api/tickets', {
      subject: 'One more',
      description: 'x',
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
    });
    expect(await counts()).toEqual(before);
    expect(before.total).toBe((await joan.get('/api/tickets?state=all&limit=100')).body.items.length);
  });
});

test('with both walls down the sweep finds leaks wherever it looks', { timeout: patience_ms }, async () => {
  const house = await openHouse({ walls: { code: false, database: false }, waits: true });
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  const leaks = new Set((await sweep(house, leaking)).map(leak => leak.route));
  await house.close();
  expect(leaking.filter(route => !leaks.has(route))).toEqual([]);
});

/** Where the sweep looks when there is no wall: at every kind of place. */
const leaking = [
  'GET /api/tickets',
  'GET /api/tickets/:number',
  'POST /api/tickets/:number/replies',
  'GET /api/files/:id',
  'GET /api/events',
  'GET /api/schools/:id',
  'GET /api/announcements',
  'GET /api/tickets/:number/colleagues',
  'inside: GET /api/tickets',
  'inside: GET /api/tickets/:number',
  'inside: GET /api/tickets/:number/history',
  'inside: GET /api/files/:id',
  'inside: GET /api/events',
  'GET /api/dashboard',
  'GET /api/exports/:id/file',
  'GET /api/statements/:month',
  'GET /api/accesses',
  'GET /api/audit',
  'GET /api/rights',
  'GET /api/articles',
  'GET /api/articles/:id',
  'POST /api/articles/preview',
  'GET /api/articles/:id/versions/:version',
  'GET /api/articles/:id/votes',
  'POST /api/articles/:id/uses',
  'POST /api/suggestions',
  'GET /api/search',
  'GET /api/status/notices',
  'GET /api/status/notices/:id',
  'GET /api/tickets/:number/problem',
  'GET /api/tickets/:number/answers',
  'GET /api/topics',
  'GET /api/topics/:id',
  'GET /api/topics/:id/versions',
  'GET /api/forum/reports',
  'rights: GET /api/tickets',
  'rights: GET /api/tickets/counts',
  'rights: GET /api/tickets/:number',
  'rights: GET /api/tickets/:number/history',
  'rights: POST /api/tickets/:number/replies',
  'rights: GET /api/files/:id',
  'rights: GET /api/events',
  'rights: GET /api/rights/requests/:number',
  'rights: GET /api/dashboard',
  'rights: GET /api/audit',
  'rights: POST /api/articles',
  'rights: POST /api/suggestions',
  'rights: GET /api/search',
  'rights: GET /api/article-marks',
  'rights: PUT /api/article-marks/:id',
  'rights: GET /api/articles/:id',
  'rights: GET /api/tickets/:number/answers',
  'rights: POST /api/tickets/:number/answers',
];
