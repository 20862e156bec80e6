import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CastName } from '#testing/cast.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { keepReviews } from '../reviews/starting.ts';

const day_ms = 86_400_000;
let house: House;
let at: Record<'nadia' | 'priya' | 'grant' | 'maria' | 'sam' | 'joan', Client>;
let alder: number;
let path: string;
const ids: Record<string, number> = {};
const people = async (who = at.priya) => (await who.get(path)).body;
const personOf = async (name: string) =>
  (await people(at.nadia)).items.find((each: { name: string }) => each.name === name);

beforeAll(async () => {
  house = await openHouse();
  const as = (name: CastName) => house.as(name);
  at = {
    nadia: await as('Nadia Petrov'),
    priya: await as('Priya Nair'),
    grant: await as('Grant Bell'),
    maria: await as('Maria Santos'),
    sam: await as('Sam Okoro'),
    joan: await as('Joan Whitehorse'),
  };
  alder = (await at.priya.get('/api/schools')).body.items[0].id;
  path = `/api/schools/${alder}/people`;
  for (const { id, name } of (await people()).items) ids[name] = id;
});
afterAll(() => house?.close());

describe('the list of a school’s people', () => {
  test('is kept by its security contact and lead, read by everybody there, closed to others', async () => {
    expect((await people()).can).toMatchObject({ add: true, propose: true, hand_over: false });
    expect((await people(at.maria)).can).toMatchObject({ add: false, propose: false });
    expect((await people(at.maria)).items[0]).toMatchObject({ can: { change: false, leave: false } });
    expect((await people(at.nadia)).can).toMatchObject({ add: true, hand_over: true });
    expect((await at.joan.get(path)).status).toBe(404);
    const given = { name: 'Noor Haddad', roles: ['member'] };
    expect((await at.maria.post(path, given)).status).toBe(404);
    expect((await at.joan.post(path, given)).status).toBe(404);
    for (const [who, name] of [
      [at.priya, 'Noor Haddad'],
      [at.grant, 'Zoë Ash'],
    ] as const) {
      const once = { 'idempotency-key': `add-${name.length}` };
      const added = await who.post(
        path,
        { ...given, name, email: 'noor@alder.ca', phone: '250 555 0101 ext 4' },
        once,
      );
      expect(added).toMatchObject({ status: 201, body: { name, email: 'noor@alder.ca', left: false } });
      expect(
        (await who.post(path, { ...given, name, email: 'noor@alder.ca', phone: '250 555 0101 ext 4' }, once))
          .body,
      ).toEqual(added.body);
      ids[name] = added.body.id;
    }
  });

  test.each([
    { email: 'not an address' },
    { phone: '12' },
    { phone: 'call me' },
    { name: '' },
    { roles: [] },
  ])('%j is refused', async wrong => {
    const field = Object.keys(wrong)[0];
    const given = { name: 'Somebody', roles: ['member'], ...wrong };
    expect((await at.priya.post(path, given)).body.errors[0].field).toBe(field);
  });

  test('one person is removed and her session ends at once; everybody else goes on', async () => {
    const zoe = `${path}/${ids['Zoë Ash']}`;
    expect((await at.maria.patch(`${path}/${ids['Maria Santos']}`, { left: true })).status).toBe(404);
    for (const _ of ['once', 'twice'])
      expect((await at.priya.patch(`${path}/${ids['Maria Santos']}`, { left: true })).body.left).toBe(true);
    expect((await at.maria.get('/api/session')).status).toBe(401);
    expect((await at.sam.get('/api/session')).status).toBe(200);
    expect((await at.grant.patch(`${path}/${ids['Maria Santos']}`, { left: false })).body.left).toBe(false);
    at.maria = await house.as('Maria Santos');
    expect((await at.priya.patch(zoe, { phone: null, name: 'Zoë Ashe' })).body).toMatchObject({
      name: 'Zoë Ashe',
      phone: null,
      email: 'noor@alder.ca',
    });
    const { body } = await at.nadia.get(`/api/schools/${alder}/history`);
    expect(body.items.map(({ words }: { words: string }) => words)).toContain(
      'Priya Nair noted that Maria Santos has left',
    );
  });

  test('the last lead and the last security contact stay, and that role is not given by a change', async () => {
    const refused = [
      await at.priya.patch(`${path}/${ids['Grant Bell']}`, { left: true }),
      await at.priya.patch(`${path}/${ids['Priya Nair']}`, { left: true }),
      await at.grant.patch(`${path}/${ids['Priya Nair']}`, { roles: ['member'] }),
      await at.grant.patch(`${path}/${ids['Maria Santos']}`, { roles: ['security_contact'] }),
      await at.grant.post(path, { name: 'Mallory', roles: ['security_contact'] }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await personOf('Grant Bell')).can.leave).toBe(true); // the coordinator may
    expect((await people()).items.find(({ name }: { name: string }) => name === 'Grant Bell').can).toEqual({
      change: true,
      leave: false,
    });
  });

  test('of the technical contacts one is first, the others her back-up (S12)', async () => {
    const sam = `${path}/${ids['Sam Okoro']}`;
    const noor = `${path}/${ids['Noor Haddad']}`;
    expect((await personOf('Sam Okoro')).backup).toBe(false);
    expect((await at.priya.patch(noor, { roles: ['technical_contact'] })).body.backup).toBe(true);
    expect((await at.priya.patch(noor, { backup: false })).body.backup).toBe(false);
    expect((await personOf('Sam Okoro')).backup).toBe(true);
    expect((await at.priya.patch(sam, { backup: false })).body.backup).toBe(false);
    expect((await personOf('Noor Haddad')).backup).toBe(true);
    expect((await at.priya.patch(noor, { roles: ['member'] })).body.backup).toBe(false);
    expect((await at.priya.patch(noor, { backup: true })).body.errors[0].field).toBe('backup');
  });

  test(
    'with the code’s wall down the database keeps a school from another’s people and from the iGroup’s',
    { timeout: 60_000 },
    async () => {
      const bare = await openHouse({ walls: { code: false, database: true } });
      try {
        const joan = await bare.as('Joan Whitehorse');
        expect((await joan.post(path, { name: 'Mallory', roles: ['lead'] })).status).toBe(404);
        await expect(
          bare.database.transact({ role: 'firstline_school', settings: { 'app.school_id': '1' } }, db =>
            db.execute(
              `insert into people (name, roles, created_at) values ('Mallory', '{administrator}', now())`,
            ),
          ),
        ).rejects.toThrow();
        const { rowCount } = await bare.database.transact(
          { role: 'firstline_school', settings: { 'app.school_id': '1' } },
          db =>
            db.execute(
              `update people set roles = '{administrator}' where school_id is null or school_id <> 1`,
            ),
        );
        expect(rowCount).toBe(0);
      } finally {
        await bare.close();
      }
    },
  );
});

