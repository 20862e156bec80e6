import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { noComparison, together, type Comparison } from '../../rules/statements/what-if.ts';
import { closeMonths } from './closing.ts';

let house: House;
let nadia: Client, grant: Client, joan: Client, priya: Client, maria: Client, maya: Client;
let alder: number;

/** The town's tickets are of November: the month is closed a day after it is over, once for two servers. */
const begun = new Date('2026-12-01T07:04:59Z');
const over = new Date('2026-12-02T18:00:00Z');
const close = () => closeMonths({ database: house.database, clock: () => house.clock.now });
const counted = async (table: string) =>
  (await house.database.pool.query(`select count(*)::integer as count from ${table}`)).rows[0]
    .count as number;

/** Everybody signs in: at the beginning, and again when weeks have passed. */
async function arrive(): Promise<void> {
  [nadia, grant, joan, priya, maria, maya] = (await Promise.all(
    (
      ['Nadia Petrov', 'Grant Bell', 'Joan Whitehorse', 'Priya Nair', 'Maria Santos', 'Maya Chen'] as const
    ).map(house.as),
  )) as [Client, Client, Client, Client, Client, Client];
}

beforeAll(async () => {
  house = await openHouse();
  await arrive();
  alder = (await grant.get('/api/session')).body.school.id;
});
afterAll(() => house.close());

describe('a month that runs', () => {
  test('is a preview, marked so, for who reads statements', async () => {
    const { body } = await nadia.get('/api/statements/2026-11');
    expect(body).toMatchObject({ month: '2026-11', name: 'November 2026', closed: null, school: null });
    const own = (await grant.get('/api/statements/2026-11')).body;
    expect(own.school.name).toBe('Alder Academy');
    const { count } = own.volumes.find(({ key }: { key: string }) => key === 'opened');
    expect(body.schools.find(({ name }: { name: string }) => name === 'Alder Academy').opened).toBe(count);
    expect((await nadia.get('/api/statements/2027-03')).status).toBe(404);
    expect((await nadia.get('/api/statements/2026-13')).status).toBe(422);
  });

  test('counts what was answered without a ticket when a day has passed over it', async () => {
    const answered = async (by: Client) => (await by.get('/api/statements/2026-11')).body.answered;
    const written = { kind: 'guide', audience: 'schools', title: 'The sheet', body: 'Print it.' };
    const { id } = (await nadia.post('/api/articles', { ...written, state: 'published' })).body;
    const says = () => maria.post(`/api/articles/${id}/uses`, { kind: 'solved_it', question: 'x' });
    const { now } = house.clock;
    await says();
    // In the last day of the month: it is counted in the next.
    house.clock.now = new Date('2026-11-30T22:00:00Z');
    await arrive();
    await says();
    expect(await answered(nadia)).toEqual({ name: 'Answered without a ticket', count: 1 });
    expect(await answered(grant)).toMatchObject({ count: 1 });
    house.clock.now = now;
    await arrive();
  });

  test('the list says when the first statement comes', async () => {
    const { body } = await grant.get('/api/statements');
    expect(body.running).toMatchObject({ month: '2026-11', closes: { at: '2026-12-01T07:00:00.000Z' } });
  });
});

