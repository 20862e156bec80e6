import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { noticer } from '../notices/noticing.ts';
import { giver } from './waiting.ts';

/** Tickets that found nobody of their team there. */

let house: House;
let maria: Client, maya: Client, ines: Client, nadia: Client;
let ids: Record<string, number>;
let team: number;
let away: number[] = [];

const software = actorOf({ side: 'system', job: 'readers' });
const look = () =>
  readOn(
    house.database,
    software,
    giver(() => house.clock.now),
  );
const asked = { subject: 'x', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
const open = async () => (await maria.post('/api/tickets', asked)).body.number as number;
const ticket = async (number: number, by = maya) => (await by.get(`/api/tickets/${number}`)).body;
const story = async (number: number, by = maya): Promise<string[]> =>
  (await by.get(`/api/tickets/${number}/history`)).body.items.map(({ words }: { words: string }) => words);
const given = 'who is there now';
const timesGiven = async (number: number) =>
  (await story(number)).filter(words => words.includes(given)).length;
const absent = async (who: string) => {
  const absence = { person: ids[who], from_date: '2026-11-23', to_date: '2026-11-25' };
  away.push((await nadia.post('/api/absences', absence)).body.id);
};
const come = async () => {
  for (const id of away) await nadia.delete(`/api/absences/${id}`);
  away = [];
};

beforeAll(async () => {
  house = await openHouse();
  [maria, maya, ines, nadia] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Ines Roy', 'Nadia Petrov'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
  const { items } = (await maya.get('/api/agents')).body;
  ids = Object.fromEntries(
    items.map(({ id, name }: { id: number; name: string }) => [name.split(' ')[0], id]),
  );
  const people = [ids['Maya'], ids['Ines']];
  team = (await nadia.post('/api/teams', { name: 'Access', way: 'round_robin', people })).body.id;
  const { version } = (await nadia.get('/api/team-rules')).body;
  await nadia.put('/api/team-rules', { rules: [{ team, categories: ['pen'], schools: null }], version });
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.advance(60_000);
  await absent('Maya');
  await absent('Ines');
});

describe('a ticket that found nobody of its team there', () => {
  test('waits, and is given when somebody is there, once, also with two servers', async () => {
    const numbers = [await open(), await open()];
    await look();
    for (const number of numbers) expect(await ticket(number)).toMatchObject({ assignee: null });
    await come();
    await Promise.all([look(), look()]);
    await look();
    const names = [];
    for (const number of numbers) {
      expect(await timesGiven(number)).toBe(1);
      names.push((await ticket(number)).assignee.name);
    }
    expect(new Set(names)).toEqual(new Set(['Ines Roy', 'Maya Chen']));
  });

  test('comes when absences end or hours begin by the clock alone', async () => {
    await come();
    const hours = [{ weekday: 1, from_minute: 720, to_minute: 960 }];
    await nadia.put(`/api/agents/${ids['Ines']}/hours`, { hours });
    await absent('Maya');
    const number = await open();
    await look();
    expect(await ticket(number)).toMatchObject({ assignee: null });
    const before = house.clock.now;
    house.clock.now = new Date('2026-11-23T20:30:00Z'); // Monday 12:30, Pacific time
    ines = await house.as('Ines Roy');
    await look();
    expect((await ticket(number, ines)).assignee.name).toBe('Ines Roy');
    house.clock.now = before;
    await nadia.put(`/api/agents/${ids['Ines']}/hours`, { hours: [] });
    await come();
  });

  test('is told to its school by the name alone, and to whoever gets it by the bell', async () => {
    const number = await open();
    await come();
    await absent('Maya');
    await look();
    const told = `${JSON.stringify(await story(number, maria))} ${JSON.stringify(await ticket(number, maria))}`;
    expect(told).toContain('The software changed who has it');
    expect(told).toContain('Ines Roy');
    for (const hidden of ['Access', given, 'turn']) expect(told).not.toContain(hidden);
    await readOn(house.database, software, noticer);
    const bell = JSON.stringify((await ines.get('/api/notices')).body.items);
    expect(bell).toContain(String(number));
    await come();
  });

  test('also when it was given to who is next, or handed over to the teams', async () => {
    await come();
    const by_hand = (await nadia.post('/api/tickets', { ...asked, category: 'attendance', school: 1 })).body;
    const handed = await open();
    await nadia.put(`/api/tickets/${handed}/assignment`, { agent: ids['Owen'] });
    await absent('Maya');
    await absent('Ines');
    const next = { team, next: 'least_loaded' };
    await nadia.put(`/api/tickets/${by_hand.number}/assignment`, next);
    expect((await nadia.post('/api/hand-overs', { from: ids['Owen'], to: 'teams' })).status).toBe(201);
    expect(await ticket(handed)).toMatchObject({ assignee: null, team: { id: team } });
    await come();
    await look();
    for (const number of [by_hand.number, handed]) expect(await timesGiven(number)).toBe(1);
  });
});

describe('nobody is given', () => {
  test('what a person gave to the team, took, solved or took from it meanwhile', async () => {
    const [to_team, taken, gone, elsewhere] = [await open(), await open(), await open(), await open()];
    await nadia.put(`/api/tickets/${to_team}/assignment`, { team });
    await nadia.put(`/api/tickets/${taken}/assignment`, { agent: ids['Owen'] });
    await maria.post(`/api/tickets/${gone}/moves`, { move: 'withdraw', reason: 'Found it.' });
    await nadia.put(`/api/tickets/${elsewhere}/assignment`, { team: null });
    await come();
    await look();
    for (const number of [to_team, taken, gone, elsewhere]) expect(await timesGiven(number)).toBe(0);
  });

  test('what waits for a team that is removed, until it is back', async () => {
    const number = await open();
    await nadia.delete(`/api/teams/${team}`);
    await come();
    await look();
    expect(await timesGiven(number)).toBe(0);
    await nadia.patch(`/api/teams/${team}`, { removed: false });
    await look();
    expect(await timesGiven(number)).toBe(1);
  });
});
