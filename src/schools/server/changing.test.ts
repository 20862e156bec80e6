import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let nadia: Client;
let alder: string;
beforeAll(async () => {
  house = await openHouse();
  nadia = await house.as('Nadia Petrov');
  const { items } = (await nadia.get('/api/schools?words=alder')).body;
  alder = `/api/schools/${items[0].id}`;
});
afterAll(() => house?.close());

const now = async () => (await nadia.get(alder)).body;
const story = async (who = nadia) => (await who.get(`${alder}/history`)).body.items;
/** Changes it as it is now. */
const change = async (given: object) => nadia.patch(alder, { version: (await now()).version, ...given });
const fieldsOf = (answer: { body: { errors: { field: string }[] } }) =>
  answer.body.errors.map(({ field }) => field);

describe('the coordinator keeps a school’s facts', () => {
  test('all of them at once; what is left out stays', async () => {
    const facts = {
      town: 'Lantzville',
      kind: 'independent',
      grades: { first: 0, last: 9 },
      zone: 'America/Creston',
      network: { provider: 'Shaw', proxy: 'none', firewall: 'the district' },
      enrolments: [
        { year: 2025, fte: 412.5 },
        { year: 2026, fte: 398.0625 },
      ],
      days_off: [
        { first_day: '2027-04-30', last_day: '2027-04-30', kind: 'professional_day', name: 'Planning' },
        { first_day: '2027-03-15', last_day: '2027-03-26', kind: 'break', name: 'Spring break' },
      ],
      notes: 'Ask for Sam first.',
    };
    const before = await now();
    const answer = await change(facts);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...before,
      ...facts,
      version: before.version + 1,
      enrolments: [...facts.enrolments].reverse(),
      days_off: [
        { ...facts.days_off[1], words: '15 March 2027 – 26 March 2027', over: false },
        { ...facts.days_off[0], words: '30 April 2027', over: false },
      ],
    });
    expect((await change({ town: 'Nanaimo' })).body).toEqual({
      ...answer.body,
      town: 'Nanaimo',
      version: before.version + 2,
    });
    const emptied = await change({ kind: null, grades: null, enrolments: [], days_off: [], notes: '  ' });
    expect(emptied.body).toMatchObject({
      ...{ kind: null, grades: null, enrolments: [], days_off: [], notes: null, town: 'Nanaimo' },
    });
  });

  test('a day off says so on its day, by the school’s own calendar', async () => {
    const today = house.clock.now.toISOString().slice(0, 10);
    const off = (name: string, first_day: string, last_day: string) => ({
      name,
      first_day,
      last_day,
      kind: 'break',
    });
    const answer = await change({
      days_off: [off('Long ago', '2020-01-01', '2020-01-05'), off('Camp', today, today)],
    });
    expect(answer.body.off_today).toBe('Camp');
    expect(answer.body.days_off).toMatchObject([{ over: true }, { words: 'today', over: false }]);
    const in_french = await nadia.get(alder, { 'accept-language': 'fr' });
    expect(in_french.body.days_off[1].words).toBe('aujourd’hui');
    expect((await change({ days_off: [] })).body.off_today).toBeNull();
  });

  test('two coordinators at once: the second is told, and nothing of the first is written over', async () => {
    const arun = await house.as('Arun Patel');
    const { version } = await now();
    const [first, second] = [
      await nadia.patch(alder, { version, town: 'Parksville' }),
      await arun.patch(alder, { version, town: 'Ladysmith' }),
    ];
    expect([first.status, second.status]).toEqual([200, 409]);
    expect(second.body.detail).toMatch(/^Somebody has changed this school/);
    expect((await now()).town).toBe('Parksville');
    const together = await Promise.all([
      nadia.patch(alder, { version: version + 1, name: 'Alder One' }),
      arun.patch(alder, { version: version + 1, name: 'Alder Two' }),
    ]);
    expect(together.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    await change({ name: 'Alder Academy', town: 'Nanaimo' });
  });

  test('what is the same is no change: no new version, no line', async () => {
    const [before, lines] = [await now(), await story()];
    const answer = await change({ name: before.name, network: before.network, enrolments: [], wave: null });
    expect(answer.body).toEqual(before);
    expect(await story()).toEqual(lines);
  });

  test.each([
    [{ zone: 'Canada/Pacific' }, ['zone']],
    [{ wave: 999_999 }, ['wave']],
    [{ name: ' ' }, ['name']],
    [{ grades: { first: 8, last: 3 } }, ['grades.last']],
    [{ enrolments: [{ year: 2026, fte: -1 }] }, ['enrolments.0.fte']],
    [{ enrolments: [{ year: 2026, fte: 1.00001 }] }, ['enrolments.0.fte']],
    [{ enrolments: [1, 2].map(fte => ({ year: 2026, fte })) }, ['enrolments']],
    [{ days_off: [{ ...aDay('2027-03-26'), last_day: '2027-03-15' }] }, ['days_off.0.last_day']],
    [{ days_off: [aDay('0000-01-01')] }, ['days_off.0.first_day', 'days_off.0.last_day']],
    [{ days_off: [aDay('2027-02-30')] }, ['days_off.0.first_day', 'days_off.0.last_day']],
    [{ days_off: [aDay('2027-03-26'), aDay('2027-03-26')] }, ['days_off']],
    [{ notes: '\0' }, ['notes']],
  ])('%j is refused by its field', async (given, fields) => {
    const before = await now();
    const answer = await change(given);
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(fields);
    expect(await now()).toEqual(before);
  });

  test('a school that does not exist is not changed', async () => {
    expect((await nadia.patch('/api/schools/999999', { version: 1, name: 'Nowhere' })).status).toBe(404);
  });

  test.each(['Maya Chen', 'Grant Bell', 'Joan Whitehorse'] as const)('%s may not', async name => {
    const somebody = await house.as(name);
    expect((await somebody.patch(alder, { version: 1, name: 'Mine' })).status).toBe(404);
  });

  test('the school reads its own facts, but not what the iGroup notes of it', async () => {
    await change({ notes: 'Pays late.', network: { provider: 'Telus', proxy: null, firewall: null } });
    const { body } = await (await house.as('Grant Bell')).get(alder);
    expect(body).toMatchObject({ notes: null, username: null, network: { provider: 'Telus' } });
  });
});

