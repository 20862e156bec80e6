import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { measure } from '#testing/measured.ts';
import { sql } from 'drizzle-orm';
import { category_ids } from '../../rules/categories.ts';
import { courts, state_ids } from '../../rules/lifecycle.ts';
import { groups, turned_sorts, viewsOf } from '../../rules/lists/order.ts';
import { age_ranges, answer_ranges } from '../../rules/lists/ranges.ts';
import { priorities } from '../../rules/priority.ts';
import type { View } from '../../rules/lists/view.ts';

let house: House;
let maya: Client, ines: Client, nadia: Client, maria: Client;

beforeAll(async () => {
  house = await openHouse();
  await measure(house);
  [maya, ines, nadia, maria] = (await Promise.all(
    (['Maya Chen', 'Ines Roy', 'Nadia Petrov', 'Maria Santos'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
});
afterAll(() => house.close());

const names = async (by: Client): Promise<string[]> =>
  (await by.get('/api/views')).body.items.map(({ name }: View) => name);

async function save(by: Client, name: string, more: object = {}): Promise<View> {
  const { status, body } = await by.post('/api/views', { name, query: {}, ...more });
  expect(status).toBe(201);
  return body;
}

describe('a view', () => {
  test('is kept for its person alone until it is shared, and says what one may do with it', async () => {
    const query = { category: 'report_cards', sort: '-opened', group: 'school', columns: 'number,subject' };
    const view = await save(maya, '  Report cards ', { query });
    expect(view).toMatchObject({
      name: 'Report cards',
      shared: false,
      query,
      can: { change: true, share: true },
    });
    expect(await names(maya)).toContain('Report cards');
    expect(await names(ines)).not.toContain('Report cards');
    expect((await ines.patch(`/api/views/${view.id}`, { name: 'Mine now' })).status).toBe(404);
    expect((await ines.delete(`/api/views/${view.id}`)).status).toBe(404);

    expect((await maya.patch(`/api/views/${view.id}`, { shared: true })).body.shared).toBe(true);
    const seen = (await ines.get('/api/views')).body.items.find(({ id }: View) => id === view.id);
    expect(seen).toMatchObject({ owner: { name: 'Maya Chen' }, can: { change: false, share: false } });
    const refused = await ines.patch(`/api/views/${view.id}`, { name: 'Mine now' });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('Maya Chen');

    expect((await maya.patch(`/api/views/${view.id}`, { shared: false })).status).toBe(200);
    expect(await names(ines)).not.toContain('Report cards');
  });

  test('that is shared may be changed and removed by a coordinator, but not taken from its owner', async () => {
    const view = await save(maya, 'For all', { shared: true });
    const changed = await nadia.patch(`/api/views/${view.id}`, {
      name: 'For us all',
      query: { priority: 'P1' },
    });
    expect(changed.body).toMatchObject({ name: 'For us all', can: { change: true, share: false } });
    expect((await nadia.patch(`/api/views/${view.id}`, { shared: false })).status).toBe(403);
    expect((await nadia.delete(`/api/views/${view.id}`)).status).toBe(200);
    expect(await names(maya)).not.toContain('For us all');
    expect((await nadia.patch(`/api/views/${view.id}`, { removed: false })).status).toBe(200);
    expect(await names(ines)).toContain('For us all');
    const own = await save(maya, 'Not for Nadia');
    expect((await nadia.patch(`/api/views/${own.id}`, { name: 'x' })).status).toBe(404);
  });

  test('that is removed twice is removed once, is no more, and comes back as it was', async () => {
    const view = await save(ines, 'Short-lived', { query: { court: 'desk' } });
    for (const _ of [1, 2]) expect((await ines.delete(`/api/views/${view.id}`)).status).toBe(200);
    expect(await names(ines)).not.toContain('Short-lived');
    expect((await ines.patch(`/api/views/${view.id}`, { name: 'x' })).status).toBe(404);
    expect((await ines.patch(`/api/views/${view.id}`, { removed: false })).body).toEqual(view);
  });

  test('has a name of its own: not one that the same person has, nor too long a one', async () => {
    const first = await save(ines, 'Twice');
    const again = await ines.post('/api/views', { name: 'twice', query: {} });
    expect(again.status).toBe(422);
    expect(again.body.errors[0]).toMatchObject({ field: 'name' });
    const other = await save(ines, 'Once');
    expect((await ines.patch(`/api/views/${other.id}`, { name: 'TWICE' })).status).toBe(422);
    expect((await ines.patch(`/api/views/${first.id}`, { name: 'TWICE' })).status).toBe(200);
    await save(maya, 'Twice');
    expect((await ines.post('/api/views', { name: 'x'.repeat(61), query: {} })).status).toBe(422);
    expect((await ines.post('/api/views', { name: ' ', query: {} })).status).toBe(422);
    expect((await ines.post('/api/views', { name: 'Bad', query: { state: 'gone' } })).status).toBe(422);
    await ines.delete(`/api/views/${first.id}`);
    await save(ines, 'Twice');
    expect((await ines.patch(`/api/views/${first.id}`, { removed: false })).status).toBe(422);
  });

  test('is one of fifty at most', async () => {
    const owen = await house.as('Owen Hart');
    for (let made = 0; made < 50; made++) await save(owen, `View ${made}`);
    const { status, body } = await owen.post('/api/views', { name: 'One more', query: {} });
    expect(status).toBe(409);
    expect(body.detail).toContain('50');
  });

  test('drops what no longer exists when it is read', async () => {
    const view = await save(maya, 'Of old', { query: { school: '1,999999', assignee: 'none,888888' } });
    expect(view.query).toEqual({ school: '1', assignee: 'none' });
    await house.database.owner.execute(
      sql`update views set query = '{"category": "attendance,gone", "mood": "bad"}' where id = ${view.id}`,
    );
    const { body } = await maya.get('/api/views');
    expect(body.items.find(({ id }: View) => id === view.id).query).toEqual({ category: 'attendance' });
  });

  test('is nothing to a school', async () => {
    for (const path of ['/api/views', '/api/views/counts']) expect((await maria.get(path)).status).toBe(404);
    expect((await maria.post('/api/views', { name: 'x', query: {} })).status).toBe(404);
  });
});

test('the database by itself hides a person’s own view from others, and shared ones from their pens', async () => {
  const own = await save(maya, 'Behind the wall');
  const shared = await save(maya, 'Before the wall', { shared: true });
  const idOf = async (name: string) =>
    (await house.database.pool.query(`select id from people where name = $1`, [name])).rows[0].id as number;
  const as = async (name: string, statement: (id: number) => ReturnType<typeof sql>, id: number) => {
    const person = { side: 'desk', person_id: await idOf(name), roles: [] } as unknown as Parameters<
      typeof actorOf
    >[0];
    return house.database.transact(actorOf(person), async db => (await db.execute(statement(id))).rowCount);
  };
  const read = (id: number) => sql`select from views where id = ${id}`;
  const write = (id: number) => sql`update views set name = name || '!' where id = ${id}`;
  expect([await as('Maya Chen', read, own.id), await as('Maya Chen', write, own.id)]).toEqual([1, 1]);
  expect([await as('Ines Roy', read, own.id), await as('Ines Roy', write, own.id)]).toEqual([0, 0]);
  expect([await as('Ines Roy', read, shared.id), await as('Ines Roy', write, shared.id)]).toEqual([1, 0]);
  expect([await as('Nadia Petrov', write, own.id), await as('Nadia Petrov', write, shared.id)]).toEqual([
    0, 1,
  ]);
});

describe('counts', () => {
  beforeAll(async () => {
    const both = (name: string) => ({ en: name, fr: name });
    const field = { name: both('x'), categories: ['report_cards', 'attendance'] };
    await nadia.post('/api/fields', { ...field, kind: 'checkbox' });
    await nadia.post('/api/fields', { ...field, kind: 'choice', choices: ['Draft', 'Final'].map(both) });
    const { items } = (await nadia.get('/api/tickets?limit=100&category=report_cards,attendance')).body;
    for (const [index, { number }] of (items as { number: number }[]).entries())
      await nadia.patch(`/api/tickets/${number}`, { fields: { 1: index % 2 === 0, 2: 'final' } });
  });

  test('of the built-in views are those of their lists', async () => {
    const { body } = await maya.get('/api/views/counts');
    for (const { id, query } of viewsOf(false)) {
      const { body: list } = await maya.get(
        `/api/tickets?limit=100&offset=0&${new URLSearchParams(query).toString()}`,
      );
      expect(`${id} ${body.built_in[id]}`).toBe(`${id} ${list.items.length}`);
    }
  });

  const several = <T extends string>(values: readonly T[]) =>
    fc.option(
      fc.subarray([...values], { minLength: 1 }).map(chosen => chosen.join(',')),
      { nil: undefined },
    );
  const queries = fc.record({
    state: several([...state_ids, 'open', 'ended', 'all']),
    court: several(courts),
    assignee: several(['me', 'none', '12']), // Maya Chen
    team: several(['mine', 'none', '1']),
    school: several(['1', '2', '3']),
    category: several(category_ids),
    priority: several(priorities),
    tag: several(['1', '2', '3']),
    inside: several(['yes', 'no']),
    field: several(['1:yes', '2:final', '2:draft', '3:yes']),
    snoozed: several(['me', 'none']),
    followed: several(['me']),
    age: several([...age_ranges, '3-3']),
    opened: several(['today', 'last_7_days', '2026-11-16..2026-11-20']),
    resolved: several(['last_30_days', '2026-11-20']),
    first_answer: several(['none', ...answer_ranges]),
    q: fc.constantFrom(undefined, 're', 'report card', '1003', '—'),
    sort: fc.option(fc.constantFrom(...turned_sorts), { nil: undefined }),
    group: fc.option(fc.constantFrom(...groups), { nil: undefined }),
  });

  test('of a view are the length of its list and the sum of its groups, whatever is asked', async () => {
    for (const [number, ...add] of [
      [1001, 'a', 'b'],
      [1002, 'b'],
      [1004, 'c'],
      [1007, 'a'],
    ] as const)
      await maya.put(`/api/tickets/${number}/tags`, { add });
    const { id } = await save(nadia, 'Whatever');
    await nadia.post('/api/teams', { name: 'Access', people: [12] });
    for (const number of [1003, 1004]) await maya.put(`/api/tickets/${number}/assignment`, { team: 1 });
    const { id: me } = (await nadia.get('/api/session')).body.person;
    for (const number of [1001, 1003, 1006]) await nadia.put(`/api/tickets/${number}/followers/${me}`, {});
    for (const number of [1003, 1008, 1011])
      await nadia.put(`/api/tickets/${number}/snooze`, { until: 'tomorrow' });
    await fc.assert(
      fc.asyncProperty(queries, fc.constantFrom(...groups), async (query, by) => {
        const { status, body: kept } = await nadia.patch(`/api/views/${id}`, { query });
        expect(status).toBe(200);
        // The list that the view opens: without what does not exist, such as an agent 8, who is a school's person.
        const given = Object.entries(kept.query as Record<string, string>);
        const { body: counts } = await nadia.get('/api/views/counts');
        const { body: list } = await nadia.get(
          `/api/tickets?limit=100&offset=0&${new URLSearchParams(given).toString()}`,
        );
        const filters = given.filter(([name]) => name !== 'sort' && name !== 'group');
        const { body: parts } = await nadia.get(
          `/api/tickets/groups?by=${by}&${new URLSearchParams(filters).toString()}`,
        );
        const sum = parts.items.reduce((total: number, item: { count: number }) => total + item.count, 0);
        expect({ view: counts.stored[id], groups: sum }).toEqual({
          view: list.items.length,
          groups: list.items.length,
        });
      }),
      { numRuns: 60 },
    );
  });
});
