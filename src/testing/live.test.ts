import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { gateOf } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import type { Client } from './client.ts';
import { openHouse, type House } from './house.ts';
import { listen } from './listener.ts';

let house: House;
let maria: Client, joan: Client, maya: Client;
const cookiesOf = ({ headers }: Client) => Object.fromEntries([headers['cookie']!.split('=')]);
const asked = { subject: 'Live', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };

beforeAll(async () => {
  house = await openHouse();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  [maria, joan, maya] = (await Promise.all(
    (['Maria Santos', 'Joan Whitehorse', 'Maya Chen'] as const).map(house.as),
  )) as [Client, Client, Client];
});
afterAll(() => house.close());

describe('live updates', () => {
  test('reach the school concerned and the desk, and no other school; a note reaches the desk alone', async () => {
    const [school, other, desk] = await Promise.all([maria, joan, maya].map(client => listen(house, client)));
    const { number } = (await maria.post('/api/tickets', asked)).body;
    await maya.post(`/api/tickets/${number}/notes`, { text: 'Inside.' });
    await maya.post(`/api/tickets/${number}/replies`, { text: 'Outside.' });
    await desk!.until(4); // opened, noted, take, replied
    await school!.until(3);
    expect(desk!.heard.map(event => event.kind)).toEqual(['opened', 'noted', 'take', 'replied']);
    expect(school!.heard.map(event => event.kind)).toEqual(['opened', 'take', 'replied']);
    expect(other!.heard).toEqual([]);
    expect(desk!.heard.every(event => event.ticket === number)).toBe(true);
    await Promise.all([school, other, desk].map(listener => listener!.cut()));
  });

  test('go on after a cut line by Last-Event-ID: nothing missed, nothing twice', async () => {
    const first = await listen(house, maya);
    const { number } = (await maria.post('/api/tickets', asked)).body;
    const [opened] = await first.until(1);
    await first.cut();
    for (const text of ['one', 'two', 'three']) await maria.post(`/api/tickets/${number}/replies`, { text });
    const second = await listen(house, maya, { 'last-event-id': String(opened!.id) });
    await second.until(3);
    await maria.post(`/api/tickets/${number}/replies`, { text: 'four' });
    const heard = await second.until(4);
    expect(heard.map(event => event.kind)).toEqual(['replied', 'replied', 'replied', 'replied']);
    const ids = heard.map(event => event.id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    await second.cut();
  });

  test('many at once arrive in the order of their numbers', async () => {
    const desk = await listen(house, maya);
    await Promise.all(Array.from({ length: 20 }, () => maria.post('/api/tickets', asked)));
    const ids = (await desk.until(20)).map(event => event.id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    await desk.cut();
  });

  test('do not keep a session alive: a page that is only open ends with it', async () => {
    const seen = async () =>
      (await house.database.pool.query('select max(seen_at) as at from sessions')).rows[0].at as Date;
    const before = await seen();
    house.clock.advance(11 * 3_600_000);
    const request = { method: 'GET', headers: maya.headers, cookies: cookiesOf(maya) } as never;
    const gate = gateOf({
      database: house.database,
      clock: () => house.clock.now,
      config: house.config,
      shut: () => undefined,
    });
    expect(await gate.identify(request, 'only open')).toMatchObject({ name: 'Maya Chen' });
    expect(await seen()).toEqual(before);
    house.clock.advance(2 * 3_600_000);
    expect(await gate.identify(request, 'only open')).toBeNull();
    house.clock.advance(-13 * 3_600_000);
  });

  test('carry what is true only now to those alone whom it is addressed to', async () => {
    const [school, other, desk] = await Promise.all([maria, joan, maya].map(client => listen(house, client)));
    const { number } = (await maria.post('/api/tickets', asked)).body;
    await maya.put(`/api/tickets/${number}/presence`, { doing: 'writing' });
    await maria.put(`/api/tickets/${number}/reading`, { reply: 1, note: 0 });
    await expect.poll(() => desk!.signals).toContain('presence');
    await expect.poll(() => school!.signals).toContain('reading');
    await maria.post(`/api/tickets/${number}/replies`, { text: 'After them.' });
    await school!.until(2); // what was sent before this has been heard
    expect(school!.signals).not.toContain('presence');
    expect(desk!.signals).not.toContain('reading');
    expect(other!.signals).toEqual([]);
    await Promise.all([school, other, desk].map(listener => listener!.cut()));
  });

  test('from a position that is still to come hear what happens now', async () => {
    const page = await listen(house, maya, { 'last-event-id': '999999999' });
    await maria.post('/api/tickets', asked);
    expect((await page.until(1))[0]!.kind).toBe('opened');
    await page.cut();
  });

  test('need a session', async () => {
    await expect(listen(house, house.anyone)).rejects.toThrow('401');
  });
});

// The embedded database has one session and one process: there nothing overlaps.
if ('server' in inject('town'))
  describe('several servers on one database', () => {
    test('a number is never lower than one that was committed before it was drawn', async () => {
      const who = { side: 'system', job: 'test' } as const;
      const record = (kind: string, before: Promise<void>) =>
        house.database.transact(actorOf(who), async db => {
          await db.execute('select 1'); // the transaction has begun
          await before;
          await recordDeed({ who, db, now: house.clock.now }, { kind, audience: 'desk' });
        });
      const desk = await listen(house, maya);
      let release = () => {};
      const early = record('began first', new Promise(settle => (release = settle)));
      await record('committed first', Promise.resolve());
      await desk.until(1);
      release();
      await early;
      expect((await desk.until(2)).map(event => event.kind)).toEqual(['committed first', 'began first']);
      await desk.cut();
    });

    test('what happens on one server is heard on another, and none of it twice', async () => {
      const other = await openHouse({ beside: house });
      await other.app.listen({ port: 0, host: '127.0.0.1' });
      const far = await listen(other, maya);
      const near = await listen(house, maya);
      const { number } = (await maria.post('/api/tickets', asked)).body;
      await (
        await other.as('Nadia Petrov')
      ).post(`/api/tickets/${number}/replies`, { text: 'From the other server.' });
      for (const listener of [far, near]) {
        expect((await listener.until(3)).map(event => event.kind)).toEqual(['opened', 'take', 'replied']);
        await listener.cut();
      }
      await other.close();
    });
  });
