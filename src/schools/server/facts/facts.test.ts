import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const standing = async (code: string) => (await nadia.get(`/api/schools/${of[code]}/standing`)).body;
const record = (code: string, fact: object, as = nadia) => as.post(`/api/schools/${of[code]}/facts`, fact);
const doors = async (code: string) => {
  const { trained, stage1, suspended } = await standing(code);
  return [trained && 'trained', stage1 && 'stage1', suspended && 'suspended'].filter(Boolean).join(' ');
};

describe('where a school stands', () => {
  test('the town has schools at every standing, and the list says it too', async () => {
    expect(await Promise.all(['ALDER', 'FERNW', 'GARRY', 'HEMLK', 'JUNIP'].map(doors))).toEqual([
      ...['trained stage1', '', 'trained', 'stage1', 'trained stage1 suspended'],
    ]);
    const { items } = (await nadia.get('/api/schools')).body;
    const steps = items.map((school: { code: string; step: string }) => [school.code, school.step]);
    expect(Object.fromEntries(steps)).toMatchObject({
      ...{ ALDER: 'live', FERNW: 'invited', GARRY: 'trained', HEMLK: 'stage1', JUNIP: 'stage1' },
    });
  });

  test('says what is missing and who supplies it, and which of it keeps a door shut', async () => {
    const { lacks } = await standing('HEMLK');
    expect(lacks).toEqual([
      { what: 'back_up', by: 'lead', opens: false },
      { what: 'signed', by: 'lead', opens: false },
      { what: 'trained', by: 'people', opens: true },
    ]);
  });

  test('is read by the school itself, without what was withdrawn, and by no other', async () => {
    const { body } = await record('FERNW', { kind: 'stage1', day: '2026-12-01' });
    const { id } = body.facts[0];
    const tessa = await house.as('Tessa Moore');
    const path = `/api/schools/${of['FERNW']}/standing`;
    const own = await tessa.get(path);
    expect(own.body).toMatchObject({ stage1: false, can: { record: false } });
    expect(own.body.steps.find(({ step }: { step: string }) => step === 'stage1')).toEqual({
      ...{
        step: 'stage1',
        to_come: true,
        by: 'Nadia Petrov',
        on: { day: '2026-12-01', words: '1 December' },
      },
    });
    await nadia.put(`/api/schools/${of['FERNW']}/facts/${id}/withdrawal`, { why: 'A slip' });
    const kinds = (await tessa.get(path)).body.facts.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(['invited']);
    expect((await (await house.as('Maria Santos')).get(path)).status).toBe(404);
  });
});

