import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Team } from '#accounts/rules/team.ts';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { noticer } from '../notices/noticing.ts';

let house: House;
let maria: Client, maya: Client, ines: Client, owen: Client, nadia: Client, arun: Client;
let ids: Record<string, number>;

beforeAll(async () => {
  house = await openHouse();
  [maria, maya, ines, owen, nadia, arun] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Ines Roy', 'Owen Hart', 'Nadia Petrov', 'Arun Patel'] as const).map(
      house.as,
    ),
  )) as [Client, Client, Client, Client, Client, Client];
  const { items } = (await maya.get('/api/agents')).body;
  ids = Object.fromEntries(
    items.map(({ id, name }: { id: number; name: string }) => [name.split(' ')[0], id]),
  );
});
afterAll(() => house.close());

const asked = { subject: 'x', description: 'x', impact: 'one_person', urgency: 'low' };
const open = async (category = 'pen', by = maria) =>
  (await by.post('/api/tickets', { ...asked, category })).body.number as number;
const ticket = async (number: number, by = maya) => (await by.get(`/api/tickets/${number}`)).body;
const give = (number: number, gift: object, by = maya) => {
  house.clock.advance(1000); // what is done at one instant is undone together
  return by.put(`/api/tickets/${number}/assignment`, gift);
};
const undo = async (number: number, by = maya) =>
  by.post(`/api/tickets/${number}/undo`, { change: (await ticket(number, by)).undo.change });
const story = async (number: number, by = maya): Promise<string[]> =>
  (await by.get(`/api/tickets/${number}/history`)).body.items.map(({ words }: { words: string }) => words);
const addTeam = async (name: string, more: object = {}): Promise<Team> => {
  const { status, body } = await nadia.post('/api/teams', { name, ...more });
  expect(status).toBe(201);
  return body;
};
const rule = async (...rules: object[]) => {
  const { version } = (await nadia.get('/api/team-rules')).body;
  return nadia.put('/api/team-rules', { rules, version });
};
const absent = (who: string, by = nadia) =>
  by.post('/api/absences', { person: ids[who], from_date: '2026-11-23', to_date: '2026-11-25' });

describe('teams', () => {
  test('are read by the desk and kept by who shares out the work; nothing to a school', async () => {
    const team = await addTeam('Enrolment', { people: [ids['Maya'], ids['Ines'], ids['Ines']] });
    expect(team.people.map(({ name }) => name)).toEqual(['Ines Roy', 'Maya Chen']);
    const seen = (await maya.get('/api/teams')).body.items.find(({ id }: Team) => id === team.id);
    expect(seen).toMatchObject({ mine: true, can: { change: false } });
    for (const [by, status] of [
      [maya, 404],
      [maria, 404],
      [arun, 200],
    ] as const)
      expect((await by.patch(`/api/teams/${team.id}`, { way: 'round_robin' })).status).toBe(status);
    expect((await maria.get('/api/teams')).status).toBe(404);
    expect((await nadia.post('/api/teams', { name: 'ENROLMENT' })).body.errors[0].field).toBe('name');
    expect((await nadia.patch(`/api/teams/${team.id}`, { people: [1] })).status).toBe(422); // a school's person
    expect((await nadia.patch('/api/teams/99', { name: 'x' })).status).toBe(404);
  });

  test('that are removed twice are removed once, leave their tickets, and come back with them', async () => {
    const team = await addTeam('Short-lived', { people: [ids['Maya']] });
    const number = await open();
    await give(number, { team: team.id });
    const of = async (filter: string) =>
      (await maya.get(`/api/tickets?team=${filter}&limit=100`)).body.items.map(
        (each: { number: number }) => each.number,
      );
    expect(await of('mine')).toContain(number);
    for (const _ of [1, 2]) expect((await nadia.delete(`/api/teams/${team.id}`)).status).toBe(200);
    expect([(await ticket(number)).team, (await of('mine')).includes(number)]).toEqual([null, false]);
    expect(await of('none')).toContain(number);
    expect((await nadia.patch(`/api/teams/${team.id}`, { name: 'y' })).status).toBe(404);
    expect((await give(await open(), { team: team.id })).status).toBe(422);
    expect((await nadia.patch(`/api/teams/${team.id}`, { removed: false })).body).toEqual(team);
    expect((await ticket(number)).team).toEqual({ id: team.id, name: 'Short-lived' });
  });
});

