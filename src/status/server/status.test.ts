import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { listen } from '#testing/listener.ts';
import { tellDue } from './keeping.ts';

/** Notices: written, published, told of, over; and who reads them. */

let house: House;
let maria: Client, joan: Client, ana: Client, maya: Client, nadia: Client, arun: Client, tom: Client;
let alder: number, birch: number, system: number;
beforeAll(async () => {
  house = await openHouse({ waits: true });
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  [maria, joan, ana, maya, nadia, arun, tom] = (await Promise.all(
    (
      [
        ...(['Maria Santos', 'Joan Whitehorse', 'Ana Ruiz', 'Maya Chen', 'Nadia Petrov'] as const),
        ...(['Arun Patel', 'Tom Becker'] as const),
      ] as const
    ).map(house.as),
  )) as [Client, Client, Client, Client, Client, Client, Client];
  [alder, birch] = [await schoolOf(maria), await schoolOf(joan)];
  system = (await nadia.get('/api/status/systems')).body.items[0].id;
});
afterAll(() => house.close());

const schoolOf = async (who: Client) => (await who.get('/api/session')).body.school.id as number;
const base = '/api/status/notices';
const plain = {
  kind: 'incident',
  severity: 'partly',
  title: 'Marks are slow',
  text: 'Some **words**',
  for: { kind: 'public' },
};
const begin = async (more: object = {}, by = nadia) => by.post(base, { ...plain, system, ...more });
async function published(more: object = {}) {
  const { body, status } = await begin(more);
  expect(status, JSON.stringify(body)).toBe(201);
  const answer = await nadia.post(`${base}/${body.id}/publication`, { edition: body.inside.edition });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}
const titles = async (by: Client, query = '') =>
  ((await by.get(`${base}?limit=100${query}`)).body.items as { title: string }[]).map(({ title }) => title);
const publicTitles = async () =>
  ((await house.anyone.get('/api/public/notices')).body.items as { title: string }[]).map(
    ({ title }) => title,
  );
const tell = (id: string, given: object, by = nadia) => by.post(`${base}/${id}/updates`, given);
/** The undo window goes by, and what waits is told. */
const told = () => {
  house.clock.advance(10_000);
  return tellDue({ database: house.database, clock: () => house.clock.now });
};

