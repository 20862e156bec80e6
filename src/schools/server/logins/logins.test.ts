import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast_password } from '#testing/cast.ts';
import { clientOf, type Answer, type Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let nadia: Client;
const of: Record<string, number> = {};
beforeAll(async () => {
  house = await openHouse();
  nadia = await house.as('Nadia Petrov');
  for (const { id, code } of (await nadia.get('/api/schools')).body.items) of[code] = id;
});
afterAll(() => house?.close());

const signIn = (username: string, password: string, person?: number) =>
  house.anyone.post('/api/session', { username, password, person });
/** A browser with the cookies that an answer set. */
const browserOf = ({ headers }: Answer): Client =>
  clientOf(house.app, {
    cookie: [headers['set-cookie']]
      .flat()
      .map(line => String(line).split(';')[0])
      .join('; '),
  });
const makeLogin = (school: string, given: object = { lang: 'en' }) =>
  nadia.put(`/api/schools/${of[school]}/login`, given);
/** Signs in with a letter as the first of the school's people. */
async function arrive(username: string, password: string): Promise<Client> {
  const { people } = (await signIn(username, password)).body;
  return browserOf(await signIn(username, password, people[0].id));
}

describe('the letter', () => {
  test('is answered once with a password that nobody typed, and stands nowhere', async () => {
    const hannah = await house.as('Hannah de Vries');
    const joan = await house.as('Joan Whitehorse');
    const made = await makeLogin('CEDAR');
    expect(made).toMatchObject({ status: 200, body: { username: 'cedarbay' } });
    expect(Buffer.from(made.body.letter, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(made.headers['cache-control']).toBe('no-store');
    // The school signs in anew, no other does.
    expect((await hannah.get('/api/session')).status).toBe(401);
    expect((await joan.get('/api/session')).status).toBe(200);
    expect((await signIn('cedarbay', cast_password)).status).toBe(401);
    expect((await signIn('cedarbay', made.body.password)).status).toBe(200);
    for (const table of ['answered_requests', 'events', 'logins', 'drafts']) {
      const { rows } = await house.database.pool.query(`select t::text as row from ${table} t`);
      expect(rows.filter(({ row }) => row.includes(made.body.password))).toEqual([]);
    }
  });

  test('asked for again it is another one, and the first opens nothing', async () => {
    const once = { 'idempotency-key': 'letter' };
    const path = `/api/schools/${of['CEDAR']}/login`;
    const [first, second] = [
      await nadia.put(path, { lang: 'fr' }, once),
      await nadia.put(path, { lang: 'fr' }, once),
    ];
    expect(second.body.password).not.toBe(first.body.password);
    expect((await signIn('cedarbay', first.body.password)).status).toBe(401);
    expect((await signIn('cedarbay', second.body.password)).status).toBe(200);
  });

  test('is made by the keepers of schools alone, for a user name that is free', async () => {
    for (const name of ['Maya Chen', 'Priya Nair', 'Joan Whitehorse'] as const) {
      const somebody = await house.as(name);
      expect((await somebody.put(`/api/schools/${of['ALDER']}/login`, { lang: 'en' })).status).toBe(404);
      expect((await somebody.put('/api/school-logins', { schools: [of['ALDER']], lang: 'en' })).status).toBe(
        404,
      );
      expect((await somebody.get('/api/school-logins')).status).toBe(404);
    }
    expect((await makeLogin('ALDER', { lang: 'en', username: 'birch' })).body.errors[0].field).toBe(
      'username',
    );
    expect((await nadia.put('/api/schools/999999/login', { lang: 'en' })).status).toBe(404);
    expect((await makeLogin('ALDER', { lang: 'de' })).status).toBe(422);
  });
});

describe('the first sign-in', () => {
  test('opens nothing but the choice of another password, on no route', async () => {
    const { username, password } = (await makeLogin('DOGWD')).body;
    const wei = await arrive(username, password);
    expect((await wei.get('/api/session')).body).toMatchObject({ must_change: true });
    for (const name of house.app.routeNames.filter(each => each.includes('/api/'))) {
      const [method, path] = name.split(' ') as [string, string];
      if (
        /openapi|docs|setup|session|links|sign-on|public\/|\/documents\/|(emergency|igroup|how-fast)$/.test(
          path,
        )
      )
        continue;
      const url = path.replaceAll(/:\w+/g, '1');
      const { statusCode } = await house.app.inject({
        method: method as 'GET',
        url,
        headers: { host: 'localhost', origin: 'http://localhost', ...wei.headers },
      });
      // Where headers or body are looked at first, an empty request is refused before anybody is.
      expect([403, 412, 422].map(status => `${name} ${status}`)).toContain(`${name} ${statusCode}`);
    }
  });

  test('chooses it once: the others’ sessions end, and the letter opens nothing more', async () => {
    const { username, password } = (await makeLogin('DOGWD')).body;
    const [here, elsewhere] = [await arrive(username, password), await arrive(username, password)];
    const same = await here.put('/api/session/password', { new: password });
    expect(same).toMatchObject({ status: 422, body: { errors: [{ field: 'new' }] } });
    expect((await here.put('/api/session/password', { new: 'short' })).status).toBe(422);
    const chosen = await here.put('/api/session/password', { new: 'our very own words' });
    expect(chosen).toMatchObject({ status: 200, body: { ended: 1 } });
    expect((await elsewhere.put('/api/session/password', { new: 'somebody else’s words' })).status).toBe(401);
    expect((await here.get('/api/session')).body).toMatchObject({ must_change: false });
    expect((await here.get('/api/tickets')).status).toBe(200);
    expect((await signIn(username, password)).status).toBe(401);
    expect((await signIn(username, 'our very own words')).status).toBe(200);
    const { body } = await nadia.get(`/api/schools/${of['DOGWD']}/history`);
    expect(body.items[0].words).toMatch(/ chose the school’s password$/);
  });
});

describe('the school’s password', () => {
  test('is changed by the security contact or the lead, who know it; the school signs in anew', async () => {
    const [priya, grant, maria] = [
      await house.as('Priya Nair'),
      await house.as('Grant Bell'),
      await house.as('Maria Santos'),
    ];
    const change = { old: cast_password, new: 'our very own words' };
    expect((await maria.put('/api/session/password', change)).status).toBe(404);
    const without = await priya.put('/api/session/password', { new: change.new });
    expect(without).toMatchObject({ status: 422, body: { errors: [{ field: 'old' }] } });
    expect((await priya.put('/api/session/password', change)).status).toBe(200);
    expect((await priya.get('/api/session')).status).toBe(200);
    expect((await grant.get('/api/session')).status).toBe(401);
    expect((await maria.get('/api/session')).status).toBe(401);
    expect((await signIn('alder', 'our very own words')).status).toBe(200);
  });
});

describe('many schools at once', () => {
  const linesOf = ({ body }: Answer) =>
    String(body)
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));

  test('get one PDF, a page a letter, with how far it is; user names come from the codes', async () => {
    for (const code of ['OAK', 'BIRCH-2'])
      of[code] = (await nadia.post('/api/schools', { code, name: `${code} School` })).body.id;
    of['Stannes'] = (
      await nadia.post('/api/schools', { code: 'Stannes', name: 'Another St. Anne’s' })
    ).body.id;
    const schools = [of['OAK'], of['Stannes'], of['ESDIL']];
    const answer = await nadia.put('/api/school-logins', { schools, lang: 'fr' });
    const lines = linesOf(answer);
    expect(lines.slice(0, 3)).toEqual([1, 2, 3].map(made => ({ made, of: 3 })));
    expect(lines).toHaveLength(4);
    expect(lines[3].count).toBe(3);
    const text = Buffer.from(lines[3].letters, 'base64').toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(3);
    const { body } = await nadia.get('/api/school-logins');
    const found = (code: string) => body.items.find((each: { code: string }) => each.code === code);
    expect(found('OAK')).toMatchObject({ username: 'oak', login: 'letter', people: 0 });
    expect(found('Stannes')).toMatchObject({ username: 'stannes2', login: 'letter' });
    expect(found('ESDIL')).toMatchObject({ username: 'esdilagh', login: 'letter', people: 1 });
    expect(found('BIRCH')).toMatchObject({ username: 'birch', login: 'own', made: null, people: 2 });
    expect(found('BIRCH-2')).toMatchObject({ username: null, login: 'none' });
    const wave = await nadia.get('/api/school-logins?wave=none');
    expect(wave.body.items).toHaveLength(body.items.length);
  });

  test('are all of them or none', async () => {
    const before = (await nadia.get('/api/school-logins')).body;
    const schools = [of['OAK'], 999_999];
    expect((await nadia.put('/api/school-logins', { schools, lang: 'en' })).status).toBe(404);
    expect((await nadia.get('/api/school-logins')).body).toEqual(before);
  });
});
