import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { sealers } from '#accounts/server/story/seals.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Access, AuditLine } from '../rules/audit.ts';

let house: House;
let maria: Client, maya: Client, grant: Client, arun: Client, leah: Client, nadia: Client;
let number: number;

beforeAll(async () => {
  house = await openHouse();
  [maria, maya, grant, arun, leah, nadia] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Grant Bell', 'Arun Patel', 'Leah Stone', 'Nadia Petrov'] as const).map(
      house.as,
    ),
  )) as [Client, Client, Client, Client, Client, Client];
  const opened = await maria.post('/api/tickets', {
    subject: 'Who reads this?',
    description: 'A question',
    category: 'pen',
    impact: 'one_person',
    urgency: 'low',
  });
  number = opened.body.number;
});
afterAll(() => house.close());

const accesses = async (as: Client): Promise<Access[]> =>
  (await as.get(`/api/accesses?ticket=${number}`)).body.items;
const log = async (query: string, as = arun): Promise<AuditLine[]> =>
  (await as.get(`/api/audit?${query}`)).body.items;

describe('who looked at a ticket', () => {
  test('is noted of the iGroup, once an hour for each way, and shown to the school’s lead', async () => {
    await maria.get(`/api/tickets/${number}`);
    for (let time = 0; time < 3; time++) await maya.get(`/api/tickets/${number}`);
    await maya.put(`/api/tickets/${number}/reading`, { reply: 1, note: 0 });
    expect(
      (await accesses(grant)).map(({ person, how, ticket }) => [person.name, how, ticket.subject]),
    ).toEqual([
      ['Maya Chen', 'opened', 'Who reads this?'],
      ['Maya Chen', 'loaded', 'Who reads this?'],
    ]);
    house.clock.advance(3_600_000);
    await maya.get(`/api/tickets/${number}`);
    expect(await accesses(grant)).toHaveLength(3);
  });

  test('with the files that were fetched, and those by a token', async () => {
    const { body: file } = await maria.upload('list.txt', 'names');
    const { body: ticket } = await maria.post(`/api/tickets/${number}/replies`, {
      text: 'Here',
      files: [file.id],
    });
    expect(ticket.number).toBe(number);
    await maya.get(`/api/files/${file.id}`);
    expect((await accesses(grant))[0]).toMatchObject({ how: 'file', person: { name: 'Maya Chen' } });
    expect((await log(`ticket=${number}&about=readings`))[0]).toMatchObject({
      kind: 'file',
      by_token: false,
      school: { name: 'Alder Academy' },
    });
  });

  test('a ticket inside is in the log, and never before the school’s lead', async () => {
    const { body: inside } = await nadia.post('/api/tickets', {
      subject: 'About Alder',
      description: 'x',
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
      school: (await grant.get('/api/schools')).body.items[0].id,
      inside: true,
    });
    await maya.get(`/api/tickets/${inside.number}`);
    expect((await log(`ticket=${inside.number}&about=readings`)).map(({ kind }) => kind)).toEqual(['loaded']);
    const { body } = await grant.get('/api/accesses?limit=200');
    expect(JSON.stringify(body)).not.toContain('About Alder');
    expect((await grant.get(`/api/accesses?ticket=${inside.number}`)).body.items).toEqual([]);
  });

  test('is not for others of the school, nor for another school', async () => {
    expect((await maria.get('/api/accesses')).status).toBe(404);
    expect((await maya.get('/api/accesses')).status).toBe(404);
    expect(
      (await (await house.as('Joan Whitehorse')).get(`/api/accesses?ticket=${number}`)).body.items,
    ).toEqual([]);
  });

  test('a line cannot be changed, nor written for somebody else', async () => {
    const { pool, owner } = house.database;
    await expect(pool.query(`update accesses set how = 'loaded'`)).rejects.toThrow('append-only');
    await expect(pool.query('delete from accesses')).rejects.toThrow('append-only');
    const { rows } = await pool.query(`select id from people where name = 'Ines Roy'`);
    const as = { role: 'firstline_desk', settings: { 'app.actor': `person:${rows[0].id + 1}` } };
    await expect(
      house.database.transact(as, db =>
        db.execute(`insert into accesses (position, at, ticket_number, person_id, how, hour)
          values (0, now(), ${number}, ${rows[0].id}, 'loaded', 1)`),
      ),
    ).rejects.toThrow();
    expect(owner).toBeDefined();
  });
});