describe('a fact', () => {
  test('is recorded once, told in the school’s story, withdrawn with why, and brought back', async () => {
    const once = { 'idempotency-key': 'stage1-garry' };
    const given = { kind: 'stage1', day: '2026-11-23', said_by: 'The board' };
    const done = await nadia.post(`/api/schools/${of['GARRY']}/facts`, given, once);
    expect(done).toMatchObject({ status: 201, body: { trained: true, stage1: true } });
    expect((await nadia.post(`/api/schools/${of['GARRY']}/facts`, given, once)).body).toEqual(done.body);
    expect((await record('GARRY', given)).status).toBe(409);
    expect(done.body.steps.at(-1)).toMatchObject({ step: 'live', on: { words: 'today' } });
    const fact = `/api/schools/${of['GARRY']}/facts/${done.body.facts[0].id}/withdrawal`;
    for (const _ of ['once', 'twice'])
      expect((await nadia.put(fact, { why: 'Not yet' })).body).toMatchObject({ stage1: false });
    expect((await standing('GARRY')).facts[0].withdrawn).toMatchObject({
      ...{ by: 'Nadia Petrov', why: 'Not yet' },
    });
    expect((await nadia.delete(fact)).body).toMatchObject({ stage1: true });
    await nadia.put(fact, { why: 'Not yet' });
    await record('GARRY', { ...given, day: '2026-11-20' });
    expect((await nadia.delete(fact)).status).toBe(409);
    const story = (await nadia.get(`/api/schools/${of['GARRY']}/history`)).body.items;
    const said = story.map(({ words }: { words: string }) => words);
    expect(said).toContain('Nadia Petrov recorded that it enters Stage 1 (today)');
    expect(said).toContain('Nadia Petrov withdrew a fact: Stage 1');
    expect(said).toContain(
      'The software found where it stands: trained since 3 November, not in Stage 1, not suspended',
    );
  });

  test('a suspension is lifted and may come again; it stays a suspension of this school', async () => {
    const suspended = await record('BIRCH', { kind: 'suspended', day: '2026-11-23', reason: 'Unpaid share' });
    expect(suspended.body).toMatchObject({ suspended: true, lacks: [{}, {}, {}, { what: 'lifted' }] });
    const { id } = suspended.body.facts[0];
    expect((await record('BIRCH', { kind: 'suspended', day: '2026-11-23', reason: 'Again' })).status).toBe(
      409,
    );
    const lifted = { kind: 'lifted', day: '2026-11-23', lifts: id };
    expect((await record('ALDER', lifted)).status).toBe(422);
    expect((await record('BIRCH', lifted)).body).toMatchObject({ suspended: false });
    expect((await record('BIRCH', lifted)).status).toBe(409);
    const again = await record('BIRCH', { kind: 'suspended', day: '2026-11-23', reason: 'Again' });
    expect(again.body).toMatchObject({ suspended: true });
    await record('BIRCH', { ...lifted, lifts: again.body.facts[0].id });
  });

  test.each([
    [{ kind: 'invited', day: '2026-11-24' }, 'day'],
    [{ kind: 'trained_before', day: '2026-11-01', person: 1 }, 'person'],
    [{ kind: 'signed', day: '2026-11-01' }, 'document'],
    [{ kind: 'suspended', day: '2026-11-01' }, 'reason'],
  ])('%j is refused by its field', async (fact, field) => {
    const { status, body } = await record('STANN', fact);
    expect([status, body.errors[0].field]).toEqual([422, field]);
  });

  test.each(['Maya Chen', 'Tessa Moore', 'Joan Whitehorse'] as const)('%s records none', async name => {
    const somebody = await house.as(name);
    expect((await record('FERNW', { kind: 'stage1', day: '2026-11-23' }, somebody)).status).toBe(404);
    const answers = [
      await somebody.put(`/api/schools/${of['ALDER']}/facts/1/withdrawal`, { why: 'x' }),
      await somebody.delete(`/api/schools/${of['ALDER']}/facts/1/withdrawal`),
      await somebody.get('/api/waves/1/stage1?day=2026-11-23'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

test('the only trained person leaves, and the standing falls; she comes back, and it rises', async () => {
  const [hannah] = (await nadia.get(`/api/schools/${of['CEDAR']}`)).body.people;
  const path = `/api/schools/${of['CEDAR']}/people/${hannah.id}`;
  await nadia.patch(path, { left: true });
  expect(await doors('CEDAR')).toBe('stage1');
  await nadia.patch(path, { left: false });
  expect(await doors('CEDAR')).toBe('trained stage1');
});

describe('a wave moves on', () => {
  test('after a look at who would and what each lacks; one fact a school, and all of it taken back', async () => {
    const { body } = await nadia.post('/api/waves', { name: 'Spring' });
    const wave = body.items.find(({ name }: { name: string }) => name === 'Spring').id;
    const ids = ['ALDER', 'FERNW', 'ESDIL'].map(code => of[code]!);
    await nadia.post(`/api/waves/${wave}/schools`, { schools: ids });
    const { items } = (await nadia.get(`/api/waves/${wave}/stage1?day=2026-12-01`)).body;
    const look = items.map(
      ({ name, already, lacks }: { name: string; already: unknown; lacks: string[] }) => [
        ...[name, already !== null, lacks.includes('trained')],
      ],
    );
    expect(look).toEqual([
      ['Alder Academy', true, false],
      ['Fernwood School', false, true],
      ['ʔesdilagh School', true, false],
    ]);
    const moving = { day: '2026-11-23', schools: ids };
    const moved = await nadia.post(`/api/waves/${wave}/stage1`, moving);
    expect(moved.body.facts).toHaveLength(1);
    expect(await doors('FERNW')).toBe('stage1');
    expect((await nadia.post(`/api/waves/${wave}/stage1`, moving)).body.facts).toEqual([]);
    const back = { facts: moved.body.facts, why: 'Too early' };
    for (const facts of [moved.body.facts, []])
      expect((await nadia.post('/api/waves/stage1/withdrawal', back)).body).toEqual({ facts });
    expect(await doors('FERNW')).toBe('');
    expect((await nadia.get('/api/waves/999/stage1?day=2026-12-01')).status).toBe(404);
  });
});
