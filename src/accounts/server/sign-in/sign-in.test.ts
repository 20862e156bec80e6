import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast_password } from '#testing/cast.ts';
import { clientOf, type Answer, type Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { people, sessions } from '../tables.ts';

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house?.close());

const alder = { username: 'alder', password: cast_password };
const maya = { username: 'maya', password: cast_password };
const hour_ms = 3_600_000;

const setCookies = (answer: Answer): string[] => [answer.headers['set-cookie'] ?? []].flat().map(String);
/** The browser that this answer's cookies were set in. */
const browserOf = (answer: Answer): Client =>
  clientOf(house.app, {
    cookie: setCookies(answer)
      .map(cookie => cookie.split(';')[0])
      .join('; '),
  });
const idOf = async (name: string) =>
  (await house.database.owner.select().from(people).where(eq(people.name, name)))[0]!.id;

describe('a school signs in', () => {
  test('the right password answers its people to choose from, and no cookie yet', async () => {
    const answer = await house.anyone.post('/api/session', alder);
    expect(answer.status).toBe(200);
    expect(answer.body.people.map((person: { name: string }) => person.name)).toEqual([
      'Grant Bell',
      'Maria Santos',
      'Priya Nair',
      'Sam Okoro',
    ]);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('with a person of the school she is signed in, by a cookie that no script reads', async () => {
    const person = await idOf('Maria Santos');
    const answer = await house.anyone.post('/api/session', { ...alder, person });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        person: { id: person, name: 'Maria Santos' },
        side: 'school',
        roles: ['member'],
        school: { code: 'ALDER', name: 'Alder Academy' },
        can: expect.objectContaining({
          open_tickets: true,
          keep_schools: false,
          administer: false,
          take_emergencies: false,
        }),
      },
    });
    for (const cookie of setCookies(answer))
      expect(cookie).toMatch(/^firstline(-browser)?=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await browserOf(answer).get('/api/session')).body).toEqual(answer.body);
  });

  test('a person of another school cannot be chosen', async () => {
    const answer = await house.anyone.post('/api/session', {
      ...alder,
      person: await idOf('Joan Whitehorse'),
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'person' }] } });
  });

  test('who has left is not offered, cannot be chosen, and her session is over; her colleague’s is not (S24)', async () => {
    const [sam, priya] = [await idOf('Sam Okoro'), await house.as('Priya Nair')];
    const before = await house.as('Sam Okoro');
    await house.database.owner.update(people).set({ left_at: house.clock.now }).where(eq(people.id, sam));
    const offered = (await house.anyone.post('/api/session', alder)).body.people;
    expect(offered.map(({ id }: { id: number }) => id)).not.toContain(sam);
    expect((await house.anyone.post('/api/session', { ...alder, person: sam })).status).toBe(422);
    expect((await before.get('/api/session')).status).toBe(401);
    expect((await priya.get('/api/session')).status).toBe(200);
  });
});

describe('a person of the iGroup signs in', () => {
  test('at once, however the user name is written', async () => {
    const answer = await house.anyone.post('/api/session', { ...maya, username: ' MAYA ' });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        side: 'desk',
        roles: ['agent'],
        school: null,
        can: expect.objectContaining({
          open_tickets: true,
          keep_schools: false,
          administer: false,
          take_emergencies: false,
        }),
      },
    });
  });

  test('whatever is wrong, the answer is the same', async () => {
    const leah = await idOf('Leah Stone');
    await house.database.owner.update(people).set({ left_at: house.clock.now }).where(eq(people.id, leah));
    const answers = await Promise.all(
      [
        { ...maya, password: 'not the password' },
        { ...maya, username: 'nobody' },
        { ...maya, username: 'no\0body' },
        { ...maya, username: 'leah' },
      ].map(given => house.anyone.post('/api/session', given)),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  test('the session that the browser came with is ended, so that none can be planted', async () => {
    const first = await house.anyone.post('/api/session', maya);
    const second = await browserOf(first).post('/api/session', maya);
    expect((await browserOf(first).get('/api/session')).status).toBe(401);
    expect((await browserOf(second).get('/api/session')).status).toBe(200);
  });
});

describe('signing out', () => {
  test('ends this session once, and takes the cookie away', async () => {
    const [here, elsewhere] = [await house.as('Maya Chen'), await house.as('Maya Chen')];
    const answer = await here.delete('/api/session');
    expect(answer).toMatchObject({ status: 200, body: { ended: 1 } });
    expect(setCookies(answer)[0]).toMatch(/^firstline=; .*Expires=Thu, 01 Jan 1970/);
    expect((await here.delete('/api/session')).status).toBe(401);
    expect((await elsewhere.get('/api/session')).status).toBe(200);
  });

  test('everywhere ends all sessions of the person, and nobody else’s', async () => {
    const [here, elsewhere, other] = [
      await house.as('Ines Roy'),
      await house.as('Ines Roy'),
      await house.as('Tom Becker'),
    ];
    expect((await here.delete('/api/session?everywhere=true')).body).toEqual({ ended: 2 });
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await other.get('/api/session')).status).toBe(200);
  });
});

describe('a session', () => {
  test('is over after twelve idle hours, and after seven days of use', async () => {
    const [idle, used] = [await house.as('Owen Hart'), await house.as('Owen Hart')];
    for (let hours = 0; hours < 7 * 24; hours += 6) {
      expect((await used.get('/api/session')).status).toBe(200);
      if (hours > 6) expect((await idle.get('/api/session')).status).toBe(401);
      house.clock.advance(6 * hour_ms);
      if (hours === 0) await house.as('Owen Hart');
    }
    expect((await used.get('/api/session')).status).toBe(401);
  });

  test('is one query for each request, and a write every five minutes only', async () => {
    const owen = await house.as('Owen Hart');
    const seen = async () => {
      await owen.get('/api/session');
      const rows = await house.database.owner.select({ at: sessions.seen_at }).from(sessions);
      return Math.max(...rows.map(({ at }) => at.getTime()));
    };
    const first = await seen();
    house.clock.advance(4 * 60_000);
    expect(await seen()).toBe(first);
    house.clock.advance(60_000);
    expect(await seen()).toBe(first + 5 * 60_000);
  });

  test('does nothing for the page of another site', async () => {
    const owen = await house.as('Owen Hart');
    const answer = await owen.delete('/api/session', { origin: 'https://evil.example' });
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/not_allowed' } });
    expect((await owen.get('/api/session', { origin: 'https://evil.example' })).status).toBe(200);
    const planted = await house.anyone.post('/api/session', maya, { origin: 'https://evil.example' });
    expect(planted.status).toBe(403);
  });
});

describe('one’s own password', () => {
  test('is changed by who knows the old one; her other sessions end', async () => {
    const [here, elsewhere] = [await house.as('Vera Lund'), await house.as('Vera Lund')];
    const wrong = await here.put('/api/session/password', { old: 'a guess', new: 'a long new password' });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'old' }] } });
    const right = await here.put('/api/session/password', { old: cast_password, new: 'a long new password' });
    expect(right).toMatchObject({ status: 200, body: { ended: 1 } });
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    const signIn = (password: string) => house.anyone.post('/api/session', { username: 'vera', password });
    expect((await signIn(cast_password)).status).toBe(401);
    expect((await signIn('a long new password')).status).toBe(201);
  });

  test('a school’s is not changed by those who do not keep its people', async () => {
    const maria = await house.as('Maria Santos');
    const answer = await maria.put('/api/session/password', {
      old: cast_password,
      new: 'a long new password',
    });
    expect(answer.status).toBe(404);
  });
});