describe('the audit log', () => {
  test('is for administrators and the privacy officer', async () => {
    expect((await arun.get('/api/audit')).status).toBe(200);
    expect((await leah.get('/api/audit')).status).toBe(200);
    for (const person of [maya, nadia, grant]) expect((await person.get('/api/audit')).status).toBe(404);
  });

  test('goes page by page through both logs, newest first, without a gap or a double', async () => {
    const all: AuditLine[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = (await arun.get(`/api/audit?limit=200${cursor && `&cursor=${cursor}`}`)) as {
        body: { items: AuditLine[]; next: string | null };
      };
      all.push(...body.items);
      cursor = body.next;
    }
    const { rows } = await house.database.pool.query(
      'select ((select count(*) from events) + (select count(*) from accesses) + (select count(*) from sign_ins))::integer as lines',
    );
    expect(all).toHaveLength(rows[0].lines);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const times = all.map(({ at }) => at.at);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('is asked for by what, by whom, of which school and between which days', async () => {
    const { body: added } = await arun.post('/api/teams', { name: 'Audited' });
    expect(added.items ?? added).toBeDefined();
    const [newest] = await log('about=settings&limit=1');
    expect(newest).toMatchObject({ kind: 'team_added', words: 'Arun Patel added a team', about: 'settings' });
    const by = await log(`person=${newest!.person!.id}`);
    expect(new Set(by.map(({ person }) => person?.name))).toEqual(new Set(['Arun Patel']));
    expect((await log('from=2020-01-01&until=2020-12-31')).length).toBe(0);
    expect((await arun.get('/api/audit?from=2026-02-02&until=2026-02-01')).status).toBe(422);
    expect((await arun.get('/api/audit?cursor=nonsense')).status).toBe(422);
  });

  test('has the desk’s shared words and lists too', async () => {
    const { body: list } = await nadia.post('/api/checklists', {
      name: 'Audited list',
      categories: [],
      items: [{ text: 'Look', required_before_solving: false }],
    });
    await nadia.patch(`/api/checklists/${list.id}`, { name: 'Renamed' });
    expect((await log('about=settings&limit=2')).map(({ words }) => words)).toEqual([
      'Nadia Petrov changed a checklist “Renamed”',
      'Nadia Petrov added a checklist “Audited list”',
    ]);
  });

  test('has who signed in and who was refused, with the user name where there is one', async () => {
    await house.anyone.post('/api/session', { username: 'maya', password: 'not the password' });
    const lines = await log('about=sign_ins&limit=5');
    expect(lines[0]).toMatchObject({
      about: 'sign_ins',
      kind: 'wrong_password',
      person: { name: 'Maya Chen' },
    });
    expect(lines[0]!.words).toMatch(/^Maya Chen was refused: wrong password/);
    expect(await log(`about=sign_ins&ticket=${number}`)).toEqual([]);
  });

  test('comes as a file, and that is told', async () => {
    const { body: text, status } = await arun.get('/api/audit/file?about=readings');
    expect(status).toBe(200);
    expect(text.split('\r\n').length).toBeGreaterThan(4);
    expect(text).toContain('Maya Chen looked at the ticket');
    expect((await log('about=exports&limit=1'))[0]).toMatchObject({ kind: 'audit_exported' });
  });

  test('says whether its seals hold, and which does not', async () => {
    const software = actorOf({ side: 'system', job: 'test' });
    for (const sealer of sealers) await readOn(house.database, software, sealer);
    const { body } = await leah.get('/api/audit/seals');
    expect(body).toMatchObject({
      hold: true,
      items: [
        { log: 'events', broken: null },
        { log: 'accesses', broken: null },
      ],
    });
    await house.database.pool.query(`alter table accesses disable trigger append_only;
      update accesses set how = 'file' where position = 1; alter table accesses enable trigger append_only`);
    const { body: after } = await arun.get('/api/audit/seals');
    expect(after).toMatchObject({
      hold: false,
      items: [{ broken: null }, { log: 'accesses', broken: body.items[1].up_to }],
    });
  });
});
