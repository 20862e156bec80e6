import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { noticer } from '../notices/noticing.ts';
import { waker } from '../snoozes/waking.ts';

/** What the iGroup has to do on a ticket: its checklist, its tasks, who follows it, who has put it away. */

let house: House;
let maria: Client, maya: Client, ines: Client, nadia: Client, tom: Client;
let ids: Record<string, number>;
const software = actorOf({ side: 'system', job: 'test' });

beforeAll(async () => {
  house = await openHouse();
  await signIn();
  const { items } = (await maya.get('/api/agents')).body as { items: { id: number; name: string }[] };
  ids = Object.fromEntries(items.map(({ id, name }) => [name, id]));
  await work();
});
afterAll(() => house.close());
beforeEach(() => house.clock.advance(60_000));

async function signIn(): Promise<void> {
  [maria, maya, ines, nadia, tom] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Ines Roy', 'Nadia Petrov', 'Tom Becker'] as const).map(house.as),
  )) as [Client, Client, Client, Client, Client];
}
/** A night later the sessions are over. */
async function sleepUntil(instant: string | number): Promise<void> {
  house.clock.now = new Date(instant);
  await signIn();
}

const waking = waker(() => house.clock.now);
/** What follows the events, and what time brings. */
async function work(): Promise<void> {
  for (const reader of [noticer, waking]) await readOn(house.database, software, reader);
}

