import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { listen } from '#testing/listener.ts';
import type { Clocks, ClockRead, Recounts } from '../../rules/clocks/schemas.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { noticer } from '../notices/noticing.ts';
import { recounter } from './recounting.ts';
import { keepTime } from './timekeeping.ts';

/** What is promised on a ticket, and what time alone does with it. The desk works Monday to Friday from 8 to 16. */

let house: House;
let maria: Client, maya: Client, coordinator: Client;
const software = actorOf({ side: 'system', job: 'test' });

beforeAll(async () => {
  house = await openHouse();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  await at('2026-11-30T08:00');
  await timePasses();
  await bell(maya);
  await bell(coordinator);
});
afterAll(() => house.close());

/** A time of the desk's wall; a night later the sessions are over. */
async function at(local: string): Promise<void> {
  house.clock.now = new Date(`${local}:00-07:00`);
  [maria, maya, coordinator] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Nadia Petrov'] as const).map(house.as),
  )) as [Client, Client, Client];
}

async function timePasses(): Promise<void> {
  const keeping = { database: house.database, clock: () => house.clock.now, failed: raise };
  for (let next = await keepTime(keeping); next && next <= house.clock.now;) next = await keepTime(keeping);
  await readOn(house.database, software, noticer);
}
const raise = (error: unknown) => {
  throw error;
};

const asked = { description: 'x', category: 'attendance', impact: 'one_school', urgency: 'normal' };
async function open(subject: string, more = {}): Promise<string> {
  const { status, body } = await maria.post('/api/tickets', { subject, ...asked, ...more });
  expect(status).toBe(201);
  return `/api/tickets/${body.number}`;
}
const ticket = async (path: string, by = maya): Promise<TicketWithMessages> => (await by.get(path)).body;
const due = async (path: string, by = maya) => (await ticket(path, by)).due;
const clocks = async (path: string, by = maya): Promise<Clocks> => (await by.get(`${path}/clocks`)).body;
const clock = async (path: string, name: ClockRead['clock'], by = maya): Promise<ClockRead> =>
  (await clocks(path, by)).clocks.find(each => each.clock === name)!;
const reply = (path: string, by: Client, text = 'Here it is.') => by.post(`${path}/replies`, { text });
const move = (path: string, name: string, more = {}, by = maya) =>
  by.post(`${path}/moves`, { move: name, ...more });
const solution = { resolution_code: 'solved_l1', answer: 'Done.', minutes: 5 };
const story = async (path: string, by = maya): Promise<string[]> =>
  (await by.get(`${path}/history`)).body.items.map(({ words }: { words: string }) => words);
async function bell(by: Client, about = ''): Promise<string[]> {
  await readOn(house.database, software, noticer);
  const { items } = (await by.get('/api/notices?limit=100')).body;
  await by.put('/api/notices/read', { up_to: 9_000_000 });
  return items
    .filter(({ read, words }: { read: boolean; words: string }) => !read && words.includes(about))
    .map(({ words }: { words: string }) => words);
}

