import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './client.ts';
import { openHouse, type House } from './house.ts';
import { listen } from './listener.ts';
import { stands, standings } from './standing.ts';

/** The sweep of all routes over the standings: a gated school comes no further than the gate, whatever a route is for. */

let house: House;
let maria: Client, nadia: Client;
let school: number;
beforeAll(async () => {
  house = await openHouse();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  [maria, nadia] = (await Promise.all((['Maria Santos', 'Nadia Petrov'] as const).map(house.as))) as [
    Client,
    Client,
  ];
  school = (await maria.get('/api/session')).body.school.id;
});
afterAll(() => house.close());

/** What knows no school, or ends the sweep. */
const beside =
  /docs|openapi|setup|public\/|api\/documents\/|^(POST|DELETE) \/api\/session$|emergency$|events$|\/api\/(session\/(key|passkey|acting)|account|links|sign-on|invitations)|trainings\/:id\/requests|certificate$/;
/** What looks at what was sent first: the desk's, and the agreement, which a school signs before its doors open. */
const looks_first = new Set([
  'POST /api/imports',
  'GET /api/agreements/:version/comparison',
  'POST /api/agreements/:version/signature',
  'PUT /api/school-logins',
  'PUT /api/schools/:id/login',
]);
/** What is open at every standing. */
const at_gate = new Set([
  'GET /api/session',
  'GET /api/gate',
  'GET /api/announcements',
  'GET /api/status/notices',
  'GET /api/checks',
  'GET /api/trainings/next',
  'GET /api/schools/:id/standing',
  'GET /api/agreements/own',
  'GET /api/agreements/:version',
]);
/** Open to a school that was trained, also while it is suspended. */
const reading = new Set([
  'GET /api/tickets',
  'GET /api/tickets/counts',
  'GET /api/tickets/groups',
  'GET /api/fields',
  'PUT /api/tickets/:number/reading',
  'GET /api/passing',
  ...['GET /api/exceptions', 'GET /api/exceptions/file', 'PUT /api/exceptions/look'],
]);
/** Without a category nobody can say whether a ticket is ordinary; the desk's own two look at what was sent first. */
const knows_nothing = new Set([
  ...[
    'POST /api/tickets',
    'PUT /api/session/password',
    'POST /api/tokens',
    'GET /api/igroup',
    'POST /api/checks',
  ],
]);

/** Each route with nothing in it: what is shut says so before it looks at what was sent. */
async function swept(who: Client): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of house.app.routeNames) {
    if (!name.includes(' /api/') || beside.test(name)) continue;
    const [method, url] = name.split(' ') as [string, string];
    const brings = ['POST', 'PUT', 'PATCH'].includes(method);
    const path = url
      .replaceAll(/(files|uploads|exports|notices|updates)\/:id/g, '$1/7f3c1d1e-0000-4000-8000-000000000000')
      .replaceAll(/:\w+/g, '1');
    const { statusCode } = await house.app.inject({
      method: method as 'GET',
      url: path,
      headers: {
        ...who.headers,
        host: 'localhost',
        origin: 'http://localhost',
        'tus-resumable': '1.0.0',
        ...(brings && { 'content-type': 'application/json' }),
      },
      ...(brings && { payload: '{}' }),
    });
    found[name] = statusCode;
  }
  return found;
}

const tickets = async () =>
  (await nadia.get(`/api/tickets/counts?state=all&school=${school}`)).body.total as number;

describe.each(
  standings
    .filter(({ trained, stage1, suspended }) => suspended || !(trained && stage1))
    .map(standing => [JSON.stringify(standing), standing] as const),
)('at %s', (_, standing) => {
  test('a school comes no further than its open doors, on any route', { timeout: 60_000 }, async () => {
    await stands(house, school, standing);
    const before = await tickets();
    const answers = await swept(maria);
    expect(Object.keys(answers).length).toBeGreaterThan(100);
    const passes = ([name]: [string, number]) =>
      at_gate.has(name) ||
      knows_nothing.has(name) ||
      looks_first.has(name) ||
      (standing.trained && (!standing.suspended || reading.has(name)));
    const through = Object.entries(answers).filter(each => !passes(each) && ![403, 404].includes(each[1]));
    expect(through).toEqual([]);
    for (const name of at_gate) expect(answers[name]).toBe(200);
    expect(await tickets()).toBe(before);
  });
});

describe('an open page', () => {
  test('hears at once that its school stands otherwise, and its stream ends', async () => {
    await stands(house, school, { trained: true, stage1: true, suspended: false });
    const page = await listen(house, maria);
    const other = await listen(house, await house.as('Joan Whitehorse'));
    await stands(house, school, { trained: false, stage1: false, suspended: false });
    await expect.poll(() => page.signals).toContain('standing');
    await page.ended;
    expect(other.signals).toEqual([]);
    await other.cut();
  });

  test('at the gate hears nothing of the story, only that the gate opens', async () => {
    await stands(house, school, { trained: false, stage1: true, suspended: false });
    const page = await listen(house, maria);
    const asked = { subject: 'x', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
    expect((await nadia.post('/api/tickets', { ...asked, school })).status).toBe(201);
    await stands(house, school, { trained: true, stage1: true, suspended: false });
    await expect.poll(() => page.signals).toEqual(['standing']);
    await page.ended;
    expect(page.heard).toEqual([]);
  });
});