describe('giving', () => {
  test('to a team leaves it to nobody, a person keeps the team, and both are undone', async () => {
    const team = await addTeam('Giving', { people: [ids['Maya']] });
    const number = await open();
    expect((await give(number, { team: team.id })).body).toMatchObject({
      team: { name: 'Giving' },
      assignee: null,
      state: 'new',
    });
    expect((await story(number)).at(-1)).toBe('Maya Chen changed its team');
    expect(JSON.stringify(await ticket(number, maria))).not.toContain('Giving');
    expect(await story(number, maria)).toHaveLength(1);
    expect((await give(number, { agent: ids['Ines'] })).body).toMatchObject({
      team: { name: 'Giving' },
      assignee: { name: 'Ines Roy' },
      state: 'in_progress',
    });
    expect((await undo(number)).body.ticket).toMatchObject({
      assignee: null,
      state: 'new',
      team: { name: 'Giving' },
    });
    const other = await open();
    await give(other, { team: team.id });
    expect((await undo(other)).body.ticket.team).toBeNull();
    expect(await story(other, maria)).toHaveLength(1);
    expect((await maria.get(`/api/tickets?team=${team.id}`)).body.items).toEqual([]);
    expect((await maria.get('/api/tickets?sort=team')).status).toBe(422);
  });

  test('to who is next is in turn, by load, never to who is away, and says when nobody is there', async () => {
    const team = await addTeam('Turns', { people: [ids['Maya'], ids['Ines']] });
    const next = async (way: string) => (await give(await open(), { team: team.id, next: way }, nadia)).body;
    const given = [];
    for (let count = 0; count < 4; count++) given.push((await next('round_robin')).assignee.name);
    expect(given[0]).not.toBe(given[1]);
    expect([given[2], given[3]]).toEqual([given[0], given[1]]);
    const counts = async (who: string) =>
      (await nadia.get(`/api/tickets/counts?assignee=${ids[who]}`)).body.total as number;
    const fewest = (await counts('Maya')) <= (await counts('Ines')) ? 'Maya Chen' : 'Ines Roy';
    const [m, i] = [await counts('Maya'), await counts('Ines')];
    if (m !== i) expect((await next('least_loaded')).assignee.name).toBe(fewest);

    const away = (await absent('Maya')).body;
    expect((await next('round_robin')).assignee.name).toBe('Ines Roy');
    expect((await next('round_robin')).assignee.name).toBe('Ines Roy');
    await nadia.put(`/api/agents/${ids['Ines']}/hours`, {
      hours: [{ weekday: 1, from_minute: 720, to_minute: 960 }],
    });
    const stays = await next('round_robin');
    expect(stays).toMatchObject({ assignee: null, team: { name: 'Turns' } });
    await nadia.put(`/api/agents/${ids['Ines']}/hours`, { hours: [] });
    // By hand it is allowed: the screens say that she is away.
    expect((await give(stays.number, { agent: ids['Maya'] }, ines)).body.assignee.name).toBe('Maya Chen');
    await nadia.delete(`/api/absences/${away.id}`);
  });

  test('two at the same instant do not go to one person', async () => {
    const team = await addTeam('At once', { people: [ids['Owen'], ids['Nadia'], ids['Maya'], ids['Ines']] });
    const numbers = [await open(), await open(), await open(), await open()];
    const given = await Promise.all(
      numbers.map((number, at) =>
        give(number, { team: team.id, next: 'round_robin' }, [maya, ines, owen, nadia][at]!),
      ),
    );
    expect(new Set(given.map(({ body }) => body.assignee.name)).size).toBe(4);
  });

  test.each([
    ['a school', () => give(1003, { agent: null }, maria), 404],
    ['who works no tickets', () => give(1003, { agent: null }, arun), 403],
    ['nothing', () => give(1003, {}), 422],
    ['the next of no team', () => give(1003, { next: 'round_robin' }), 422],
    ['a team that is not there', () => give(1003, { team: 99 }), 422],
  ])('is refused: %s', async (_, attempt, status) => expect((await attempt()).status).toBe(status));
});