describe('the promise', () => {
  test('is said with the ticket, to the desk and to the school, and is explained', async () => {
    await at('2026-11-30T15:00');
    const path = await open('A question late in the day');
    // P3: an answer within 4 hours of the desk, a solution within 24.
    expect(await due(path)).toEqual({
      clock: 'response',
      at: expect.objectContaining({ at: '2026-12-01T18:00:00.000Z' }),
      words: 'Answer by tomorrow 11:00',
      short: 'by tomorrow 11:00',
      late: false,
    });
    expect((await due(path, maria))?.words).toBe('Answer by tomorrow 11:00');
    await at('2026-12-01T09:00');
    const first = await clock(path, 'response', maria);
    expect(first).toMatchObject({
      words: 'First answer: promised by today 11:00, in 2 working hours',
      used: '2 h of 4 h used',
      percent: 50,
      running: true,
      late: false,
      together: 'Together 2 h of 4 h',
    });
    expect(first.why.map(({ words }) => words)).toEqual([
      'Monday 30 November, 15:00 to 16:00: counted 1 h',
      'today, 8:00 to 9:00: counted 1 h',
    ]);
    expect((await clocks(path, maria)).turn).toBe('Our turn');
    expect((await clock(path, 'resolution', maria)).used).toBe('0.2 of 3 days used');
  });

  test('is an answer alone where the work is the school’s: no solution falls due, and all of it can be taken on', async () => {
    await at('2026-12-01T13:00');
    const path = await open('Our filter blocks the address');
    await maya.patch(path, { promised: 'answer' });
    expect((await ticket(path)).promised).toBe('answer');
    expect((await due(path))?.words).toBe('Answer by tomorrow 9:00');
    const read = await clocks(path, maria);
    expect(read.clocks.map(each => each.clock)).toEqual(['response', 'total']);
    expect(read.only).toBe('The work is your school’s: an answer is promised, no solution.');
    await reply(path, maya);
    expect(await due(path)).toBeNull();
    await at('2026-12-01T15:00');
    const { body } = await maya.patch(path, { promised: 'whole' });
    // As if it had been promised from the beginning: 24 hours of the desk from 13:00.
    expect(body.due.words).toBe('Solution by Friday 13:00');
    expect((await clocks(path)).only).toBeNull();
    const { items } = (await maria.get(`${path}/history`)).body;
    expect(items.at(-1).changes).toEqual([
      {
        field: 'Promised',
        from: 'An answer: the work is the school’s',
        to: 'An answer and a solution',
      },
    ]);
    expect((await maria.patch(path, { promised: 'answer' })).status).toBe(404);
    await maya.post(`${path}/undo`, { change: body.undo.change });
    expect((await ticket(path)).promised).toBe('answer');
    expect(await due(path)).toBeNull();
    await move(path, 'resolve', solution);
  });

  test('of the first answer is kept by one; a question to the school pauses that of the solution', async () => {
    await at('2026-12-02T08:00');
    const path = await open('A question and a question back');
    await at('2026-12-02T09:00');
    await reply(path, maya);
    expect(await due(path)).toMatchObject({ clock: 'resolution', words: 'Solution by Friday 16:00' });
    expect((await clock(path, 'response')).words).toBe('First answer: today 9:00, in time');
    await at('2026-12-02T10:00');
    await move(path, 'ask_school', { question: 'Which one?' });
    expect(await due(path)).toBeNull();
    expect((await clock(path, 'resolution')).words).toBe(
      'Solution: paused, 22 h of the desk’s hours are left',
    );
    expect((await clocks(path, maria)).turn).toBe('Your turn');
    await at('2026-12-03T10:00');
    await reply(path, maria);
    // An answer within 4 hours; and the solution a working day later than before.
    expect(await due(path)).toMatchObject({ clock: 'next_response', words: 'Answer by today 14:00' });
    expect((await clock(path, 'resolution')).due?.at).toBe('2026-12-07T23:00:00.000Z');
    expect((await clock(path, 'resolution')).why.map(({ words }) => words)).toContain(
      'Wednesday 2 December 10:00 to today 10:00: waiting for the school, paused',
    );
    const { waited } = await clocks(path);
    const gone = (house.clock.now.getTime() - Date.parse((await ticket(path)).opened.at)) / 1000;
    expect(waited.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(gone);
  });

  test('changes with the priority, and not with the category', async () => {
    await at('2026-12-07T08:00');
    const path = await open('More urgent than it seemed');
    const before = await due(path);
    await maya.patch(path, { category: 'report_cards' });
    expect(await due(path)).toEqual(before);
    await maya.patch(path, { urgency: 'high' });
    expect(await due(path)).toMatchObject({ words: 'Answer by today 10:00' });
  });

  test('is nobody’s inside the iGroup', async () => {
    const { body } = await maya.post('/api/tickets', {
      ...asked,
      subject: 'Ours',
      school: (await ticket(await open('Whose'))).school.id,
      inside: true,
    });
    const path = `/api/tickets/${body.number}`;
    expect(body.due).toBeNull();
    expect(await clocks(path)).toMatchObject({ agreement: null, clocks: [], waited: [] });
    expect((await maria.get(`${path}/clocks`)).status).toBe(404);
  });

  test('orders the list: the next deadline first, and asks for what is late or soon late', async () => {
    await at('2026-12-08T08:00');
    const late = await open('Late', { urgency: 'high' });
    const later = await open('Later');
    await at('2026-12-08T10:01');
    const numbers = async (query: string): Promise<number[]> =>
      (await maya.get(`/api/tickets?limit=100&offset=0&${query}`)).body.items.map(
        (item: { number: number }) => item.number,
      );
    const of = (path: string) => Number(path.split('/').at(-1));
    expect(await numbers('due=late')).toContain(of(late));
    expect(await numbers('due=late')).not.toContain(of(later));
    expect(await numbers('due=soon')).toContain(of(later));
    expect(await numbers('due=today')).toContain(of(later));
    const sorted = await numbers('sort=due');
    expect(sorted.indexOf(of(late))).toBeLessThan(sorted.indexOf(of(later)));
  });
});

describe('time alone', () => {
  test('warns before and at the end of a promise, once, whoever has the ticket and the coordinator', async () => {
    await at('2026-12-09T08:00');
    const path = await open('Nobody answers');
    const number = path.split('/').at(-1)!;
    await maya.put(`${path}/assignment`, { agent: (await ticket(path)).assignee?.id ?? (await me()) });
    await bell(maya);
    await bell(coordinator);
    await at('2026-12-09T10:00');
    await Promise.all([timePasses(), timePasses()]);
    expect(await bell(maya, number)).toEqual([`A promised time on ${number} is running out`]);
    expect(await bell(coordinator, number)).toEqual([`A promised time on ${number} is running out`]);
    await timePasses();
    expect(await bell(maya, number)).toEqual([]);
    await at('2026-12-09T12:00');
    await timePasses();
    // 80 % and the deadline came together for who looks now.
    expect(await bell(maya, number)).toEqual([`${number} is late: its promised time is over`]);
    expect(await story(path)).toContain('The software told that the time for the first answer is over');
    expect((await story(path, maria)).some(line => line.includes('told that'))).toBe(false);
  });

  test('waits with a warning until who is told works: by her own hours, and whoever reads meanwhile', async () => {
    await at('2026-12-16T08:00');
    const id = await me();
    await maya.put(`/api/agents/${id}/hours`, { hours: [{ weekday: 3, from_minute: 780, to_minute: 960 }] });
    const path = await open('For the afternoon');
    const number = path.split('/').at(-1)!;
    await maya.put(`${path}/assignment`, { agent: id });
    await timePasses();
    for (const each of [maya, coordinator]) await bell(each);
    await at('2026-12-16T10:00');
    await timePasses();
    expect(await bell(coordinator, number)).toEqual([`A promised time on ${number} is running out`]);
    expect(await bell(maya, number)).toEqual([]);
    await at('2026-12-16T12:59');
    await timePasses();
    expect(await bell(maya, number)).toEqual([]);
    await at('2026-12-16T13:00');
    await timePasses();
    const both = [
      `${number} is late: its promised time is over`,
      `A promised time on ${number} is running out`,
    ];
    expect(await bell(maya, number)).toEqual(both);
    await timePasses();
    expect(await bell(maya, number)).toEqual([]);
    await maya.put(`/api/agents/${id}/hours`, { hours: [] });
  });

  test('reminds the school on its own days, then closes without an answer, and never sooner than promised', async () => {
    await at('2027-01-11T09:00');
    const path = await open('Asked back');
    await move(path, 'ask_school', { question: 'Which one?' });
    await at('2027-01-14T09:01');
    await timePasses();
    expect(await story(path, maria)).toContain('The software reminded you that your answer is awaited');
    // The server was off: the second reminder comes late, and so does the end.
    await at('2027-01-26T09:00');
    await timePasses();
    expect((await ticket(path)).state).toBe('waiting_school');
    await at('2027-01-28T08:00');
    await timePasses();
    expect((await ticket(path)).state).toBe('waiting_school');
    await at('2027-01-29T09:02');
    await timePasses();
    expect(await ticket(path)).toMatchObject({ state: 'closed', resolution_code: 'no_answer_from_school' });
  });

  test('takes silence as yes five school days after a solution, with a reminder before', async () => {
    await at('2027-02-01T09:00');
    const path = await open('Solved');
    await move(path, 'resolve', solution);
    await at('2027-02-03T09:01');
    await timePasses();
    expect(await story(path, maria)).toContain('The software reminded you that your answer is awaited');
    await at('2027-02-08T08:59');
    await timePasses();
    expect((await ticket(path)).state).toBe('resolved');
    await at('2027-02-08T09:03');
    await timePasses();
    expect((await ticket(path)).state).toBe('closed');
  });

  test('takes up again what was planned, when the desk opens on that day', async () => {
    await at('2027-02-09T09:00');
    const path = await open('Planned');
    await move(path, 'take');
    await move(path, 'plan', { date: '2027-02-11', school_agreed: true });
    await at('2027-02-11T07:59');
    await timePasses();
    expect((await ticket(path)).state).toBe('scheduled');
    await at('2027-02-11T08:00');
    await timePasses();
    expect((await ticket(path)).state).toBe('in_progress');
  });

  test('counts the open deadlines anew when the desk’s hours change', async () => {
    await at('2027-02-16T15:00');
    const path = await open('Over night');
    expect((await due(path))?.at.at).toBe('2027-02-17T18:00:00.000Z');
    const admin = await house.as('Nadia Petrov');
    const { time } = (await admin.get('/api/igroup/settings')).body;
    const week = [1, 2, 3, 4, 5].map(weekday => ({ weekday, from_minute: 540, to_minute: 960 }));
    expect(
      (await admin.put('/api/igroup/time', { zone: time.zone, week, version: time.version })).status,
    ).toBe(200);
    await readOn(
      house.database,
      software,
      recounter(() => house.clock.now),
    );
    const far = async () => (await maya.get('/api/clocks/recounts')).body as Recounts;
    const { done, total } = await far();
    expect(done).toBe(0);
    expect(total).toBeGreaterThan(10);
    expect((await maria.get('/api/clocks/recounts')).status).toBe(404);
    const pages = await Promise.all([maria, maya].map(client => listen(house, client)));
    await timePasses();
    expect(await far()).toEqual({ done: 0, total: 0 });
    for (const { signals, cut } of pages) {
      await expect.poll(() => signals).toContain('recount');
      await cut();
    }
    expect((await due(path))?.at.at).toBe('2027-02-17T19:00:00.000Z');
  });
});

const me = async (): Promise<number> => (await maya.get('/api/session')).body.person.id;