describe('the school’s own story', () => {
  test('says who changed what, from what to what, newest first', async () => {
    await change({ town: 'Tofino', kind: 'public' });
    const [line, next] = await story();
    expect(line).toMatchObject({
      position: expect.any(Number),
      at: { words: expect.stringMatching(/^today /) },
      words: 'Nadia Petrov changed what is kept of the school',
      changes: [
        { field: 'town', from: 'Nanaimo', to: 'Tofino' },
        { field: 'kind', from: '', to: 'Public' },
      ],
    });
    expect(next.position).toBeLessThan(line.position);
  });

  test('tells of its people and its sign-in, in the reader’s language', async () => {
    const { body: person } = await nadia.post(`${alder}/people`, { name: 'Noor Haddad', roles: ['member'] });
    await nadia.patch(`${alder}/people/${person.id}`, { roles: ['lead'] });
    await nadia.patch(`${alder}/people/${person.id}`, { left: true });
    await nadia.put(`${alder}/login`, { lang: 'en' });
    const lines = (await nadia.get(`${alder}/history`, { 'accept-language': 'fr' })).body.items;
    expect(lines.slice(0, 4).map(({ words }: { words: string }) => words)).toEqual([
      'Nadia Petrov a fait une lettre avec l’accès de l’école',
      'Nadia Petrov a noté le départ de Noor Haddad',
      'Nadia Petrov a modifié Noor Haddad',
      'Nadia Petrov a ajouté Noor Haddad',
    ]);
  });

  test('is for the iGroup: every role of it reads it, no school does', async () => {
    expect((await story(await house.as('Tom Becker'))).length).toBeGreaterThan(0);
    expect((await (await house.as('Joan Whitehorse')).get(`${alder}/history`)).status).toBe(404);
    expect((await nadia.get('/api/schools/999999/history')).status).toBe(404);
  });
});

function aDay(day: string) {
  return { first_day: day, last_day: day, kind: 'break', name: 'Camp' };
}