describe('what goes to a team by itself', () => {
  test('is the first rule that fits, by the team’s way, told as the software’s deed with why', async () => {
    const access = await addTeam('Access', { way: 'round_robin', people: [ids['Maya'], ids['Ines']] });
    const reports = await addTeam('Reports', { people: [ids['Owen']] });
    expect(
      (
        await rule(
          { team: access.id, categories: ['login_access'], schools: null },
          { team: reports.id, categories: ['login_access', 'report_cards'], schools: null },
        )
      ).status,
    ).toBe(200);
    const number = await open('login_access');
    const routed = await ticket(number);
    expect(routed).toMatchObject({ state: 'new', team: { name: 'Access' } });
    expect((await story(number)).at(-1)).toBe(
      `The software gave it to ${routed.assignee.name} by turn in Access`,
    );
    expect((await ticket(number, maria)).assignee.name).toBe(routed.assignee.name);
    expect(JSON.stringify([await ticket(number, maria), await story(number, maria)])).not.toContain('Access');
    const second = await ticket(await open('login_access'));
    expect(second.assignee.name).not.toBe(routed.assignee.name);

    const by_hand = await open('report_cards', maria);
    expect(await ticket(by_hand)).toMatchObject({ team: { name: 'Reports' }, assignee: null });
    expect((await story(by_hand)).at(-1)).toBe('The software gave it to the team Reports');
    expect(await ticket(await open('pen'))).toMatchObject({ team: null, assignee: null });

    const away = [(await absent('Maya')).body, (await absent('Ines')).body];
    const stays = await open('login_access');
    expect(await ticket(stays)).toMatchObject({ team: { name: 'Access' }, assignee: null });
    expect((await story(stays)).at(-1)).toContain('left it with the team Access');
    for (const { id } of away) await nadia.delete(`/api/absences/${id}`);
    expect((await rule()).body.items).toEqual([]);
  });

  test('is changed by who shares out the work, and not over what she has not seen', async () => {
    const { version } = (await nadia.get('/api/team-rules')).body;
    const body = { rules: [], version };
    expect((await maya.put('/api/team-rules', body)).status).toBe(404);
    const team = (await nadia.get('/api/teams')).body.items[0].id;
    expect(
      (await nadia.put('/api/team-rules', { ...body, rules: [{ team, categories: null, schools: [99] }] }))
        .status,
    ).toBe(422);
    expect(
      (await nadia.put('/api/team-rules', { ...body, rules: [{ team, categories: ['pen'], schools: [1] }] }))
        .status,
    ).toBe(200);
    expect((await arun.put('/api/team-rules', body)).status).toBe(409);
    await rule();
  });
});

