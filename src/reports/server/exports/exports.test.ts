import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStorage, type Storage } from '#platform/files/storage.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Export } from '../../rules/exports/export.ts';
import { exportWaiting, tidyExports } from './writing.ts';

let house: House;
let storage: Storage;
let maya: Client, nadia: Client, maria: Client;

beforeAll(async () => {
  house = await openHouse();
  [maya, nadia, maria] = (await Promise.all(
    (['Maya Chen', 'Nadia Petrov', 'Maria Santos'] as const).map(house.as),
  )) as [Client, Client, Client];
  storage = await openStorage(`${house.config.data_dir}/exports`);
});
afterAll(() => house.close());

const grounds = (more: object = {}) => ({
  database: house.database,
  storage,
  clock: () => house.clock.now,
  ...more,
});
const throwIt = (error: unknown) => {
  throw error;
};
const write = () => exportWaiting(grounds(), throwIt);

const asked = {
  name: 'All of them',
  format: 'json',
  query: { state: 'all' },
  columns: ['number', 'subject'],
};
async function ask(by: Client, more: object = {}): Promise<Export> {
  const { status, body } = await by.post('/api/exports', { ...asked, ...more });
  expect(status).toBe(201);
  return body;
}
const fileOf = async (by: Client, { id }: Export) => by.get(`/api/exports/${id}/file`);
const one = async (by: Client, { id }: Export): Promise<Export> => (await by.get(`/api/exports/${id}`)).body;
const onDisk = () => storage.list();