describe('a month that is over', () => {
  test('is not closed before what began in it is written', async () => {
    house.clock.now = begun;
    expect(await close()).toEqual(new Date('2026-12-01T07:05:00Z'));
  });

  test('is closed once, by whichever server comes first, with the story and the bell', async () => {
    house.clock.now = over;
    await arrive();
    await Promise.all([close(), close()]);
    await close();
    const months = await counted('statement_months');
    expect(await counted('statements where school_id is null')).toBe(months);
    const { body } = await nadia.get('/api/statements');
    expect(body.items[0]).toMatchObject({ month: '2026-11', name: 'November 2026' });
    const bell = (await nadia.get('/api/notices?limit=100')).body.items;
    const told = bell.filter(({ month }: { month: string | null }) => month === '2026-11');
    expect(told).toMatchObject([{ ticket: null, words: 'The statement for November 2026 is there' }]);
    const { body: lines } = await nadia.get(`/api/schools/${alder}/history`);
    expect(JSON.stringify(lines)).toContain('The software closed the month November 2026');
  });

  test('the schools come to all, and the file and the paper have the same numbers', async () => {
    const { body } = await nadia.get('/api/statements/2026-11');
    expect(body.closed).not.toBeNull();
    const opened = body.volumes.find(({ key }: { key: string }) => key === 'opened');
    const sum = body.schools.reduce((all: number, each: { opened: number }) => all + each.opened, 0);
    expect(sum).toBe(opened.count);
    const seconds = body.waited.reduce((all: number, each: { seconds: number }) => all + each.seconds, 0);
    expect(seconds).toBe(body.waited_together.seconds);
    expect(body.breaches).toHaveLength(body.breach_count);
    const list = await nadia.get(`/api/tickets/counts?${new URLSearchParams(opened.query).toString()}`);
    expect(list.body.total).toBe(opened.count);
    const file = await nadia.get('/api/statements/2026-11/file?lang=fr');
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain(`Combien,Ouverts,${opened.count},`);
    expect(body.answered).toEqual({ name: 'Answered without a ticket', count: 1 });
    expect(file.body).toContain('Combien,Répondu sans billet,1,');
    expect((await grant.get('/api/statements/2026-11')).body.answered.count).toBe(1);
    const joans = (await joan.get('/api/session')).body.school.id;
    const other = await nadia.get(`/api/statements/2026-11?school=${joans}`);
    expect(other.body.answered.count).toBe(0);
    for (const { number, spent } of body.breaches)
      expect(file.body).toMatch(new RegExp(`\n${number},.*,${spent.seconds},`));
    const paper = await nadia.get('/api/statements/2026-11/paper');
    expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(paper.body.slice(0, 4)).toBe('%PDF');
  });

  test('says nothing of what was not counted when it was closed', async () => {
    await house.database.pool.query(`
      insert into statement_months (month, from_at, to_at, touched_at, closed_at)
      values ('2020-01', '2020-01-01', '2020-02-01', '2020-02-01', '2020-02-01')`);
    await house.database.pool.query(`
      insert into statements (month, school_id, numbers, measure)
      select '2020-01', school_id, numbers - 'answered', measure from statements where month = '2026-11'`);
    const { body } = await nadia.get('/api/statements/2020-01');
    expect(body.answered).toBeNull();
    expect((await nadia.get('/api/statements/2020-01/file')).body).not.toContain('Answered without');
  });

  test('does not change, whatever happens later', async () => {
    const before = (await nadia.get('/api/statements/2026-11')).body;
    const number = before.breaches[0]?.number ?? 1001;
    await nadia.patch(`/api/tickets/${number}`, { urgency: 'low' });
    const { version } = (await nadia.get('/api/igroup/settings')).body.time;
    const week = [{ weekday: 1, from_minute: 480, to_minute: 500 }];
    const { status } = await nadia.put('/api/igroup/time', { zone: 'America/Vancouver', week, version });
    expect(status).toBe(200);
    await close();
    const after = (await nadia.get('/api/statements/2026-11')).body;
    const numbers = ({ volumes, clocks, waited, by_priority, hours }: typeof after) => ({
      ...{ volumes, clocks, waited, by_priority, hours },
    });
    expect(numbers(after)).toEqual(numbers(before));
    await expect(
      house.database.pool.query("update statements set month = '2020-01' where month = '2026-11'"),
    ).rejects.toThrow('append-only');
  });
});

describe('whose it is', () => {
  test('a school’s lead and security contact read their own, whatever they ask for', async () => {
    const { body } = await grant.get('/api/statements/2026-11');
    expect(body.school).toEqual({ id: alder, name: 'Alder Academy' });
    expect(body.schools).toEqual([]);
    expect((await priya.get('/api/statements/2026-11')).body.school.id).toBe(alder);
    const asked = (await joan.get(`/api/statements/2026-11?school=${alder}`)).body;
    expect(asked.school.name).toBe('Birch Elementary');
    expect(JSON.stringify(asked)).not.toContain('Alder');
  });

  test('nobody else does: no member of a school, and nobody of the desk who sees no tickets about rights', async () => {
    for (const who of [maria, maya])
      for (const path of ['', '/2026-11', '/2026-11/file', '/2026-11/paper'])
        expect((await who.get(`/api/statements${path}`)).status).toBe(404);
    expect((await house.anyone.get('/api/statements')).status).toBe(401);
  });

  test('the newest is marked until she has looked at it', async () => {
    const fresh = async () => (await grant.get('/api/statements')).body.items[0].fresh as boolean;
    expect(await fresh()).toBe(true);
    for (const _ of [1, 2])
      expect((await grant.put('/api/statements/look', { month: '2026-11' })).status).toBe(200);
    await grant.put('/api/statements/look', { month: '2026-01' });
    expect(await fresh()).toBe(false);
  });
});