const asked = { subject: 'Duties', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
async function open(category = 'pen', by = maria): Promise<string> {
  const { body } = await by.post('/api/tickets', { ...asked, category });
  await work();
  return `/api/tickets/${body.number}`;
}
const ticket = async (path: string, by = maya): Promise<TicketWithMessages> => (await by.get(path)).body;
const done = { resolution_code: 'solved_l1', answer: 'Done.', minutes: 5 };
const solve = (path: string, more = {}, by = maya) =>
  by.post(`${path}/moves`, { move: 'resolve', ...done, ...more });
async function undo(path: string, by = maya) {
  const { undo } = await ticket(path, by);
  return by.post(`${path}/undo`, { change: undo!.change });
}
const story = async (path: string, by = maya): Promise<string[]> =>
  (await by.get(`${path}/history`)).body.items.map(({ words }: { words: string }) => words);
async function bell(by: Client): Promise<string[]> {
  await work();
  const { items } = (await by.get('/api/notices?limit=100')).body;
  await by.put('/api/notices/read', { up_to: 9_000_000 });
  return items.filter(({ read }: { read: boolean }) => !read).map(({ words }: { words: string }) => words);
}
const list = async (by: Client, query: string): Promise<number[]> =>
  (await by.get(`/api/tickets?limit=100&offset=0&${query}`)).body.items.map(
    ({ number }: { number: number }) => number,
  );
const texts = ({ checklist }: TicketWithMessages) => checklist.map(({ text }) => text);
const ticked = ({ checklist }: TicketWithMessages) => checklist.map(item => item.ticked?.by.name ?? null);

describe('a checklist', () => {
  const list_of_access = {
    name: 'Access',
    categories: ['security_role'],
    items: [
      { text: { en: 'Call back', fr: 'Rappeler' }, required_before_solving: true },
      { text: 'Note the role' },
    ],
  };
  let access: number;
  beforeAll(async () => {
    access = (await nadia.post('/api/checklists', list_of_access)).body.id;
    await nadia.post('/api/checklists', {
      name: 'Marks',
      categories: ['report_cards'],
      items: [{ text: 'Which term' }],
    });
    house.clock.advance(60_000);
  });

  test('is kept by coordinators and administrators, named once, and can be brought back', async () => {
    expect((await maya.post('/api/checklists', list_of_access)).status).toBe(404);
    expect((await maya.get('/api/checklists')).body.can).toEqual({ change: false });
    expect((await nadia.post('/api/checklists', { ...list_of_access, name: 'access' })).status).toBe(422);
    const { body } = await nadia.post('/api/checklists', {
      ...list_of_access,
      name: 'Spare',
      categories: [],
    });
    for (let times = 0; times < 2; times++)
      expect((await nadia.delete(`/api/checklists/${body.id}`)).status).toBe(200);
    const names = async () =>
      (await nadia.get('/api/checklists')).body.items.map(({ name }: { name: string }) => name);
    expect(await names()).toEqual(['Access', 'Marks']);
    expect((await nadia.patch(`/api/checklists/${body.id}`, { name: 'Other' })).status).toBe(404);
    await nadia.patch(`/api/checklists/${body.id}`, { removed: false });
    expect(await names()).toEqual(['Access', 'Marks', 'Spare']);
  });

  test('comes by itself with a new ticket of its category, once, in the reader’s language, and not to the school', async () => {
    const path = await open('security_role');
    await work();
    expect(texts(await ticket(path))).toEqual(['Call back', 'Note the role']);
    const { body } = await maya.get(path, { 'accept-language': 'fr' });
    expect(texts(body)).toEqual(['Rappeler', 'Note the role']);
    const hers = await ticket(path, maria);
    expect([hers.checklist, hers.tasks, hers.followers, hers.snoozed]).toEqual([[], [], [], null]);
    expect(texts(await ticket(await open('pen')))).toEqual([]);
  });

  test('holds solving from the instant in which its ticket opens, before any reader has looked', async () => {
    const { number } = (await maria.post('/api/tickets', { ...asked, category: 'security_role' })).body;
    expect((await solve(`/api/tickets/${number}`)).body).toMatchObject({ stop: 'open_items' });
    await work();
    expect(texts(await ticket(`/api/tickets/${number}`))).toHaveLength(2);
  });

  test('follows a corrected category: what was begun stays; undone, all is as it was', async () => {
    const path = await open('security_role');
    const [first] = (await ticket(path)).checklist;
    await maya.patch(`${path}/checklist/${first!.id}`, { ticked: true });
    house.clock.advance(60_000);
    const { body } = await maya.patch(path, { category: 'report_cards' });
    expect(texts(body)).toEqual(['Call back', 'Which term']);
    const { ticket: again } = (await undo(path)).body;
    expect([again.category, ...texts(again)]).toEqual(['security_role', 'Call back', 'Note the role']);
    expect(ticked(again)).toEqual(['Maya Chen', null]);
    expect(await story(path, maria)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/checklist/)]),
    );
  });

  test('is added by hand with items of one’s own; twice is once; unticked and removed things can be undone', async () => {
    const path = await open();
    for (let times = 0; times < 2; times++) await maya.post(`${path}/checklist`, { checklist: access });
    const { body } = await maya.post(`${path}/checklist`, { text: 'Thank her' });
    expect(texts(body)).toEqual(['Call back', 'Note the role', 'Thank her']);
    const [, role, own] = body.checklist;
    const tick = (now: boolean) => maya.patch(`${path}/checklist/${role.id}`, { ticked: now });
    for (const now of [true, true, false, true]) await tick(now);
    expect(ticked(await ticket(path))).toEqual([null, 'Maya Chen', null]);
    house.clock.advance(60_000);
    expect(texts((await maya.delete(`${path}/checklist/${own.id}`)).body)).not.toContain('Thank her');
    expect(texts((await undo(path)).body.ticket)).toContain('Thank her');
    expect(await story(path)).toEqual([
      'Maria Santos opened the ticket',
      'Maya Chen added the checklist “Access”',
      'Maya Chen put “Thank her” on the checklist',
      'Maya Chen ticked “Note the role”',
      'Maya Chen unticked “Note the role”',
      'Maya Chen ticked “Note the role”',
      'Maya Chen took “Thank her” off the checklist',
      'Maya Chen undid the last step',
    ]);
    expect(await story(path, maria)).toEqual(['You asked']);
    expect((await tom.patch(`${path}/checklist/${role.id}`, { ticked: true })).status).toBe(403);
    expect((await maya.patch(`${path}/checklist/999999`, { ticked: true })).status).toBe(404);
  });

  test('holds solving back until what is required is ticked, and says what', async () => {
    const path = await open('security_role');
    const { status, body } = await solve(path);
    expect(status).toBe(409);
    expect(body).toMatchObject({ stop: 'open_items', open: [{ text: 'Call back' }] });
    expect(body.detail).toContain('Call back');
    await maya.patch(`${path}/checklist/${body.open[0].id}`, { ticked: true });
    expect((await solve(path)).body.state).toBe('resolved');
  });
});