describe('the role of security contact', () => {
  const propose = (who: Client, to: string, more = {}) =>
    who.post(`/api/schools/${alder}/handovers`, { to: ids[to], ...more });
  const answer = (who: Client, id: number, said: string) =>
    who.post(`/api/schools/${alder}/handovers/${id}/answer`, { answer: said });

  test('is handed over by two who agree, once', async () => {
    expect((await propose(at.grant, 'Maria Santos')).status).toBe(403);
    expect((await propose(at.priya, 'Priya Nair')).status).toBe(422);
    const { body } = await propose(at.priya, 'Maria Santos');
    const { id } = body.handover;
    expect(body.handover).toMatchObject({
      to: { name: 'Maria Santos' },
      can: { answer: false, withdraw: true },
    });
    expect((await propose(at.priya, 'Sam Okoro')).status).toBe(409);
    expect((await people(at.maria)).handover.can).toEqual({ answer: true, withdraw: false });
    for (const [who, said] of [
      [at.grant, 'accept'],
      [at.priya, 'accept'],
      [at.maria, 'withdraw'],
      [at.joan, 'accept'],
    ] as const)
      expect((await answer(who, id, said)).status).toBe(404);
    expect((await answer(at.maria, id, 'accept')).body.handover).toBeNull();
    expect((await answer(at.maria, id, 'accept')).status).toBe(404);
    expect((await personOf('Maria Santos')).roles).toEqual(['member', 'security_contact']);
    expect((await personOf('Priya Nair')).roles).toEqual(['member']);
    expect((await at.priya.post(path, { name: 'Mallory', roles: ['member'] })).status).toBe(404);
    expect((await at.maria.get('/api/session')).body.can.keep_people).toBe(true);
  });

  test('is declined, withdrawn, or no longer offered after fourteen days', async () => {
    const first = (await propose(at.maria, 'Priya Nair')).body.handover.id;
    expect((await answer(at.priya, first, 'decline')).status).toBe(200);
    const second = (await propose(at.maria, 'Priya Nair')).body.handover.id;
    expect((await answer(at.maria, second, 'withdraw')).status).toBe(200);
    const third = (await propose(at.maria, 'Priya Nair')).body.handover.id;
    await house.database.pool.query(`update handovers set expires_at = $1 where id = $2`, [
      house.clock.now,
      third,
    ]);
    expect((await answer(at.priya, third, 'accept')).status).toBe(404);
    expect((await people()).handover).toBeNull();
    expect((await propose(at.maria, 'Priya Nair')).status).toBe(200);
  });

  test('is handed over by the coordinator where the person is gone, with a reason', async () => {
    expect((await propose(at.nadia, 'Priya Nair')).body.errors[0].field).toBe('reason');
    const done = await propose(at.nadia, 'Priya Nair', { reason: 'Maria is on leave' });
    expect(done.body.handover).toBeNull();
    expect((await personOf('Priya Nair')).roles).toContain('security_contact');
    expect((await personOf('Maria Santos')).roles).toEqual(['member']);
    const words = (await at.nadia.get(`/api/schools/${alder}/history`)).body.items.map(
      (line: { words: string }) => line.words,
    );
    expect(words[0]).toBe('Nadia Petrov made Priya Nair the security contact: Maria is on leave');
    expect(words).toContain('Maria Santos accepted to be the security contact');
  });
});

