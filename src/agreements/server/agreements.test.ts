import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast_password, type CastName } from '#testing/cast.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Agreement } from '../rules/agreement.ts';
import { promiseOf, promises } from './agreements.ts';

let house: House;
const people: Partial<Record<CastName, Client>> = {};
const as = (name: CastName) => people[name]!;
const cast = [
  'Nadia Petrov',
  'Maya Chen',
  'Arun Patel',
  'Grant Bell',
  'Maria Santos',
  'Joan Whitehorse',
] as const;
const ids: Record<string, number> = {};
beforeAll(async () => {
  house = await openHouse();
  await Promise.all(cast.map(async name => (people[name] = await house.as(name))));
  for (const { id, code } of (await house.database.pool.query('select id, code from schools')).rows)
    ids[code] = id;
});
afterAll(() => house?.close());

const base = '/api/agreements';
const today = '2026-11-23';
const written = ({ edition, targets, goals, warn_at, complaint_days, review_on, texts }: Agreement) => ({
  ...{ edition, targets, goals, warn_at, complaint_days, review_on },
  ...{ text_en: texts!.en, text_fr: texts!.fr },
});
const draft = async (from: 'template' | number = 'template') =>
  (await as('Nadia Petrov').post(base, { from })).body as Agreement;
const save = (version: number, body: object, by: CastName = 'Nadia Petrov') =>
  as(by).put(`${base}/${version}`, body);
const publish = (version: number, edition: number, effective_on = today, by: CastName = 'Nadia Petrov') =>
  as(by).post(`${base}/${version}/publication`, { edition, effective_on });
const signature = (sha256: string, more: object = {}) => ({
  ...{ name: 'grant  bell', role: 'Principal', sha256, agreed: true, password: cast_password },
  ...more,
});
const sign = (version: number, sha256: string, more: object = {}, by: CastName = 'Grant Bell') =>
  as(by).post(`${base}/${version}/signature`, signature(sha256, more));
const holds = (code: string, at = house.clock.now) => promiseOf(house.database.owner, ids[code]!, at);
const fieldsOf = (body: { errors: { field: string }[] }) => body.errors.map(({ field }) => field);

describe('until something is agreed', () => {
  test('version 1 says what the desk strives for, without a document, to both sides', async () => {
    const { body } = await as('Maria Santos').get(`${base}/own`);
    expect(body).toMatchObject({ waits: null, state: null, signed: [], can: { sign: false } });
    expect(body.holds).toMatchObject({ version: 1, document: false, documents: null, warn_at: [] });
    expect(body.holds.rows[0]).toMatchObject({
      priority: 'P1',
      response: '30 minutes',
      resolution: '4 hours',
    });
    expect((await as('Maya Chen').get(`${base}/1`)).body.warn_at).toEqual([50, 80]);
    expect((await as('Nadia Petrov').get(`${base}/1/signatures`)).status).toBe(404);
  });
});

describe('a draft', () => {
  test('begins as the template, one at a time, by who keeps the schools', async () => {
    expect((await as('Maya Chen').post(base, { from: 'template' })).status).toBe(404);
    expect((await as('Grant Bell').post(base, { from: 'template' })).status).toBe(404);
    expect(fieldsOf((await as('Nadia Petrov').post(base, { from: 1 })).body)).toEqual(['from']);
    const begun = await draft();
    expect(begun).toMatchObject({ version: 2, state: 'draft', edition: 1, faults: [], warnings: [] });
    expect(begun.documents!.en.html).toContain('Monday to Friday 8:00–16:00, Pacific time');
    expect(begun.documents!.fr.html).toContain('30 minutes');
    expect(begun.documents!.en.html).not.toContain('{{');
    expect((await as('Nadia Petrov').post(base, { from: 'template' })).status).toBe(409);
    expect((await as('Maya Chen').get(base)).body).toMatchObject({ can: { write: false } });
    expect((await as('Grant Bell').get(`${base}/2`)).status).toBe(404);
  });

  test('is kept as it is written; who writes upon an older one is refused with what is there', async () => {
    const before = (await as('Nadia Petrov').get(`${base}/2`)).body as Agreement;
    const { body } = await save(2, { ...written(before), complaint_days: 7 });
    expect(body).toMatchObject({ edition: 2, complaint_days: 7 });
    expect(body.documents.en.html).toContain('within 7 school days');
    expect((await save(2, { ...written(before), complaint_days: 7 })).body.edition).toBe(2);
    const refused = await save(2, { ...written(before), complaint_days: 9 }, 'Arun Patel');
    expect([refused.status, refused.body.kept.complaint_days]).toEqual([409, 7]);
    expect((await save(2, written(before), 'Maya Chen')).status).toBe(404);
    expect((await save(1, written(before))).status).toBe(409);
  });

  test('says what keeps it from being published, and is refused then', async () => {
    const before = (await as('Nadia Petrov').get(`${base}/2`)).body as Agreement;
    const wrong = {
      ...written(before),
      targets: { ...before.targets, P1: { response: 600, resolution: 240 } },
      warn_at: [80, 50],
      text_en: `${before.texts!.en.replace('{{hours}}', 'always')} {{wishes}} within four hours`,
    };
    const { body } = await save(2, wrong);
    expect(fieldsOf({ errors: body.faults })).toEqual([
      ...['targets.P1.response', 'targets.P2.response', 'warn_at', 'text_en', 'text_en'],
    ]);
    expect(body.warnings[0].sentence).toContain('four hours');
    expect(body.can.publish).toBe(false);
    const refused = await publish(2, body.edition);
    expect([refused.status, refused.body.errors.length]).toEqual([422, 5]);
    await save(2, { ...written(before), edition: body.edition });
  });
});

