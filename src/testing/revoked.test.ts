import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { people } from '#accounts/server/tables.ts';
import { attacks, lured } from './attacks.ts';
import type { Prey } from './attacks/attack.ts';
import type { CastName } from './cast.ts';
import { clientOf, type Client } from './client.ts';
import { openHouse, type House } from './house.ts';
import { listen } from './listener.ts';
import { visitor } from './signing-in.ts';

/**
 * Somebody who was revoked, with the right school password: nowhere, on any route, within a second, on every server.
 * The calls are those of the sweep of the walls, which has every route.
 */

const within_ms = 1000;
const patience_ms = 90_000;

/** Doors before anybody is known, and what describes the API. */
const open_to_all = [
  'POST /api/session',
  'GET /api/igroup',
  'GET /api/how-fast',
  'GET /api/documents/helpdesk-process',
  'GET /api/documents/connectivity',
  'GET /api/setup',
  'POST /api/setup',
  'POST /api/links/open',
  'POST /api/links/use',
  'GET /api/sign-on',
  'POST /api/sign-on/departures',
  'GET /api/sign-on/back',
  'POST /api/emergency',
  'GET /api/openapi.json',
];
const isOpen = (route: string) => open_to_all.includes(route) || route.includes(' /api/public/');
/** Those begin or go on with a sign-in, so they speak of it; they must open nothing. */
const before_a_session = /^POST \/api\/session\/(key|passkey|key-beginnings|keys)$/;
/** Calls of the sweep that are made by somebody else. */
const by_others = [
  'DELETE /api/session',
  'DELETE /api/account/sessions',
  'GET /api/events',
  'GET /api/accesses',
];

let house: House;
let prey: Prey;
let nadia: Client;
beforeAll(async () => {
  house = await openHouse({ waits: true });
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  const [maria, arun] = [await house.as('Maria Santos'), await house.as('Arun Patel')];
  nadia = await house.as('Nadia Petrov');
  prey = await lured(house, { maria, nadia, arun });
}, patience_ms);
afterAll(() => house.close());

const rowOf = async (name: CastName) =>
  (await house.database.owner.select().from(people).where(eq(people.name, name)))[0]!;
const revoke = async (name: CastName, left = true) => {
  const { id, school_id } = await rowOf(name);
  expect((await nadia.patch(`/api/schools/${school_id}/people/${id}`, { left })).status).toBe(200);
};

/** Some calls read first what they go on with: who sees nothing has nothing to go on with. */
const sawNothing = (error: unknown) => {
  if (!(error instanceof TypeError)) throw error;
  return { status: 401, text: '' };
};

/** A stream as it is over; answers how long that took. */
async function over(page: Awaited<ReturnType<typeof listen>>): Promise<number> {
  const begun = Date.now();
  await Promise.race([page.ended, new Promise(settle => setTimeout(settle, 5 * within_ms))]);
  return Date.now() - begun;
}

describe('a revoked person with the right school password', () => {
  test(
    'gets nowhere, on any route, with her session, her token or her password',
    { timeout: patience_ms },
    async () => {
      const sam = await rowOf('Sam Okoro');
      const me = visitor(house);
      await me.enter('alder', sam.id);
      const { body: made } = await (
        await house.as('Arun Patel')
      ).post('/api/tokens', { name: 'Sam’s', person: sam.id, scopes: ['read', 'write'], days: 1 });
      const script = clientOf(house.app, { authorization: `Bearer ${made.token}` });
      expect((await me.get('/api/tickets')).status).toBe(200);
      expect((await script.get('/api/tickets')).status).toBe(200);
      await revoke('Sam Okoro');

      const got: string[] = [];
      for (const who of [me, script])
        for (const { route, by } of attacks.filter(({ route }) => !isOpen(route))) {
          if (by_others.includes(route)) continue;
          const { status, text } = await by(who, prey, house).catch(sawNothing);
          const nowhere = before_a_session.test(route)
            ? status >= 400 || !text.includes('person')
            : status === 401;
          // A door that looks at what was typed first says what is wrong with it, and no more.
          if (!nowhere && status !== 422) got.push(`${route} answered ${status}`);
          if (text.includes(prey.canary)) got.push(`${route} told something`);
        }
      expect(got).toEqual([]);
      for (const path of by_others) {
        const [method, url] = path.split(' ') as ['GET' | 'DELETE', string];
        const answer = await house.app.inject({ method, url, headers: { host: 'localhost', ...me.headers } });
        expect(`${path} ${answer.statusCode}`).toBe(`${path} 401`);
      }

      const again = visitor(house);
      expect((await again.enter('alder', sam.id)).status).toBe(422);
      expect((await again.enter('alder')).body.people.map(({ id }: { id: number }) => id)).not.toContain(
        sam.id,
      );
      expect((await again.get('/api/session')).status).toBe(401);
      await revoke('Sam Okoro', false);
    },
  );

  test('who was at the second key when she was revoked gets no further', async () => {
    const priya = await house.as('Priya Nair');
    const { id, school_id } = await rowOf('Sam Okoro');
    await priya.put(`/api/schools/${school_id}/keys`, { needed: true });
    const me = visitor(house);
    await me.enter('alder', id);
    await me.post('/api/session/key-beginnings', { kind: 'pin' });
    await revoke('Sam Okoro');
    expect((await me.post('/api/session/keys', { kind: 'pin', code: '193847' })).status).toBe(401);
    expect((await me.get('/api/session')).status).toBe(401);
    await priya.put(`/api/schools/${school_id}/keys`, { needed: false });
    await revoke('Sam Okoro', false);
  });
});

describe('an open stream', () => {
  test('ends within a second when its person is revoked or its session ended, and no other does', async () => {
    const [sam, grant, here] = [
      await house.as('Sam Okoro'),
      await house.as('Grant Bell'),
      await house.as('Grant Bell'),
    ];
    const [page, kept, ended] = [
      await listen(house, sam),
      await listen(house, here),
      await listen(house, grant),
    ];
    await revoke('Sam Okoro');
    expect(await over(page)).toBeLessThan(within_ms);
    await here.delete('/api/account/sessions');
    expect(await over(ended)).toBeLessThan(within_ms);
    expect(await Promise.race([kept.ended, new Promise(settle => setTimeout(settle, 300, 'open'))])).toBe(
      'open',
    );
    await kept.cut();
    await revoke('Sam Okoro', false);
  });

  test.skipIf('snapshot' in inject('town'))('ends so on a second server too', async () => {
    const other = await openHouse({ beside: house });
    await other.app.listen({ port: 0, host: '127.0.0.1' });
    const sam = await house.as('Sam Okoro');
    const page = await listen(other, sam);
    await revoke('Sam Okoro');
    expect(await over(page)).toBeLessThan(within_ms);
    expect((await clientOf(other.app, sam.headers).get('/api/tickets')).status).toBe(401);
    await other.close();
  });
});
