import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Notice } from '../../rules/attention.ts';
import { workOn } from '../bulks/working.ts';
import { noticer, noticeTo } from './noticing.ts';

let house: House;
let maria: Client, maya: Client, ines: Client, nadia: Client;
let ids: Record<string, number>;
const software = actorOf({ side: 'system', job: 'test' });

beforeAll(async () => {
  house = await openHouse();
  maria = await house.as('Maria Santos');
  maya = await house.as('Maya Chen');
  ines = await house.as('Ines Roy');
  nadia = await house.as('Nadia Petrov');
  const { items } = (await maya.get('/api/agents')).body as { items: { id: number; name: string }[] };
  ids = Object.fromEntries(items.map(({ id, name }) => [name, id]));
});
afterAll(() => house.close());
// What the town has done before is told already.
beforeEach(async () => {
  house.clock.advance(60_000);
  await noticed();
  for (const one of [maya, ines, nadia]) await readAll(one);
});

const noticed = () => readOn(house.database, software, noticer);
async function readAll(by: Client): Promise<void> {
  const [newest] = await bell(by);
  if (newest) await by.put('/api/notices/read', { up_to: newest.id });
}
async function bell(by: Client): Promise<Notice[]> {
  return (await by.get('/api/notices?limit=100')).body.items;
}
async function told(by: Client): Promise<string[]> {
  await noticed();
  return (await bell(by)).filter(({ read }) => !read).map(({ words }) => words);
}