describe('the access review', () => {
  const review = async () => (await people()).review;
  const say = (who: Client, id: number, name: string, said: string) =>
    who.post(`/api/schools/${alder}/reviews/${id}/answers`, { person: ids[name], answer: said });
  const start = (schools = [alder]) => at.nadia.post('/api/reviews', { schools });

  test('is begun once, answered by who keeps the list, and over with the last answer', async () => {
    expect((await at.priya.post('/api/reviews', { schools: [alder] })).status).toBe(404);
    expect((await start()).body).toEqual({ begun: 1 });
    expect((await start()).body).toEqual({ begun: 0 });
    house.clock.advance(60_000);
    const { id, people: asked, due, answered } = await review();
    expect({ answered, late: (await review()).late }).toEqual({ answered: 0, late: false });
    expect(due.day > house.clock.now.toISOString().slice(0, 10)).toBe(true);
    expect((await people(at.maria)).review.can.answer).toBe(false);
    expect((await say(at.maria, id, 'Sam Okoro', 'stays')).status).toBe(404);
    expect((await say(at.joan, id, 'Sam Okoro', 'stays')).status).toBe(404);
    expect((await say(at.priya, id, 'Grant Bell', 'gone')).status).toBe(403);
    expect((await say(at.priya, id, 'Zoë Ash', 'gone')).status).toBe(200);
    await at.priya.patch(`${path}/${ids['Noor Haddad']}`, { phone: '250 555 0199' });
    for (const { name } of asked.filter(
      ({ id: each }: { id: number }) => ![ids['Zoë Ash'], ids['Noor Haddad']].includes(each),
    ))
      expect((await say(at.priya, id, name, 'stays')).status).toBe(200);
    expect(await review()).toBeNull();
    expect((await personOf('Zoë Ashe')).left).toBe(true);
    const line = (await at.nadia.get('/api/school-logins')).body.items.find(
      (each: { id: number }) => each.id === alder,
    );
    expect(line.review).toMatchObject({ state: 'confirmed', answered: asked.length, of: asked.length });
  });

  test('lets expire who was not confirmed, but nobody who keeps the list; it can be put right', async () => {
    expect((await start()).body).toEqual({ begun: 1 });
    const { id, due } = await review();
    await say(at.priya, id, 'Maria Santos', 'stays');
    const after = new Date(new Date(`${due.day}T20:00:00Z`).getTime());
    await keepReviews(house.database, after);
    expect((await review()).id).toBe(id);
    for (const _ of ['once', 'twice']) await keepReviews(house.database, new Date(after.getTime() + day_ms));
    const left = (await people()).items.filter((each: { left: boolean }) => each.left);
    const names = left.map(({ name }: { name: string }) => name).sort();
    expect(names).toEqual(['Noor Haddad', 'Sam Okoro', 'Zoë Ashe']);
    expect((await at.sam.get('/api/session')).status).toBe(401);
    expect((await at.grant.get('/api/session')).status).toBe(200);
    expect((await at.priya.patch(`${path}/${ids['Sam Okoro']}`, { left: false })).body.left).toBe(false);
    const { rows } = await house.database.pool.query(
      `select kind, count(*)::integer as n from events where kind in ('person_expired', 'review_expired') group by kind order by kind`,
    );
    expect(rows).toEqual([
      { kind: 'person_expired', n: 2 },
      { kind: 'review_expired', n: 1 },
    ]);
  });

  test('begins by itself in September of the school’s own zone, once a school year', async () => {
    const begun = async () =>
      (await house.database.pool.query('select count(*)::integer as n from reviews where school_year = 2027'))
        .rows[0].n;
    await keepReviews(house.database, new Date('2027-09-01T06:59:00Z'));
    expect(await begun()).toBe(0);
    for (const time of ['2027-09-01T07:01:00Z', '2027-09-01T08:01:00Z', '2027-09-20T08:01:00Z'])
      await keepReviews(house.database, new Date(time));
    expect(await begun()).toBe(10);
    await keepReviews(house.database, new Date('2028-06-01T07:01:00Z'));
    expect((await house.database.pool.query('select 1 from reviews where ended_at is null')).rows).toEqual(
      [],
    );
  });
});