describe('a task', () => {
  test('is given to an agent with a day, told to her, changed, done and undone', async () => {
    const path = await open();
    await bell(ines);
    const { body } = await maya.post(`${path}/tasks`, {
      text: 'Call the vendor',
      assignee: ids['Ines Roy'],
      due: '2026-11-27',
    });
    expect(body.tasks).toMatchObject([
      {
        text: 'Call the vendor',
        assignee: { name: 'Ines Roy' },
        due: { words: 'Friday' },
        time: 'later',
        done: null,
      },
    ]);
    expect(await bell(ines)).toEqual([`Maya Chen gave you a task on ${path.slice(13)}`]);
    const task = `${path}/tasks/${body.tasks[0].id}`;
    expect((await ines.get('/api/tasks')).body.items).toMatchObject([{ text: 'Call the vendor' }]);
    expect((await ines.get('/api/views/counts')).body.tasks).toBe(1);
    for (let times = 0; times < 2; times++)
      expect((await ines.patch(task, { done: true })).body.tasks[0].done.by.name).toBe('Ines Roy');
    expect((await ines.get('/api/tasks')).body.items).toEqual([]);
    expect((await undo(path, ines)).body.ticket.tasks[0].done).toBeNull();
    await maya.patch(task, { assignee: ids['Maya Chen'], due: null });
    expect((await maya.get('/api/tasks')).body.items).toMatchObject([{ due: null, time: 'some_day' }]);
    house.clock.advance(60_000);
    expect((await maya.delete(task)).body.tasks).toEqual([]);
    expect((await undo(path)).body.ticket.tasks).toHaveLength(1);
    await maya.delete(task);
    expect(await story(path)).toEqual(
      expect.arrayContaining([
        'Maya Chen gave Ines Roy the task “Call the vendor”',
        'Ines Roy did the task “Call the vendor”',
        'Maya Chen changed the task “Call the vendor”',
        'Maya Chen dropped the task “Call the vendor”',
      ]),
    );
    expect(await story(path, maria)).toEqual(['You asked']);
  });

  test('is not for who works no tickets, nor for a school', async () => {
    const path = await open();
    expect((await tom.post(`${path}/tasks`, { text: 'x' })).status).toBe(403);
    expect((await maya.post(`${path}/tasks`, { text: 'x', assignee: ids['Tom Becker'] })).status).toBe(422);
    expect((await maria.post(`${path}/tasks`, { text: 'x' })).status).toBe(404);
  });

  test('is told once on the day it is due, from the desk’s opening on, whichever server looks', async () => {
    const path = await open();
    await maya.post(`${path}/tasks`, { text: 'Look again', due: '2026-11-24' });
    await bell(maya);
    await sleepUntil('2026-11-24T14:59:00Z');
    expect(await bell(maya)).toEqual([]);
    house.clock.advance(60_000);
    await Promise.all([work(), work()]);
    await work();
    expect(await bell(maya)).toEqual([`A task of yours on ${path.slice(13)} is due today`]);
  });

  test('that is open is never passed over when the ticket ends: kept, or dropped and undone with it', async () => {
    const path = await open();
    await maya.post(`${path}/tasks`, { text: 'Write it up', due: '2026-11-30' });
    for (const move of [
      { move: 'resolve', ...done },
      { move: 'withdraw', reason: 'x' },
    ]) {
      const { status, body } = await maya.post(`${path}/moves`, move);
      expect({ status, stop: body.stop, open: body.open }).toMatchObject({
        status: 409,
        stop: 'open_tasks',
        open: [{ text: 'Write it up', assignee: 'Maya Chen' }],
      });
    }
    house.clock.advance(60_000);
    const dropped = await maya.post(`${path}/moves`, {
      move: 'withdraw',
      reason: 'x',
      with_open_tasks: 'drop',
    });
    expect([dropped.body.state, dropped.body.tasks]).toEqual(['cancelled', []]);
    const { ticket: again } = (await undo(path)).body;
    expect([again.state, again.tasks.length]).toEqual(['new', 1]);
    const kept = await solve(path, { with_open_tasks: 'keep' });
    expect([kept.body.state, kept.body.tasks.length]).toEqual(['resolved', 1]);
    const other = await open();
    await maya.post(`${other}/tasks`, { text: 'Hers' });
    const hers = await maria.post(`${other}/moves`, { move: 'withdraw', reason: 'x' });
    expect([hers.status, hers.body.tasks]).toEqual([200, []]);
  });
});