describe('a notice', () => {
  test('is a draft that no school knows of, until the coordinator publishes it, once', async () => {
    const { body } = await begin({ title: 'Not yet' }, maya);
    expect(body).toMatchObject({ state: 'draft', can: { write: true, moves: ['drop'] } });
    expect(await titles(maria)).not.toContain('Not yet');
    expect((await maria.get(`${base}/${body.id}`)).status).toBe(404);
    expect((await maya.post(`${base}/${body.id}/publication`, { edition: 1 })).status).toBe(403);
    const seen = await nadia.post(`${base}/${body.id}/publication`, { edition: 1 });
    expect(seen.body).toMatchObject({ state: 'running', period: 'since today 10:00' });
    expect((await nadia.post(`${base}/${body.id}/publication`, { edition: 2 })).status).toBe(409);
    expect((await maria.get(`${base}/${body.id}`)).body).toMatchObject({
      title: 'Not yet',
      html: '<p>Some <strong>words</strong></p>\n',
      inside: null,
      can: { write: false, tell: false, moves: [], gather: false, me_too: true },
    });
    expect(await publicTitles()).toContain('Not yet');
  });

  test('rings at the desk, once for each, and not for who told it', async () => {
    const bell = async (by: Client) =>
      (
        (await by.get('/api/notices?limit=100')).body.items as { words: string; status: string | null }[]
      ).filter(({ words }) => words.includes('It rings'));
    const { id } = await published({ title: 'It rings' });
    expect(await bell(maya)).toMatchObject([
      { words: 'Nadia Petrov told the schools: “It rings”', status: id },
    ]);
    expect(await bell(nadia)).toEqual([]);
    expect(await bell(tom)).toEqual([]);
  });

  test('is read by those whom it is for: some by name, by standing, all', async () => {
    await published({ title: 'For Alder', for: { kind: 'some', schools: [alder] } });
    await published({ title: 'In Stage 1', for: { kind: 'stage1' } });
    await published({ title: 'Before Stage 1', for: { kind: 'before_stage1' } });
    await published({ title: 'For all', for: { kind: 'schools' } });
    const ours = ['For Alder', 'In Stage 1', 'Before Stage 1', 'For all'];
    const seen = async (by: Client) => (await titles(by)).filter(title => ours.includes(title)).sort();
    expect(await seen(maria)).toEqual(['For Alder', 'For all', 'In Stage 1']);
    expect(await seen(joan)).toEqual(['For all', 'In Stage 1']);
    expect(await seen(ana)).toEqual(['Before Stage 1', 'For all']);
    expect(await seen(maya)).toEqual([...ours].sort());
    expect((await publicTitles()).filter(title => ours.includes(title))).toEqual([]);
  });

  test('is changed with a trace, never over what somebody wrote meanwhile', async () => {
    const { id, inside } = await published({ title: 'First' });
    const change = (by: Client, title: string, edition: number) =>
      by.patch(`${base}/${id}`, { title, edition });
    expect((await change(maya, 'Mine', inside.edition)).status).toBe(403);
    const { body } = await change(nadia, 'Second', inside.edition);
    expect(body.inside.edition).toBe(inside.edition + 1);
    const late = await change(nadia, 'Third', inside.edition);
    expect(late).toMatchObject({ status: 409, body: { kept: { title: 'Second' } } });
    const { items } = (await maya.get(`${base}/${id}/versions`)).body;
    expect(items).toMatchObject([{ by: 'Nadia Petrov' }]);
    expect(items[0].lines).toEqual(
      expect.arrayContaining([
        { kind: 'removed', text: 'First' },
        { kind: 'added', text: 'Second' },
      ]),
    );
    expect((await maria.get(`${base}/${id}/versions`)).status).toBe(404);
  });

  test('of planned work begins and is over by its times', async () => {
    const times = { starts: '2026-11-23T12:00', ends: '2026-11-23T13:00' };
    const { id } = await published({ title: 'Work', kind: 'planned_work', ...times });
    const state = async () => (await maria.get(`${base}/${id}`)).body.state_words;
    expect(await state()).toBe('Planned');
    house.clock.advance(2 * 3_600_000);
    expect(await state()).toBe('Running');
    house.clock.advance(3_600_000);
    expect(await state()).toBe('Over');
    expect(await titles(nadia)).not.toContain('Work');
    expect(await titles(nadia, '&when=past')).toContain('Work');
    house.clock.advance(-3 * 3_600_000);
  });

  test.each([
    ['an end before the beginning', { starts: '2026-11-24T08:00', ends: '2026-11-24T07:00' }, 'ends'],
    ['a day that is none', { starts: '2026-02-30T08:00' }, 'starts'],
    ['no school at all', { for: { kind: 'some', schools: [] } }, 'for.schools'],
    ['a school that is none', { for: { kind: 'some', schools: [999_999] } }, 'for.schools'],
    ['a system that is none', { system: 999_999 }, 'system'],
    ['no words', { text: '  ' }, 'text'],
  ])('is refused with %s', async (_what, more, field) => {
    const { status, body } = await begin(more);
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe(field);
  });

  test('that was never published is dropped by who works tickets, and is over', async () => {
    const { body } = await begin({ title: 'Dropped' });
    expect((await tom.delete(`${base}/${body.id}`)).status).toBe(404);
    expect((await maya.delete(`${base}/${body.id}`)).body.state).toBe('cancelled');
    expect((await maya.delete(`${base}/${body.id}`)).status).toBe(409);
    expect(await titles(maria, '&when=past')).not.toContain('Dropped');
  });
});