describe('handing over', () => {
  const mine = async (by: Client) =>
    (await by.get('/api/tickets?assignee=me&limit=100&offset=0&sort=-number')).body.items.map(
      (each: { number: number }) => each.number,
    ) as number[];
  const bell = async (by: Client) => {
    await readOn(house.database, actorOf({ side: 'system', job: 'readers' }), noticer);
    return (await by.get('/api/notices')).body.items.map(({ words }: { words: string }) => words) as string[];
  };

  test('to a person: a preview, a note and a line on each, one notice, and one way back', async () => {
    const before = await mine(maya);
    expect(before.length).toBeGreaterThan(2);
    const preview = await maya.get(`/api/hand-overs/preview?from=${ids['Maya']}&to=${ids['Owen']}`);
    expect(preview.body).toMatchObject({ count: before.length, left: 0, shares: [{ count: before.length }] });
    const heard = await bell(owen);
    house.clock.advance(1000);
    const owens = await mine(owen);
    const done = await maya.post('/api/hand-overs', { from: ids['Maya'], to: ids['Owen'], note: 'On leave' });
    expect(done).toMatchObject({ status: 201, body: { count: before.length } });
    expect(await mine(maya)).toEqual([]);
    expect(await mine(owen)).toHaveLength(owens.length + before.length);
    const one = await ticket(before[0]!);
    expect(one.messages.at(-1)).toMatchObject({ kind: 'note', text: 'On leave' });
    expect(await story(before[0]!)).toContain('Maya Chen handed it over');
    const told = await bell(owen);
    expect(told[0]).toBe(`Maya Chen handed you ${before.length} tickets`);
    expect(told.slice(1)).toEqual(heard);

    // One of them moves on: it stays where it is.
    await give(before[1]!, { agent: ids['Ines'] }, owen);
    expect((await owen.post(`/api/hand-overs/${done.body.id}/undo`, {})).status).toBe(404);
    const back = await maya.post(`/api/hand-overs/${done.body.id}/undo`, {});
    expect(back.body).toEqual({ back: before.length - 1, kept: 1 });
    expect(await mine(maya)).toEqual(before.filter(number => number !== before[1]));
    expect(
      (await ticket(before[0]!)).messages.some(({ text }: { text: string }) => text === 'On leave'),
    ).toBe(false);
    expect((await maya.post(`/api/hand-overs/${done.body.id}/undo`, {})).status).toBe(404);
    expect((await bell(owen))[0]).toBe(`Maya Chen handed on ${before.length - 1} of your tickets`);
  });

  test('one of them is undone by itself, and the rest with the whole', async () => {
    house.clock.advance(1000);
    const before = await mine(ines);
    const { body } = await ines.post('/api/hand-overs', { from: ids['Ines'], to: ids['Owen'] });
    expect((await undo(before[0]!, ines)).body.ticket.assignee.name).toBe('Ines Roy');
    expect((await ines.post(`/api/hand-overs/${body.id}/undo`, {})).body).toEqual({
      back: before.length - 1,
      kept: 1,
    });
    expect(await mine(ines)).toEqual(before);
  });

  test('back to the teams goes by each team’s way, never to who hands over, and as previewed', async () => {
    const team = await addTeam('Back', {
      way: 'least_loaded',
      people: [ids['Ines'], ids['Owen'], ids['Nadia']],
    });
    const numbers: number[] = [];
    for (let count = 0; count < 6; count++) {
      numbers.push(await open());
      await give(numbers.at(-1)!, { team: team.id, agent: ids['Ines'] });
    }
    const query = `from=${ids['Ines']}&to=teams&category=pen`;
    const { body: preview } = await nadia.get(`/api/hand-overs/preview?${query}`);
    const { body } = await nadia.post('/api/hand-overs', {
      from: ids['Ines'],
      to: 'teams',
      category: ['pen'],
    });
    expect(body.shares).toEqual(preview.shares);
    for (const number of numbers) expect((await ticket(number)).assignee.name).not.toBe('Ines Roy');
    expect((await bell(ines))[0]).toContain(`Nadia Petrov handed on ${body.count}`);
  });

  test('at its limit, what is about rights and stays is not said to be left over', async () => {
    const priya = await house.as('Priya Nair');
    const wish = { action: 'add', name: 'Jo Park', kind: 'marks', why: 'x', from: '2099-01-01' };
    const { ticket } = (await priya.post('/api/rights/requests', wish)).body;
    await nadia.put(`/api/tickets/${ticket}/assignment`, { agent: ids['Ines'] });
    await house.database.pool.query(
      `insert into tickets (school_id, requester_id, opened_by, subject, category, impact, urgency, priority, state,
         opened_at, last_activity_at, words, assignee_id)
       select school_id, requester_id, opened_by, 'Many', category, impact, urgency, priority, 'in_progress',
         opened_at, last_activity_at, words, $1 from tickets, generate_series(1, 500) where number = 1001`,
      [ids['Ines']],
    );
    const { total } = (
      await nadia.get(`/api/tickets/counts?assignee=${ids['Ines']}&request=none,configuration`)
    ).body;
    const { body } = await nadia.get(`/api/hand-overs/preview?from=${ids['Ines']}&to=${ids['Owen']}`);
    expect(body).toMatchObject({ count: 500, left: total - 500 });
    await house.database.pool.query(`delete from tickets where subject = 'Many'`);
  });

  test('is for oneself, or for who shares out the work; also of one who has left', async () => {
    const of = (by: Client, from: string, to: string | number = ids['Nadia']!) =>
      by.post('/api/hand-overs', { from: ids[from], to });
    expect((await of(owen, 'Maya')).status).toBe(403);
    expect((await of(maria, 'Maya')).status).toBe(404);
    expect((await of(maya, 'Maya', ids['Maya'])).status).toBe(422);
    expect((await of(maya, 'Maya', ids['Arun'])).status).toBe(422);
    await arun.patch(`/api/agents/${ids['Maya']}`, { left: true });
    const away = (await owen.get('/api/whereabouts')).body.items;
    expect(away).toContainEqual({
      person: ids['Maya'],
      word: 'has left',
      words: 'has left',
      left: true,
      stand_in: null,
    });
    expect((await of(arun, 'Maya')).status).toBe(201);
    expect((await of(arun, 'Maya')).status).toBe(409);
    await arun.patch(`/api/agents/${ids['Maya']}`, { left: false });
    maya = await house.as('Maya Chen');
  });
});

