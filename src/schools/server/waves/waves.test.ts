import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
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

let names = 0;
/** A new wave of a name that no other has. */
async function aWave(more: object = {}): Promise<{ id: number; name: string }> {
  const name = `Wave ${++names}`;
  const { body } = await nadia.post('/api/waves', { name, ...more });
  return body.items.find((wave: { name: string }) => wave.name === name);
}
const waves = async () =>
  (await nadia.get('/api/waves')).body.items as { id: number; name: string; schools: number }[];
const schoolsIn = async (wave: number | string) =>
  (await nadia.get(`/api/schools?wave=${wave}`)).body.items.map(({ code }: { code: string }) => code);
const move = (wave: number | string, ...codes: string[]) =>
  nadia.post(`/api/waves/${wave}/schools`, { schools: codes.map(code => of[code]) });
const preview = (wave: number | string, ...codes: string[]) =>
  nadia.post(`/api/waves/${wave}/preview`, { schools: codes.map(code => of[code]) });

beforeEach(() => move('none', ...Object.keys(of)));

describe('a wave', () => {
  test('is added once for one press, with a planned day in words, before those without a day', async () => {
    const given = { name: 'Spring', planned_for: '2027-02-01' };
    const once = { 'idempotency-key': 'spring' };
    await aWave();
    const added = await nadia.post('/api/waves', given, once);
    expect(added.status).toBe(201);
    expect(added.body.items[0]).toEqual({
      id: expect.any(Number),
      name: 'Spring',
      planned_for: { date: '2027-02-01', words: '1 February 2027' },
      schools: 0,
    });
    expect((await nadia.post('/api/waves', given, once)).body).toEqual(added.body);
    expect((await nadia.post('/api/waves', { name: 'SPRING' })).body.errors[0].field).toBe('name');
    expect((await nadia.post('/api/waves', { name: 'Never', planned_for: '0000-01-01' })).status).toBe(422);
  });

  test('is renamed and planned; the same again tells nothing', async () => {
    const { id, name } = await aWave();
    const heard = async () =>
      (
        await house.database.pool.query(
          `select facts from events where kind = 'wave_changed' order by position`,
        )
      ).rows;
    const before = await heard();
    for (const _ of ['once', 'twice'])
      await nadia.patch(`/api/waves/${id}`, { name: 'Autumn', planned_for: '2027-09-07' });
    await nadia.patch(`/api/waves/${id}`, {});
    expect((await heard()).slice(before.length)).toEqual([
      { facts: { wave: id, name: [name, 'Autumn'], planned_for: [null, '2027-09-07'] } },
    ]);
    const renamed = (await waves()).find(wave => wave.id === id);
    expect(renamed).toMatchObject({ name: 'Autumn', planned_for: { date: '2027-09-07' } });
    expect((await nadia.patch(`/api/waves/${id}`, { planned_for: null })).status).toBe(200);
    expect((await nadia.patch('/api/waves/999999', {})).status).toBe(404);
  });

  test('that is removed takes its schools out; brought back it has those again that went nowhere else', async () => {
    const [one, other] = [await aWave(), await aWave()];
    await move(one.id, 'ALDER', 'BIRCH', 'CEDAR');
    await nadia.patch(`/api/waves/${one.id}`, { removed: true });
    expect((await waves()).some(({ id }) => id === one.id)).toBe(false);
    const { body: alder } = await nadia.get(`/api/schools/${of['ALDER']}`);
    expect(alder.wave).toBeNull();
    expect(await schoolsIn('none')).toContain('ALDER');
    // What else is changed meanwhile does not take the school out of it.
    await nadia.patch(`/api/schools/${of['ALDER']}`, { version: alder.version, town: 'Ladysmith' });
    await move(other.id, 'BIRCH');
    expect((await move('none', 'CEDAR')).body.items).toEqual([]);
    await nadia.patch(`/api/waves/${one.id}`, { removed: false });
    expect(await schoolsIn(one.id)).toEqual(['ALDER', 'CEDAR']);
    expect(await schoolsIn(other.id)).toEqual(['BIRCH']);
  });

  test('that is removed takes no school, and its name is free', async () => {
    const { id, name } = await aWave();
    await nadia.patch(`/api/waves/${id}`, { removed: true });
    expect((await move(id, 'ALDER')).status).toBe(404);
    expect((await preview(id, 'ALDER')).status).toBe(404);
    const { version } = (await nadia.get(`/api/schools/${of['ALDER']}`)).body;
    expect((await nadia.patch(`/api/schools/${of['ALDER']}`, { version, wave: id })).status).toBe(422);
    expect((await nadia.post('/api/waves', { name })).status).toBe(201);
    expect((await nadia.patch(`/api/waves/${id}`, { removed: false })).body.errors[0].field).toBe('name');
  });
});