describe('publishing', () => {
  test('fills and hashes both documents; it is never written again, and begins on its day of the desk’s zone', async () => {
    const { edition } = (await as('Nadia Petrov').get(`${base}/2`)).body as Agreement;
    expect((await publish(2, edition - 1)).status).toBe(409);
    expect(fieldsOf((await publish(2, edition, '2026-11-22')).body)).toEqual(['effective_on']);
    expect((await publish(2, edition, today, 'Maya Chen')).status).toBe(404);
    const { status, body } = await publish(2, edition);
    expect([status, body.state, body.newest]).toEqual([200, 'effective', true]);
    const content = await as('Maria Santos').get(`${base}/2/content?lang=en`);
    expect(createHash('sha256').update(content.body).digest('hex')).toBe(body.documents.en.sha256);
    expect((await publish(2, edition)).status).toBe(409);
    await expect(
      house.database.pool.query('update agreements set goals = goals where version = 2'),
    ).rejects.toThrow('never changed');
    expect(await holds('ALDER')).toBe(2);
    expect(await holds('ALDER', new Date(house.clock.now.getTime() - 1))).toBe(1);
  });
});

describe('signing', () => {
  const own = async () => (await as('Grant Bell').get(`${base}/own`)).body;

  test('is the lead’s, of the text that she saw, with her name and the password', async () => {
    const { waits } = await own();
    const { sha256 } = waits.documents.fr;
    expect((await sign(2, sha256, {}, 'Maria Santos')).status).toBe(404);
    expect(fieldsOf((await sign(2, sha256, { password: 'a guess' })).body)).toEqual(['password']);
    expect(fieldsOf((await sign(2, sha256, { name: 'Priya Nair' })).body)).toEqual(['name']);
    expect((await sign(2, '0'.repeat(64))).status).toBe(409);
    expect((await sign(1, sha256)).status).toBe(404);
    const { status, body } = await sign(2, sha256);
    expect([status, body.state, body.by_school.name]).toEqual([201, 'countersign', 'Grant Bell']);
    expect((await sign(2, sha256)).status).toBe(409);
  });

  test('is the fact of the school that it has signed, in the same step', async () => {
    const { body } = await as('Nadia Petrov').get(`/api/schools/${ids['ALDER']}/standing`);
    expect(body.steps.find(({ step }: { step: string }) => step === 'signed')).toMatchObject({
      ...{ on: { day: today }, by: 'Grant Bell' },
    });
    expect(body.facts[0]).toMatchObject({
      ...{ kind: 'signed', document: 'Entente de service', document_version: '2', recorded_by: 'Grant Bell' },
    });
    const story = (await as('Nadia Petrov').get(`/api/schools/${ids['ALDER']}/history`)).body.items;
    expect(story[0].words).toBe('Grant Bell signed the agreement, version 2');
  });

  test('is countersigned by the coordinator, once; then its paper has both, the same to the byte', async () => {
    const paper = `${base}/2/signatures/${ids['ALDER']}/paper`;
    const body = { schools: [ids['ALDER'], ids['BIRCH']], role: 'Coordinator' };
    expect((await as('Grant Bell').get(paper)).status).toBe(409);
    expect((await as('Arun Patel').post(`${base}/2/countersignatures`, body)).status).toBe(404);
    const done = await as('Nadia Petrov').post(`${base}/2/countersignatures`, body);
    expect([done.status, done.body.schools]).toEqual([200, [ids['ALDER']]]);
    expect((await as('Nadia Petrov').post(`${base}/2/countersignatures`, body)).status).toBe(409);
    expect(await own()).toMatchObject({
      state: 'signed',
      waits: null,
      signed: [{ version: 2, holds: true }],
    });
    const file = () => house.app.inject({ url: paper, headers: as('Grant Bell').headers });
    const first = await file();
    house.clock.advance(3_600_000);
    const again = await file();
    house.clock.advance(-3_600_000);
    expect(first.headers['content-type']).toBe('application/pdf');
    expect(first.rawPayload.equals(again.rawPayload)).toBe(true);
    expect((await as('Joan Whitehorse').get(paper)).status).toBe(404);
    expect((await as('Joan Whitehorse').get(`${base}/2/paper`)).status).toBe(200);
  });

  test('counts and filters: who waits, who is reminded, who signed on paper', async () => {
    const list = async (query = '') => (await as('Maya Chen').get(`${base}/2/signatures${query}`)).body;
    const { counts, items } = await list('?state=signed');
    expect([counts.signed, items.length, items[0].by_group.role]).toEqual([1, 1, 'Coordinator']);
    const birch = { schools: [ids['BIRCH']] };
    expect((await as('Nadia Petrov').post(`${base}/2/reminders`, birch)).body).toEqual({ schools: 1 });
    expect((await as('Nadia Petrov').post(`${base}/2/reminders`, { schools: [ids['ALDER']] })).status).toBe(
      409,
    );
    expect((await as('Joan Whitehorse').get(`${base}/own`)).body.reminded.words).toBe('today 10:00');
    const paper = {
      ...{ school: ids['BIRCH'], name: 'Joan Whitehorse', role: 'Principal', signed_on: '2026-11-20' },
      ...{ group_name: 'Nadia Petrov', group_role: 'Coordinator' },
    };
    const at = `${base}/2/paper-signatures`;
    expect((await as('Maya Chen').post(at, paper)).status).toBe(404);
    expect(fieldsOf((await as('Nadia Petrov').post(at, { ...paper, signed_on: '2026-12-24' })).body)).toEqual(
      ['signed_on'],
    );
    const line = await as('Nadia Petrov').post(at, paper);
    expect(line.body).toMatchObject({
      state: 'signed',
      by_school: { way: 'paper', on: { day: '2026-11-20' } },
    });
    expect((await as('Nadia Petrov').post(at, paper)).status).toBe(409);
    expect((await list('?q=birch')).items[0].state).toBe('signed');
    const first = await list('?limit=3&state=waiting');
    const second = await list(`?limit=3&state=waiting&cursor=${first.next}`);
    expect(
      new Set([...first.items, ...second.items].map(({ school }: { school: { id: number } }) => school.id))
        .size,
    ).toBe(6);
  });
});