describe('hours and absences', () => {
  test('are one’s own or the coordinator’s, and say who is there', async () => {
    const times = { hours: [{ weekday: 1, from_minute: 480, to_minute: 720 }] };
    const hours = (by: Client, body: object = times) => by.put(`/api/agents/${ids['Owen']}/hours`, body);
    expect([(await hours(maya)).status, (await hours(maria)).status, (await hours(owen)).status]).toEqual([
      403, 404, 200,
    ]);
    expect(
      (await hours(owen, { hours: [...times.hours, { weekday: 1, from_minute: 700, to_minute: 800 }] }))
        .status,
    ).toBe(422);
    const rota = async () =>
      (await maya.get('/api/rota')).body.people.find(({ name }: { name: string }) => name === 'Owen Hart');
    expect(await rota()).toMatchObject({
      hours_words: 'Monday 8:00–12:00',
      away: null,
      can: { change: false },
    });
    const days = { from_date: '2026-11-23', to_date: '2026-11-26', stand_in: ids['Ines'], reason: 'Course' };
    const { body: away } = await owen.post('/api/absences', { person: ids['Owen'], ...days });
    expect(away).toMatchObject({ words: 'today to Thursday', stand_in: { name: 'Ines Roy' } });
    expect(await rota()).toMatchObject({ away: 'away until 30 November, 8:00' });
    expect((await maya.get('/api/whereabouts')).body.items).toContainEqual({
      person: ids['Owen'],
      word: 'away',
      words: 'away until 30 November, 8:00',
      left: false,
      stand_in: away.stand_in,
    });
    expect((await maya.delete(`/api/absences/${away.id}`)).status).toBe(403);
    expect(
      (await owen.patch(`/api/absences/${away.id}`, { to_date: '2026-11-22' })).body.errors[0].field,
    ).toBe('to_date');
    expect((await owen.patch(`/api/absences/${away.id}`, { stand_in: ids['Owen'] })).status).toBe(422);
    for (const _ of [1, 2]) expect((await owen.delete(`/api/absences/${away.id}`)).status).toBe(200);
    expect(await rota()).toMatchObject({ away: null, absences: [] });
    expect((await owen.patch(`/api/absences/${away.id}`, { to_noon: true })).status).toBe(404);
    expect((await owen.patch(`/api/absences/${away.id}`, { removed: false })).body).toEqual(away);
    for (const path of ['/api/rota', '/api/whereabouts']) expect((await maria.get(path)).status).toBe(404);
  });
});
