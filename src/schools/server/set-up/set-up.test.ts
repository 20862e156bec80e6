import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { measure } from '#testing/measured.ts';

let house: House;
let nadia: Client; // a coordinator
let arun: Client; // the administrator
let maya: Client; // an agent
let maria: Client; // of a school
/** All of them are signed in, as of now. */
async function arrive(): Promise<void> {
  [nadia, arun, maya, maria] = await Promise.all([
    house.as('Nadia Petrov'),
    house.as('Arun Patel'),
    house.as('Maya Chen'),
    house.as('Maria Santos'),
  ]);
}
beforeAll(async () => {
  house = await openHouse();
  await arrive();
});
afterAll(() => house?.close());

const week = [1, 2, 3].flatMap(weekday => [
  { weekday, from_minute: 540, to_minute: 720 },
  { weekday, from_minute: 780, to_minute: 900 },
]);
const settings = async (by = nadia) => (await by.get('/api/igroup/settings')).body;
const lastKinds = async () =>
  (await house.database.owner.execute(sql`select kind from events order by position desc limit 2`)).rows.map(
    ({ kind }) => kind,
  );

describe('the emergency numbers', () => {
  const numbers = [
    { says: { en: 'A privacy incident', fr: 'Un incident de confidentialité' }, number: '250-555-0199' },
  ];
  const everybody = async (lang: string) =>
    (await house.anyone.get('/api/igroup', { 'accept-language': lang })).body.numbers;

  test('are read by everybody in their language, and never written over unseen', async () => {
    const before = (await settings()).emergency;
    expect(before).toEqual({ numbers: [], version: 0 });
    const said = await nadia.put('/api/igroup/numbers', { numbers, version: 0 });
    expect(said.body.emergency).toEqual({ numbers, version: 1 });
    expect(await everybody('en')).toEqual([{ says: 'A privacy incident', number: '250-555-0199' }]);
    expect(await everybody('fr')).toEqual([
      { says: 'Un incident de confidentialité', number: '250-555-0199' },
    ]);
    expect((await arun.put('/api/igroup/numbers', { numbers: [], version: 0 })).status).toBe(409);
    expect(await lastKinds()).toContain('igroup_numbered');
  });

  test('are numbers, each with words in both languages', async () => {
    const wrong = async (number: object) =>
      (await nadia.put('/api/igroup/numbers', { numbers: [number], version: 1 })).body.errors.map(
        ({ field }: { field: string }) => field,
      );
    expect(await wrong({ ...numbers[0], number: 'call us' })).toEqual(['numbers.0.number']);
    expect(await wrong({ says: { en: 'x', fr: ' ' }, number: '911' })).toEqual(['numbers.0.says.fr']);
    const many = Array.from({ length: 7 }, () => numbers[0]);
    expect((await nadia.put('/api/igroup/numbers', { numbers: many, version: 1 })).status).toBe(422);
    expect((await nadia.put('/api/igroup/numbers', { numbers: [], version: 1 })).status).toBe(200);
  });
});

