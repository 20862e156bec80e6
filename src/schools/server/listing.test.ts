import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let nadia: Client;
let wave: number;
beforeAll(async () => {
  house = await openHouse();
  nadia = await house.as('Nadia Petrov');
  const { items } = (await nadia.get('/api/schools')).body;
  const added = await nadia.post('/api/waves', { name: 'Spring' });
  wave = added.body.items[0].id;
  const facts: Record<string, object> = {
    ALDER: {
      kind: 'independent',
      enrolments: [
        { year: 2024, fte: 900 },
        { year: 2025, fte: 120 },
      ],
    },
    BIRCH: { kind: 'public', enrolments: [{ year: 2025, fte: 300.5 }], wave },
    CEDAR: { kind: 'independent', enrolments: [{ year: 2025, fte: 80 }], wave },
  };
  for (const { id, code } of items)
    if (facts[code]) await nadia.patch(`/api/schools/${id}`, { version: 1, ...facts[code] });
});
afterAll(() => house?.close());

const list = async (query: string, who = nadia) => {
  const { body, status } = await who.get(`/api/schools?${query}`);
  return status === 200
    ? [body.items.map(({ code }: { code: string }) => code).join(' '), body.total]
    : status;
};

test.each([
  ['words=ALDER', ['ALDER', 1]],
  ['words=st+annes', ['STANN', 1]],
  [`words=${encodeURIComponent('Sècondary')}`, ['DOGWD', 1]],
  ['words=dog+george', ['DOGWD', 1]],
  ['words=dog+kelowna', ['', 0]],
  ['words=%25', ['ALDER BIRCH CEDAR DOGWD FERNW GARRY HEMLK JUNIP STANN ESDIL', 10]],
  ['kind=independent', ['ALDER CEDAR', 2]],
  ['kind=independent,public&words=e', ['ALDER BIRCH CEDAR', 3]],
  ['wave=none', ['ALDER DOGWD FERNW GARRY HEMLK JUNIP STANN ESDIL', 8]],
  ['sort=-code&limit=2', ['STANN JUNIP', 10]],
  ['sort=fte', ['CEDAR ALDER BIRCH DOGWD FERNW GARRY HEMLK JUNIP STANN ESDIL', 10]],
  ['sort=-fte', ['BIRCH ALDER CEDAR DOGWD FERNW GARRY HEMLK JUNIP STANN ESDIL', 10]],
  ['sort=-kind&limit=3', ['BIRCH ALDER CEDAR', 10]],
  ['sort=wave&limit=3', ['BIRCH CEDAR ALDER', 10]],
  ['sort=step&limit=1', ['JUNIP', 10]],
  ['sort=town&offset=1&limit=2', ['JUNIP GARRY', 10]],
  ['offset=50', ['', 10]],
  ['sort=size', 422],
  ['kind=castle', 422],
  ['limit=0', 422],
  ['words=%00', 422],
])('?%s', async (query, found) => expect(await list(query)).toEqual(found));

test('of a wave, and of a wave or none', async () => {
  expect(await list(`wave=${wave}`)).toEqual(['BIRCH CEDAR', 2]);
  expect(await list(`wave=none,${wave}&sort=-name&limit=1`)).toEqual(['ESDIL', 10]);
  expect(await list(`wave=${wave}&kind=public`)).toEqual(['BIRCH', 1]);
});

test('the number of students is that of the newest snapshot', async () => {
  const [alder] = (await nadia.get('/api/schools?words=alder')).body.items;
  expect(alder).toMatchObject({ fte: 120, kind: 'independent', wave: null });
});

test('a school is found by its new name as soon as it has it', async () => {
  const [{ id }] = (await nadia.get('/api/schools?words=dogwood')).body.items;
  await nadia.patch(`/api/schools/${id}`, { version: 1, name: 'École Cornouiller', town: 'Québec' });
  expect(await list('words=ecole+quebec')).toEqual(['DOGWD', 1]);
  expect(await list('words=dogwood')).toEqual(['', 0]);
  expect(await list('words=dogwd')).toEqual(['DOGWD', 1]);
});

test('a school finds itself alone, whatever it asks', async () => {
  const grant = await house.as('Grant Bell');
  expect(await list('sort=-fte', grant)).toEqual(['ALDER', 1]);
  expect(await list('words=birch', grant)).toEqual(['', 0]);
  expect(await list(`wave=${wave}&offset=3`, grant)).toEqual(['', 0]);
});