describe('schools move into a wave', () => {
  test('first it is seen which would move and from where, and nothing is changed', async () => {
    const [one, other] = [await aWave(), await aWave()];
    await move(one.id, 'BIRCH');
    await move(other.id, 'CEDAR');
    const { body } = await preview(other.id, 'ALDER', 'BIRCH', 'CEDAR');
    expect(body.items).toEqual([
      { id: of['ALDER'], name: 'Alder Academy', from: null },
      { id: of['BIRCH'], name: 'Birch Elementary', from: { id: one.id, name: one.name } },
    ]);
    expect(await schoolsIn(one.id)).toEqual(['BIRCH']);
  });

  test('done, it is what was foreseen; each school tells it, and twice is once', async () => {
    const [one, other] = [await aWave(), await aWave()];
    await move(one.id, 'BIRCH');
    const foreseen = (await preview(other.id, 'ALDER', 'BIRCH')).body;
    const { version } = (await nadia.get(`/api/schools/${of['BIRCH']}`)).body;
    expect((await move(other.id, 'ALDER', 'BIRCH')).body).toEqual(foreseen);
    expect((await move(other.id, 'ALDER', 'BIRCH')).body.items).toEqual([]);
    expect(await schoolsIn(other.id)).toEqual(['ALDER', 'BIRCH']);
    const [line] = (await nadia.get(`/api/schools/${of['BIRCH']}/history`)).body.items;
    expect(line).toMatchObject({
      words: 'Nadia Petrov moved it to another wave',
      changes: [{ field: 'wave', from: one.name, to: other.name }],
    });
    const stale = await nadia.patch(`/api/schools/${of['BIRCH']}`, { version, town: 'Vernon' });
    expect(stale.status).toBe(409);
  });

  test('out of any, and by the school’s own page', async () => {
    const { id, name } = await aWave();
    const path = `/api/schools/${of['DOGWD']}`;
    const { version } = (await nadia.get(path)).body;
    expect((await nadia.patch(path, { version, wave: id })).body.wave).toEqual({ id, name });
    expect((await move('none', 'DOGWD', 'ALDER')).body.items).toEqual([
      { id: of['DOGWD'], name: 'Dogwood Secondary', from: { id, name } },
    ]);
    expect((await nadia.get(path)).body.wave).toBeNull();
  });

  test('many at once, those that do not exist left out', async () => {
    const { id } = await aWave();
    const schools = [of['ALDER'], ...Array.from({ length: 1_500 }, (_, index) => 500_000 + index)];
    expect((await nadia.post(`/api/waves/${id}/preview`, { schools })).body.items).toHaveLength(1);
    expect((await nadia.post(`/api/waves/${id}/schools`, { schools: [] })).status).toBe(422);
    expect((await move(999_999, 'ALDER')).status).toBe(404);
  });
});

test.each(['Maya Chen', 'Grant Bell'] as const)('%s keeps no waves and moves no school', async name => {
  const somebody = await house.as(name);
  const { id } = await aWave();
  const body = { schools: [of['ALDER']] };
  const answers = [
    await somebody.post('/api/waves', { name: 'Mine' }),
    await somebody.patch(`/api/waves/${id}`, { name: 'Mine' }),
    await somebody.post(`/api/waves/${id}/preview`, body),
    await somebody.post(`/api/waves/${id}/schools`, body),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test('an agent sees the waves and changes none; a school knows of no waves', async () => {
  expect((await (await house.as('Maya Chen')).get('/api/waves')).body.can).toEqual({ change: false });
  expect((await (await house.as('Grant Bell')).get('/api/waves')).status).toBe(404);
});