describe('the group’s names', () => {
  const names = { name: 'Northern Schools iGroup', system: 'BCeSIS' };

  test('are nobody’s before somebody has said them, and everybody’s after', async () => {
    expect((await house.anyone.get('/api/igroup')).body).toEqual({ name: null, system: null, numbers: [] });
    expect((await nadia.put('/api/igroup/names', { ...names, version: 0 })).body.names).toEqual({
      ...names,
      version: 1,
    });
    expect((await house.anyone.get('/api/igroup')).body).toEqual({ ...names, numbers: [] });
    expect((await maria.get('/api/session')).body.igroup).toEqual(names);
  });

  test('are not written over unseen, and the same again is nothing', async () => {
    const late = await arun.put('/api/igroup/names', { ...names, name: 'Other', version: 0 });
    expect(late).toMatchObject({ status: 409, body: { type: '/problems/not_now' } });
    const [before] = await lastKinds();
    expect((await arun.put('/api/igroup/names', { ...names, version: 1 })).body.names.version).toBe(1);
    expect(await lastKinds()).toContain(before);
    expect((await settings()).names.name).toBe(names.name);
  });

  test('two at once: one is told', async () => {
    const answers = await Promise.all(
      [nadia, arun].map((by, at) =>
        by.put('/api/igroup/names', { ...names, name: `Name ${at}`, version: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  test('are as long as a letter has room, and not empty', async () => {
    for (const name of ['', ' ', 'x'.repeat(61)])
      expect((await nadia.put('/api/igroup/names', { ...names, name, version: 2 })).status).toBe(422);
  });

  test('are named by who keeps the installation', async () => {
    expect((await maya.get('/api/igroup/settings')).body.can).toEqual({ change: false });
    for (const by of [maya, maria])
      expect((await by.put('/api/igroup/names', { ...names, version: 2 })).status).toBe(404);
  });
});

describe('the desk’s time', () => {
  const asked = {
    subject: 'Where are the marks?',
    description: 'Nothing is shown.',
    category: 'attendance',
    impact: 'one_person',
    urgency: 'low',
  };
  const opened = async () => (await maria.post('/api/tickets', asked)).body.number as number;
  const reply = (number: number) => nadia.post(`/api/tickets/${number}/replies`, { text: 'Look again.' });
  const minutesOf = async (number: number) => {
    await measure(house);
    const { rows } = await house.database.owner.execute(
      sql`select answer_minutes as minutes from ticket_measures where ticket_number = ${number}`,
    );
    return rows[0]?.['minutes'];
  };
  const hour = 3_600_000;

  test('is that of every installation until somebody says it, also if she says the same', async () => {
    const { time } = await settings();
    expect(time).toMatchObject({
      zone: 'America/Vancouver',
      words: 'Monday to Friday 8:00–16:00',
      said: null,
    });
    const said = await nadia.put('/api/igroup/time', { zone: time.zone, week: time.week, version: 0 });
    expect(said.body.time.said.by).toBe('Nadia Petrov');
    const again = await nadia.put('/api/igroup/time', { ...said.body.time, words: undefined });
    expect(again.body.time.version).toBe(said.body.time.version);
  });

  test('changes what is measured from now on; what was measured stays, also measured anew', async () => {
    // Monday 23 November 2026, 10:52 in Vancouver.
    const before = await opened();
    house.clock.advance(2 * hour);
    await reply(before);
    expect(await minutesOf(before)).toBe(120);
    const over = await opened();
    house.clock.advance(hour);
    const { time } = await settings();
    const set = await nadia.put('/api/igroup/time', { zone: time.zone, week, version: time.version });
    expect(set.body.time.words).toBe('Monday to Wednesday 9:00–12:00 and 13:00–15:00');
    expect(set.body.before[0]).toMatchObject({ words: 'Monday to Friday 8:00–16:00' });
    house.clock.advance(24 * hour);
    await arrive();
    await reply(over);
    // One hour by the old hours; then Monday 13:52 to 15:00, and Tuesday until 13:52 less the pause.
    const spanned = await minutesOf(over);
    expect(spanned).toBe(60 + 68 + 232);
    await reply(before);
    expect(await minutesOf(before)).toBe(120);
  });

  test('is when what was put away comes back', async () => {
    const number = await opened();
    const { body } = await maya.get(`/api/tickets/${number}`);
    const [tomorrow] = body.snoozed.choices;
    expect(tomorrow.at.exact).toContain('Wednesday 25 November 2026, 9:00');
  });

  test('in another zone, the desk’s people read their times in it', async () => {
    const { time } = await settings();
    const moved = { zone: 'America/Edmonton', week, version: time.version };
    expect((await arun.put('/api/igroup/time', moved)).body.time.zone_words).toBe('Alberta time');
    expect((await maya.get('/api/session')).body.zone).toBe('America/Edmonton');
    expect((await maria.get('/api/session')).body.zone).toBe('America/Vancouver');
    expect((await arun.put('/api/igroup/time', moved)).status).toBe(409);
  });

  test('refuses an unknown zone, no hours, and hours over each other', async () => {
    const { version } = (await settings()).time;
    const put = (more: object) =>
      nadia.put('/api/igroup/time', { zone: 'America/Vancouver', week, version, ...more });
    const twice = [...week, { weekday: 1, from_minute: 600, to_minute: 660 }];
    for (const wrong of [{ zone: 'Canada/Pacific' }, { week: [] }, { week: twice }])
      expect((await put(wrong)).status).toBe(422);
    for (const by of [maya, maria])
      expect((await by.put('/api/igroup/time', { zone: 'America/Vancouver', week, version })).status).toBe(
        404,
      );
  });
});

describe('the first run', () => {
  const stateOf = async (step: string, by = arun) =>
    (await by.get('/api/set-up')).body.steps.find((each: { step: string }) => each.step === step);

  test('is read from what is there', async () => {
    const { body } = await arun.get('/api/set-up');
    expect(body.steps.map(({ step, state }: Record<string, string>) => [step, state])).toEqual([
      ['names', 'done'],
      ['time', 'done'],
      ['privacy_officer', 'done'],
      ['agents', 'done'],
      ['second_administrator', 'missing'],
      ['schools', 'done'],
      ['training', 'done'],
    ]);
    expect(body.missing).toBe(1);
    expect((await stateOf('schools')).count).toBe(10);
  });

  test('a step is put off and taken up, by whom it concerns, and twice is once', async () => {
    const path = '/api/set-up/second_administrator/put-off';
    expect((await nadia.put(path, {})).status).toBe(403);
    expect((await arun.put(path, {})).body.missing).toBe(0);
    expect((await arun.put(path, {})).body.missing).toBe(0);
    expect((await stateOf('second_administrator', nadia)).put_off.by).toBe('Arun Patel');
    expect((await nadia.delete(path)).status).toBe(403);
    expect((await arun.delete(path)).body.missing).toBe(1);
    expect((await arun.delete(path)).status).toBe(200);
    expect(await lastKinds()).toEqual(['step_taken_up', 'step_put_off']);
  });

  test('what is done, or what the law asks for, is not put off', async () => {
    expect((await nadia.put('/api/set-up/schools/put-off', {})).status).toBe(409);
    expect((await arun.put('/api/set-up/privacy_officer/put-off', {})).status).toBe(403);
    expect((await arun.put('/api/set-up/coffee/put-off', {})).status).toBe(422);
  });

  test('somebody who is invited is waited for, until she comes or is not expected any more', async () => {
    const given = { name: 'Ada Quill', username: 'ada', roles: ['administrator'] };
    expect((await arun.post('/api/invitations', given)).status).toBe(201);
    expect((await stateOf('second_administrator')).state).toBe('waiting');
    house.clock.advance(8 * 86_400_000);
    await arrive();
    expect((await stateOf('second_administrator')).state).toBe('missing');
  });

  test('is for who keeps the installation', async () => {
    for (const by of [maya, maria]) expect((await by.get('/api/set-up')).status).toBe(404);
  });
});