describe('an export', () => {
  test('that holds tickets about rights is there only while its person keeps rights', async () => {
    const [ines, priya, arun] = (await Promise.all(
      (['Ines Roy', 'Priya Nair', 'Arun Patel'] as const).map(house.as),
    )) as [Client, Client, Client];
    const day = house.clock.now.toISOString().slice(0, 10);
    const wish = { action: 'add', name: 'Jo Park', kind: 'marks', why: 'Report cards.', from: day };
    await priya.post('/api/rights/requests', wish);
    const [with_rights, without] = [
      await ask(ines, { query: { state: 'all', request: 'rights' } }),
      await ask(ines, { query: { state: 'all', request: 'none' } }),
    ];
    await write();
    expect((await fileOf(ines, with_rights)).status).toBe(200);
    const { items } = (await arun.get('/api/agents')).body;
    const path = `/api/agents/${items.find((each: { name: string }) => each.name === 'Ines Roy').id}`;
    await arun.patch(path, { roles: ['agent'] });
    expect((await fileOf(ines, with_rights)).status).toBe(404);
    expect((await ines.get(`/api/exports/${with_rights.id}`)).status).toBe(404);
    const left = (await ines.get('/api/exports')).body.items.map(({ id }: Export) => id);
    expect(left).toContain(without.id);
    expect(left).not.toContain(with_rights.id);
    expect((await fileOf(ines, without)).status).toBe(200);
    await arun.patch(path, { roles: ['agent', 'rights_keeper'] });
    expect((await fileOf(ines, with_rights)).status).toBe(200);
  });

  const lists: Record<string, string>[] = [
    { state: 'all' },
    { state: 'all', sort: '-school', group: 'category' },
    { school: '1', q: 're' },
    { assignee: 'me' },
  ];
  test.each(lists)('holds exactly the list of %j in its order', async query => {
    const made = await ask(maya, { query });
    expect(made).toMatchObject({ state: 'waiting', total: null, size: null });
    expect((await fileOf(maya, made)).status).toBe(404);
    await write();
    const address = new URLSearchParams(query).toString();
    const { body: list } = await maya.get(`/api/tickets?limit=100&offset=0&${address}`);
    const numbers = list.items.map(({ number }: { number: number }) => number);
    const file = await fileOf(maya, made);
    expect(file.body.map(({ number }: { number: number }) => number)).toEqual(numbers);
    expect(await one(maya, made)).toMatchObject({
      state: 'ready',
      done: numbers.length,
      total: numbers.length,
      size: Number(file.headers['content-length']),
    });
  });

  test('as CSV is a file to save, in the language of who asked for it', async () => {
    const fr = { 'accept-language': 'fr' };
    const columns = ['number', 'state', 'opened'];
    const { body: made } = await maya.post('/api/exports', { ...asked, format: 'csv', columns }, fr);
    await write();
    const { headers, body } = await fileOf(maya, made);
    expect(body).toContain('Numéro,État,Ouvert,"Ouvert, en mots"');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('All%20of%20them%202026-11-23.csv');
    expect(headers['cache-control']).toBe('private, no-store');
  });

  test('is its person’s alone, and nothing to a school', async () => {
    const made = await ask(maya);
    await write();
    const path = `/api/exports/${made.id}`;
    for (const other of [nadia, maria]) {
      for (const each of [path, `${path}/file`]) expect((await other.get(each)).status).toBe(404);
      expect((await other.delete(path)).status).toBe(404);
    }
    expect((await nadia.get('/api/exports')).body.items).toEqual([]);
    expect((await maria.get('/api/exports')).status).toBe(404);
    expect((await maria.post('/api/exports', asked)).status).toBe(404);
    expect((await fileOf(maya, made)).status).toBe(200);
  });

  test('is a line of the story for the desk: who, what and how many', async () => {
    const made = await ask(nadia, { query: { school: '1', state: 'all' } });
    await write();
    const { done } = await one(nadia, made);
    const { rows } = await house.database.pool.query(
      `select e.kind, e.audience, e.facts, p.name from events e join people p on p.id = e.person_id
       order by position desc limit 1`,
    );
    expect(rows[0]).toEqual({
      kind: 'exported',
      audience: 'desk',
      name: 'Nadia Petrov',
      facts: {
        count: done,
        format: 'json',
        columns: 'number,subject',
        query: '{"state":"all","school":"1"}',
      },
    });
  });

  test('that is cancelled while it is written leaves no file and no line', async () => {
    const made = await ask(maya);
    const before = await onDisk();
    let looks = 0;
    const cancelling = async () => {
      if (++looks === 2) expect((await maya.delete(`/api/exports/${made.id}`)).status).toBe(200);
    };
    await exportWaiting(grounds({ storage: { ...storage, keep: watched(cancelling) } }), throwIt);
    expect(await one(maya, made)).toMatchObject({ state: 'cancelled', size: null });
    expect((await fileOf(maya, made)).status).toBe(404);
    expect((await onDisk()).sort()).toEqual(before.sort());
    expect(await readdir(`${house.config.data_dir}/exports/arriving`)).toEqual([]);
  });

  /** Keeps as the disk does, and tells of each piece before it is taken. */
  const watched =
    (told: () => Promise<void>): Storage['keep'] =>
    content =>
      storage.keep(
        content.compose(async function* (pieces: AsyncIterable<Buffer>) {
          for await (const piece of pieces) {
            await told();
            yield piece;
          }
        }) as typeof content,
      );

  test('that a stopped server left is begun anew, and one of a crashed server after a minute', async () => {
    const made = await ask(maya);
    let looks = 0;
    await exportWaiting(grounds({ stopped: () => ++looks > 1 }), throwIt);
    expect((await one(maya, made)).state).toBe('waiting');
    await house.database.pool.query('update exports set touched_at = $1 where id = $2', [
      house.clock.now,
      made.id,
    ]);
    await write();
    expect((await one(maya, made)).state).toBe('running');
    house.clock.advance(61_000);
    await write();
    expect((await one(maya, made)).state).toBe('ready');
  });

  test('that fails says so, and is no file', async () => {
    const made = await ask(maya);
    const keep = () => Promise.reject(new Error('the disk is full'));
    const errors: unknown[] = [];
    await exportWaiting(grounds({ storage: { ...storage, keep } }), error => errors.push(error));
    expect(errors).toEqual([new Error('the disk is full')]);
    expect((await one(maya, made)).state).toBe('failed');
    expect((await fileOf(maya, made)).status).toBe(404);
  });

  test('that is removed is gone, row and file, and twice is once', async () => {
    const made = await ask(nadia, { columns: ['number', 'requester'] });
    await write();
    const before = await onDisk();
    expect((await nadia.delete(`/api/exports/${made.id}`)).body.state).toBe('removed');
    expect((await nadia.delete(`/api/exports/${made.id}`)).status).toBe(404);
    await write();
    expect(await onDisk()).toHaveLength(before.length - 1);
  });

  test('is refused with what no list knows, and beyond twenty', async () => {
    for (const wrong of [
      { query: { state: 'gone' } },
      { columns: [] },
      { columns: ['words'] },
      { format: 'pdf' },
    ])
      expect((await maya.post('/api/exports', { ...asked, ...wrong })).status).toBe(422);
    const owen = await house.as('Owen Hart');
    for (let made = 0; made < 20; made++) await ask(owen);
    expect((await owen.post('/api/exports', asked)).status).toBe(409);
  });

  test('goes after a day, with its file', async () => {
    house.clock.advance(24 * 3_600_000 + 1);
    await tidyExports(grounds());
    expect((await house.database.pool.query('select count(*)::integer as n from exports')).rows[0].n).toBe(0);
    expect(await onDisk()).toEqual([]);
  });
});