describe('what if', () => {
  const tried = async (body: object): Promise<Comparison> => {
    let sum = noComparison();
    for (let after: number | null = 0; after !== null;) {
      const { status, body: lot } = await nadia.post('/api/what-if', { ...body, after });
      expect(status).toBe(200);
      sum = together(sum, lot.comparison);
      after = lot.next;
    }
    return sum;
  };
  const span = { from: '2026-11-01', until: '2026-11-30', targets: null, week: null };
  const late = (comparison: Comparison, side: 'was' | 'would') =>
    Object.values(comparison).reduce(
      (all, each) => all + each.response[side].late + each.resolution[side].late,
      0,
    );

  test('what is tried stands beside what was, and nothing is kept', async () => {
    const begin = (await nadia.get('/api/what-if')).body;
    expect(begin.targets.P1).toEqual({ response: 30, resolution: 240 });
    const same = await tried(span);
    expect(late(same, 'would')).toBe(late(same, 'was'));
    const hard = Object.fromEntries(
      Object.keys(begin.targets).map(id => [id, { response: 1, resolution: 1 }]),
    );
    const comparison = await tried({ ...span, targets: hard });
    expect(late(comparison, 'was')).toBe(late(same, 'was'));
    expect(late(comparison, 'would')).toBeGreaterThan(late(comparison, 'was'));
  });

  test('another calendar is tried: days beside or in place of those that stand, and holidays that are worked', async () => {
    const day = (first_day: string, hours: object[] = []) => ({
      ...{ first_day, last_day: first_day, name: 'Study day', hours },
    });
    const open = async (more: object) => {
      const { status, body } = await nadia.post('/api/what-if', { ...span, until: '2026-11-20', ...more });
      expect(status).toBe(200);
      return (body.open.would.seconds - body.open.was.seconds) / 3600;
    };
    expect(await open({})).toBe(0);
    const days = [day('2026-11-17'), day('2026-11-18', [{ from_minute: 480, to_minute: 720 }])];
    expect(await open({ days: { how: 'added', days } })).toBe(-12);
    expect(await open({ worked: ['2026-11-11'] })).toBe(8);
    expect(await open({ days: { how: 'instead', days: [] }, worked: ['2026-11-11'] })).toBe(8);
    const { body } = await nadia.post('/api/what-if', { ...span, days: { how: 'added', days }, after: 1 });
    expect(body.open).toBe(null);
    // A desk that was hardly open has hardly been late.
    const all = [{ first_day: '2026-11-01', last_day: '2026-11-30', name: 'Closed', hours: [] }];
    const comparison = await tried({ ...span, days: { how: 'added', days: all } });
    expect(late(comparison, 'was')).toBeGreaterThan(0);
    expect(late(comparison, 'would')).toBeLessThan(late(comparison, 'was'));
    expect((await nadia.get('/api/what-if')).body.days).toEqual([]);
  });

  test('what cannot be is refused, and who does not coordinate knows nothing of it', async () => {
    const refused = async (more: object) => (await nadia.post('/api/what-if', { ...span, ...more })).status;
    expect(await refused({ until: '2026-10-01' })).toBe(422);
    expect(await refused({ from: '2020-10-01' })).toBe(422);
    expect(await refused({ from: '2027-10-01', until: '2027-10-02' })).toBe(422);
    expect(await refused({ week: [{ weekday: 1, from_minute: 500, to_minute: 400 }] })).toBe(422);
    const closed = { first_day: '2026-11-17', last_day: '2026-11-17', name: 'x', hours: [] };
    expect(await refused({ days: { how: 'added', days: [closed, closed] } })).toBe(422);
    expect(await refused({ days: { how: 'added', days: Array(41).fill(closed) } })).toBe(422);
    expect(await refused({ worked: ['2026-11-12'] })).toBe(422);
    for (const who of [grant, maya]) expect((await who.post('/api/what-if', span)).status).toBe(404);
  });
});

describe('the public page', () => {
  test('is off until a coordinator shows it, and hides what few tickets make', async () => {
    expect((await house.anyone.get('/api/how-fast')).status).toBe(404);
    const { body: off } = await nadia.get('/api/how-fast/publication');
    expect(off).toMatchObject({ shown: false, version: 0, can: { change: true } });
    expect((await maya.put('/api/how-fast/publication', { shown: true, version: 0 })).status).toBe(404);
    const { body: on } = await nadia.put('/api/how-fast/publication', { shown: true, version: 0 });
    expect(on).toMatchObject({ shown: true, said: { by: 'Nadia Petrov' } });
    expect((await nadia.put('/api/how-fast/publication', { shown: false, version: 0 })).status).toBe(409);
    const { status, body, headers } = await house.anyone.get('/api/how-fast');
    expect(status).toBe(200);
    expect(headers['set-cookie']).toBeUndefined();
    expect(body.priorities.map(({ key }: { key: string }) => key)).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(body.priorities[0].response).toEqual({ share: null, median: null });
    expect(JSON.stringify(body)).not.toContain('Alder');
    await nadia.put('/api/how-fast/publication', { shown: false, version: on.version });
    expect((await house.anyone.get('/api/how-fast')).status).toBe(404);
  });

  test('one address cannot ask without end', async () => {
    house.clock.advance(60_000);
    let last = 0;
    for (let times = 0; times <= 61; times++) last = (await house.anyone.get('/api/how-fast')).status;
    expect(last).toBe(429);
  });
});

test('the database by itself shows a school its own alone', async () => {
  const who = (
    await house.database.owner.execute<{ id: number; school_id: number }>(
      `select id, school_id from people where name = 'Joan Whitehorse'`,
    )
  ).rows[0]!;
  const actor = {
    ...actorOf({ side: 'system', job: 'test' }),
    role: 'firstline_school',
    settings: { 'app.actor': `person:${who.id}`, 'app.school_id': String(who.school_id) },
  };
  for (const table of ['statements', 'statement_breaches'])
    await house.database.transact(actor, async db => {
      const { rows } = await db.execute<{ school_id: number }>(`select distinct school_id from ${table}`);
      expect(rows.every(({ school_id }) => school_id === who.school_id)).toBe(true);
    });
});