describe('an update', () => {
  test('waits ten seconds where no school sees it, then is told at that instant, once', async () => {
    const { id } = await published({ title: 'Waiting' });
    const { body, status } = await tell(id, { text: 'Soon.', move: 'solve' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'running', updates: [{ leaves_in_seconds: 10, mine: true }] });
    expect((await tell(id, { text: 'Another.' })).status).toBe(409);
    expect((await maria.get(`${base}/${id}`)).body).toMatchObject({ state: 'running', updates: [] });
    await told();
    await told();
    const after = (await maria.get(`${base}/${id}`)).body;
    expect(after).toMatchObject({
      state: 'solved',
      updates: [{ html: '<p>Soon.</p>\n', move_words: 'It is solved', by: null, leaves_in_seconds: null }],
    });
  });

  test('is taken back by its author until then, and by nobody else', async () => {
    const { id } = await published({ title: 'Too soon' });
    const [update] = (await tell(id, { text: 'Wrong.', move: 'cancel' })).body.updates;
    const back = (by: Client) => by.delete(`/api/status/updates/${update.id}`);
    expect((await back(maya)).status).toBe(404);
    expect((await back(maria)).status).toBe(404);
    expect((await back(nadia)).body).toMatchObject({ state: 'running', updates: [] });
    expect((await back(nadia)).status).toBe(200);
    await told();
    expect((await maria.get(`${base}/${id}`)).body).toMatchObject({ state: 'running', updates: [] });
    const [gone] = (await tell(id, { text: 'Right.' })).body.updates;
    await told();
    expect((await nadia.delete(`/api/status/updates/${gone.id}`)).status).toBe(409);
  });

  test('moves it only as its life allows, and is the coordinator’s', async () => {
    const { id } = await published({ title: 'Moves' });
    expect((await tell(id, { text: 'x' }, maya)).status).toBe(403);
    expect((await tell(id, { text: 'x' }, maria)).status).toBe(404);
    expect((await tell(id, { text: 'x', move: 'reopen' })).status).toBe(409);
    await tell(id, { text: 'Gone.', move: 'solve' });
    await told();
    await tell(id, { text: 'Back.', move: 'reopen' });
    await told();
    expect((await maria.get(`${base}/${id}`)).body.state).toBe('running');
  });

  test('stays as it was told, whatever somebody tries in the database', async () => {
    const { id } = await published({ title: 'Kept' });
    await tell(id, { text: 'As told.' });
    await told();
    await expect(
      house.database.pool.query(`update status_updates set text = 'Other' where notice_id = $1`, [id]),
    ).rejects.toThrow('stays as it was told');
  });
});

describe('open pages', () => {
  test('of those concerned hear of it, and no other school’s', async () => {
    const [ours, others] = [await listen(house, maria), await listen(house, joan)];
    await published({ title: 'Live', for: { kind: 'some', schools: [alder] } });
    await expect.poll(() => ours.signals).toContain('status');
    expect(others.signals).toEqual([]);
    await published({ title: 'Live for Birch', for: { kind: 'some', schools: [birch] } });
    await expect.poll(() => others.signals).toContain('status');
    await Promise.all([ours.cut(), others.cut()]);
  });
});

test('the list of systems is the administrator’s; what is left out stays with what was told of it', async () => {
  const { items } = (await maya.get('/api/status/systems')).body;
  expect(items.map(({ name }: { name: string }) => name)).toContain('Printing');
  const next = [...items.slice(1), { name_en: 'Library', name_fr: 'Bibliothèque' }].map(
    ({ id, name_en, name_fr }) => ({ id, name_en, name_fr }),
  );
  expect((await nadia.put('/api/status/systems', { items: next })).status).toBe(404);
  expect((await arun.put('/api/status/systems', { items: [{ ...next[0], id: 9999 }] })).status).toBe(422);
  const kept = (await arun.put('/api/status/systems', { items: next })).body.items;
  expect(kept.map(({ name }: { name: string }) => name)).toEqual([
    ...items.slice(1).map(({ name }: { name: string }) => name),
    'Library',
  ]);
  expect((await begin()).status).toBe(422);
  expect((await maya.get(`${base}?limit=1`)).body.items[0].system.name).toBe('Student information system');
  await arun.put('/api/status/systems', {
    items: items.map(({ id, name_en, name_fr }: Record<string, unknown>) => ({ id, name_en, name_fr })),
  });
});