describe('who follows a ticket', () => {
  test('hears what happens, once for each event, never of her own deeds, and of nothing after she stopped', async () => {
    const path = await open();
    const number = path.slice(13);
    await bell(ines);
    await maria.post(`${path}/replies`, { text: 'Before anybody followed.' });
    house.clock.advance(60_000);
    for (let times = 0; times < 2; times++)
      expect((await ines.put(`${path}/followers/${ids['Ines Roy']}`, {})).body.followers).toHaveLength(1);
    expect(await bell(ines)).toEqual([]);
    await maria.post(`${path}/replies`, { text: 'One more thing.' });
    await maya.post(`${path}/notes`, { text: 'Look, @Ines Roy.' });
    await ines.post(`${path}/notes`, { text: 'I see.' });
    expect(await bell(ines)).toEqual([
      `Maya Chen mentioned you in a note on ${number}`,
      `Maria Santos wrote a reply: ${number}, which you follow`,
    ]);
    expect(await list(ines, 'state=all&followed=me')).toContain(Number(number));
    await ines.delete(`${path}/followers/${ids['Ines Roy']}`);
    await maria.post(`${path}/replies`, { text: 'And another.' });
    expect(await bell(ines)).toEqual([]);
    expect(await list(ines, 'state=all&followed=me')).not.toContain(Number(number));
  });

  test('may be a colleague who is told so; a school’s person never, nor by who works no tickets', async () => {
    const path = await open();
    await bell(ines);
    await maya.put(`${path}/followers/${ids['Ines Roy']}`, {});
    expect(await bell(ines)).toEqual([
      `Maya Chen asked Ines Roy to follow it: ${path.slice(13)}, which you follow`,
    ]);
    expect((await undo(path)).body.ticket.followers).toEqual([]);
    const stranger = (await maria.get('/api/session')).body.person.id;
    expect((await maya.put(`${path}/followers/${stranger}`, {})).status).toBe(404);
    expect((await tom.put(`${path}/followers/${ids['Ines Roy']}`, {})).status).toBe(403);
    expect((await tom.put(`${path}/followers/${ids['Tom Becker']}`, {})).status).toBe(200);
  });

  test('and who is mentioned are people of the desk alone: a school’s person named in a note is told nothing', async () => {
    const path = await open();
    await maya.post(`${path}/notes`, { text: 'Ask @Maria Santos.' });
    await work();
    const { rows } = await house.database.pool.query(
      'select count(*)::integer as told from notices n join people p on p.id = n.person_id where p.school_id is not null',
    );
    expect(rows[0].told).toBe(0);
    expect((await maria.get('/api/notices')).status).toBe(404);
  });
});