const asked = { subject: 'Bell', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
async function openedFor(assignee?: string): Promise<number> {
  const { number } = (await maria.post('/api/tickets', asked)).body;
  if (assignee) await nadia.put(`/api/tickets/${number}/assignment`, { agent: ids[assignee] });
  await noticed();
  for (const one of [maya, ines]) await one.put('/api/notices/read', { ticket: number });
  return number;
}

describe('the bell', () => {
  test('tells who has or prepared a request for rights that it was changed', async () => {
    const priya = await house.as('Priya Nair');
    const [from, until] = ['2099-01-01', '2099-06-01'];
    const wish = { name: 'Jo Park', kind: 'several_schools', at_schools: 'Birch', why: 'x', from, until };
    const { ticket } = (await priya.post('/api/rights/requests', { action: 'add', ...wish })).body;
    await nadia.put(`/api/tickets/${ticket}/assignment`, { agent: ids['Nadia Petrov'] });
    await ines.post(`/api/rights/requests/${ticket}/preparation`, {});
    await priya.put(`/api/rights/requests/${ticket}`, { ...wish, at_schools: 'Birch and Cedar' });
    const said = `Priya Nair changed what is asked for: ${ticket}`;
    expect(await told(nadia)).toEqual([said]);
    expect(await told(ines)).toEqual([said]);
    expect(await told(maya)).toEqual([]);
  });

  test('rings once for what somebody does to many tickets at once, and once for its undoing', async () => {
    const tickets = [await openedFor(), await openedFor(), await openedFor()];
    const work = () =>
      workOn({
        database: house.database,
        clock: () => house.clock.now,
        failed: error => {
          throw error;
        },
      });
    const steps = [{ does: 'assign', agent: ids['Ines Roy'] }];
    const { id } = (await maya.post('/api/bulks', { tickets, steps })).body;
    house.clock.advance(1);
    await work();
    const given = `Maya Chen gave you ${tickets[0]}, and 2 more`;
    expect(await told(ines)).toEqual([given]);
    house.clock.advance(1);
    await maya.post(`/api/bulks/${id}/undo`);
    await work();
    expect(await told(ines)).toEqual([`Maya Chen took ${tickets[0]} over from you, and 2 more`, given]);
  });

  test('rings for a ticket that is given to me, or goes from me to another, and not for what I do', async () => {
    const number = await openedFor();
    await maya.put(`/api/tickets/${number}/assignment`, { agent: ids['Ines Roy'] });
    expect(await told(ines)).toEqual([`Maya Chen gave you ${number}`]);
    expect(await told(maya)).toEqual([]);
    await maya.put(`/api/tickets/${number}/assignment`, { agent: ids['Maya Chen'] });
    expect(await told(ines)).toEqual([
      `Maya Chen took ${number} over from you`,
      `Maya Chen gave you ${number}`,
    ]);
  });

  test('rings when a school answers or finds it unsolved, for who has it', async () => {
    const number = await openedFor('Ines Roy');
    await maria.post(`/api/tickets/${number}/replies`, { text: 'And one more thing.' });
    await ines.post(`/api/tickets/${number}/replies`, { text: 'Done.' });
    await ines.post(`/api/tickets/${number}/moves`, {
      move: 'resolve',
      answer: 'Done.',
      resolution_code: 'solved_l1',
      minutes: 5,
    });
    await maria.post(`/api/tickets/${number}/replies`, { text: 'No, it is not.' });
    expect(await told(ines)).toEqual([
      `Maria Santos says that ${number} is not solved`,
      `Maria Santos answered ${number}`,
    ]);
    expect(await told(maya)).toEqual([]);
  });

  test('rings for who is mentioned in a note, once, and not in a reply', async () => {
    const number = await openedFor();
    await maya.post(`/api/tickets/${number}/notes`, { text: 'Please look, @ines roy. @Maya Chen @Ines Roy' });
    await maya.post(`/api/tickets/${number}/replies`, { text: 'Thank you. @Nadia Petrov' });
    expect(await told(ines)).toEqual([`Maya Chen mentioned you in a note on ${number}`]);
    expect(await told(maya)).toEqual([]);
    expect(await told(nadia)).toEqual([]);
  });

  test('speaks the reader’s language, and says which ticket', async () => {
    const number = await openedFor();
    await maya.put(`/api/tickets/${number}/assignment`, { agent: ids['Ines Roy'] });
    await noticed();
    const { body } = await ines.get('/api/notices', { 'accept-language': 'fr' });
    expect(body.items[0]).toMatchObject({
      words: `Maya Chen vous a confié ${number}`,
      ticket: { number, subject: 'Bell' },
      read: false,
      kind: 'assigned',
    });
  });

  test('is quiet for a kind that is switched off, and for somebody who has left', async () => {
    expect((await ines.patch('/api/notices/choices', { assigned: false })).body).toMatchObject({
      assigned: false,
      answered: true,
    });
    await ines.patch('/api/notices/choices', { assigned: false });
    const number = await openedFor('Ines Roy');
    expect(await told(ines)).toEqual([]);
    await maria.post(`/api/tickets/${number}/replies`, { text: 'Hello?' });
    expect(await told(ines)).toHaveLength(1);
    expect((await ines.patch('/api/notices/choices', { assigned: true })).body.assigned).toBe(true);
    expect((await ines.get('/api/notices/choices')).body.assigned).toBe(true);
    expect((await maya.get('/api/notices/choices')).body.assigned).toBe(true);
  });

  test('each is made exactly once, whoever reads the events and however often', async () => {
    const number = await openedFor();
    await maya.put(`/api/tickets/${number}/assignment`, { agent: ids['Ines Roy'] });
    await Promise.all([noticed(), noticed()]);
    const again = { ...noticer, name: 'notices again' };
    const ofTicket = async () => (await bell(ines)).filter(({ ticket }) => ticket?.number === number);
    const before = await ofTicket();
    expect(before).toHaveLength(1);
    await readOn(house.database, software, again);
    expect(await ofTicket()).toEqual(before);
  });

  test('a ticket that is read has its notices read, however it is read', async () => {
    const number = await openedFor();
    await maya.put(`/api/tickets/${number}/assignment`, { agent: ids['Ines Roy'] });
    expect(await told(ines)).toHaveLength(1);
    await ines.put(`/api/tickets/${number}/reading`, { reply: 9e15, note: 0 });
    expect(await told(ines)).toEqual([]);
    // Looked at between the deed and its notice: it comes as read.
    await maya.post(`/api/tickets/${number}/notes`, { text: '@Ines Roy' });
    house.clock.advance(1000);
    await ines.put(`/api/tickets/${number}/reading`, { reply: 9e15, note: 9e15 });
    expect(await told(ines)).toEqual([]);
    expect((await bell(ines))[0]).toMatchObject({ kind: 'mentioned', read: true });
  });

  test('counts what is not read, goes on by pages, and is read up to one', async () => {
    const numbers = [await openedFor(), await openedFor(), await openedFor()];
    for (const number of numbers)
      await maya.put(`/api/tickets/${number}/assignment`, { agent: ids['Ines Roy'] });
    await noticed();
    const first = (await ines.get('/api/notices?limit=2')).body;
    expect(first.unread).toBe(3);
    const second = (await ines.get(`/api/notices?limit=2&cursor=${first.next}`)).body;
    const found = [...first.items, ...second.items].slice(0, 3).map((item: Notice) => item.ticket!.number);
    expect(found).toEqual(numbers.reverse());
    expect((await ines.put('/api/notices/read', { up_to: first.items[1].id })).body).toEqual({ unread: 1 });
    expect((await ines.put('/api/notices/read', { up_to: first.items[1].id })).body).toEqual({ unread: 1 });
    expect((await ines.put('/api/notices/read', {})).status).toBe(422);
  });

  test('is one’s own: nobody reads another’s, and a school has none', async () => {
    const number = await openedFor();
    await maya.put(`/api/tickets/${number}/assignment`, { agent: ids['Ines Roy'] });
    await noticed();
    await maya.put('/api/notices/read', { ticket: number });
    expect(await told(ines)).toHaveLength(1);
    expect((await maria.get('/api/notices')).status).toBe(404);
    expect((await house.anyone.get('/api/notices')).status).toBe(401);
  });

  test('a message that could not leave is told by the one who held it', async () => {
    const number = await openedFor();
    const tell = (person: string) =>
      house.database.transact(software, db =>
        noticeTo(db, {
          person: ids[person]!,
          kind: 'stopped',
          ticket: number,
          by: null,
          at: house.clock.now,
        }),
      );
    await tell('Maya Chen');
    expect(await told(maya)).toEqual([`Your message on ${number} could not leave`]);
  });
});