describe('a new version', () => {
  test('runs beside the old one until each school has signed it', async () => {
    const begun = await draft(2);
    const { body } = await save(3, {
      ...written(begun),
      targets: { ...begun.targets, P4: { response: 300, resolution: 4800 } },
      text_en: begun.texts!.en.replace('Both sides want', 'Both sides still want'),
    });
    expect((await publish(3, body.edition)).status).toBe(200);
    expect([await holds('ALDER'), await holds('BIRCH'), await holds('CEDAR')]).toEqual([2, 2, 3]);
    expect((await promises(house.database.owner, [3])).get(3)!.targets.P4.response).toBe(300);
    const { waits, news } = (await as('Grant Bell').get(`${base}/own`)).body;
    expect(news.values).toEqual([{ what: 'P4, first answer', from: '8 hours', to: '5 hours' }]);
    expect(news.lines.filter(({ kind }: { kind: string }) => kind === 'added')[0].text).toContain(
      'Version 3',
    );
    expect((await sign(2, waits.documents.en.sha256)).status).toBe(409);
    expect((await sign(3, waits.documents.en.sha256)).status).toBe(201);
    expect(await holds('ALDER')).toBe(2);
    await as('Nadia Petrov').post(`${base}/3/countersignatures`, {
      schools: [ids['ALDER']],
      role: 'Coordinator',
    });
    expect(await holds('ALDER')).toBe(3);
  });

  test('whose signing was recorded in error counts no more once the fact is withdrawn, and is signed again', async () => {
    const { facts } = (await as('Nadia Petrov').get(`/api/schools/${ids['ALDER']}/standing`)).body;
    const path = `/api/schools/${ids['ALDER']}/facts/${facts[0].id}/withdrawal`;
    await as('Nadia Petrov').put(path, { why: 'The wrong school' });
    expect(await holds('ALDER')).toBe(2);
    const { waits } = (await as('Grant Bell').get(`${base}/own`)).body;
    expect((await sign(3, waits.documents.en.sha256)).status).toBe(201);
  });

  test('is deleted while it is a draft', async () => {
    const { version, edition } = await draft(3);
    expect((await as('Nadia Petrov').delete(`${base}/${version}?edition=${edition + 1}`)).status).toBe(409);
    expect((await as('Nadia Petrov').delete(`${base}/${version}?edition=${edition}`)).status).toBe(200);
    expect((await as('Nadia Petrov').get(`${base}/${version}`)).status).toBe(404);
    expect((await as('Nadia Petrov').delete(`${base}/3?edition=1`)).status).toBe(409);
  });
});