describe('a snoozed ticket', () => {
  const mine = 'assignee=me&snoozed=none';
  async function given(): Promise<{ path: string; number: number }> {
    const path = await open();
    await maya.put(`${path}/assignment`, { agent: ids['Maya Chen'] });
    return { path, number: Number(path.slice(13)) };
  }

  test('is out of one’s own list, in sight of the others, and back with z', async () => {
    const { path, number } = await given();
    house.clock.advance(60_000);
    const { body } = await maya.put(`${path}/snooze`, { until: 'in_two_days' });
    expect(body.snoozed.mine.state).toBe('asleep');
    expect(await list(maya, mine)).not.toContain(number);
    expect(await list(maya, 'snoozed=me')).toContain(number);
    expect(await list(ines, 'snoozed=none')).toContain(number);
    expect((await ticket(path, ines)).snoozed!.others).toMatchObject([{ name: 'Maya Chen' }]);
    expect((await ticket(path, ines)).snooze).toBeNull();
    expect((await undo(path)).body.ticket.snoozed.mine).toBeNull();
    expect(await list(maya, mine)).toContain(number);
    expect(await story(path, maria)).toEqual([
      'You asked',
      'Maya Chen took it',
      'Maya Chen changed who has it',
    ]);
  });

  test('comes back at its hour, once, on two servers and after a crash: on top of the list, marked until seen', async () => {
    const { path, number } = await given();
    await maya.put(`${path}/snooze`, { until: 'tomorrow' });
    const late = await given();
    await bell(maya);
    const { at } = (await ticket(path)).snoozed!.mine!.until!;
    await sleepUntil(new Date(at).getTime() - 60_000);
    await work();
    expect(await list(maya, mine)).not.toContain(number);
    house.clock.advance(60_000);
    const crashing = {
      ...waking,
      read: async (...given: Parameters<typeof waking.read>) => {
        await waking.read(...given);
        throw new Error('crashed');
      },
    };
    await expect(readOn(house.database, software, crashing)).rejects.toThrow('crashed');
    await Promise.all([work(), work()]);
    expect(await bell(maya)).toEqual([`${number} is back from its snooze`]);
    expect((await list(maya, mine)).slice(0, 2)).toEqual([number, late.number]);
    expect((await ticket(path)).snooze).toBe('back');
    for (let times = 0; times < 2; times++) await maya.put(`${path}/snooze/seen`, {});
    expect((await ticket(path)).snooze).toBeNull();
    expect((await list(maya, mine))[0]).toBe(late.number);
  });

  test('comes back at once when the school answers, told as the answer', async () => {
    const { path, number } = await given();
    await maya.put(`${path}/snooze`, { until: 'answer' });
    await ines.put(`${path}/snooze`, { until: '2026-12-15' });
    await bell(maya);
    await bell(ines);
    await ines.post(`${path}/notes`, { text: 'No answer of the school.' });
    await work();
    expect((await ticket(path)).snooze).toBe('asleep');
    await maria.post(`${path}/replies`, { text: 'Here it is.' });
    expect(await bell(maya)).toEqual([`Maria Santos answered ${number}`]);
    expect(await bell(ines)).toEqual([`${number} is back from its snooze`]);
    expect([(await ticket(path)).snooze, (await ticket(path, ines)).snooze]).toEqual(['back', 'back']);
  });

  test('is ended by hand; not put away when it has ended, nor until a day that is over', async () => {
    const { path } = await given();
    await maya.put(`${path}/snooze`, { until: 'answer' });
    for (let times = 0; times < 2; times++)
      expect((await maya.delete(`${path}/snooze`)).body.snoozed.mine).toBeNull();
    expect((await maya.put(`${path}/snooze`, { until: '2026-11-20' })).status).toBe(422);
    await maya.post(`${path}/moves`, { move: 'withdraw', reason: 'x' });
    expect((await maya.put(`${path}/snooze`, { until: 'answer' })).status).toBe(409);
  });
});
