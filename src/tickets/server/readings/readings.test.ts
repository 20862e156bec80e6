import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Ticket, TicketWithMessages } from '../../rules/ticket.ts';

let house: House;
let maria: Client, grant: Client, joan: Client, maya: Client, ines: Client;

beforeAll(async () => {
  house = await openHouse();
  maria = await house.as('Maria Santos');
  grant = await house.as('Grant Bell');
  joan = await house.as('Joan Whitehorse');
  maya = await house.as('Maya Chen');
  ines = await house.as('Ines Roy');
});
afterAll(() => house.close());

const asked = { subject: 'Read me', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
const opened = async (): Promise<number> => (await maria.post('/api/tickets', asked)).body.number;
const seen = async (by: Client, number: number): Promise<TicketWithMessages> =>
  (await by.get(`/api/tickets/${number}`)).body;
const listed = async (by: Client, number: number): Promise<Ticket> =>
  (await by.get(`/api/tickets?limit=100&q=${number}&state=all`)).body.items.find(
    (ticket: Ticket) => ticket.number === number,
  );
const newest = ({ messages }: TicketWithMessages, kind: 'reply' | 'note') =>
  messages.findLast(message => message.kind === kind)?.id ?? 0;
async function readAll(by: Client, number: number) {
  const ticket = await seen(by, number);
  return by.put(`/api/tickets/${number}/reading`, {
    reply: newest(ticket, 'reply'),
    note: newest(ticket, 'note'),
  });
}

describe('what a person has read', () => {
  test('is hers alone: a ticket is unread to all but its writer, until each has looked', async () => {
    const number = await opened();
    expect((await listed(maria, number)).unread).toBe(false);
    expect((await listed(grant, number)).unread).toBe(true);
    expect((await listed(maya, number)).unread).toBe(true);
    expect((await readAll(maya, number)).status).toBe(200);
    expect((await listed(maya, number)).unread).toBe(false);
    expect((await listed(ines, number)).unread).toBe(true);
    expect((await listed(grant, number)).unread).toBe(true);
  });

  test('what a merged ticket brought is unread where it goes on, until somebody has looked there', async () => {
    const into = await opened();
    const number = await opened();
    await readAll(ines, into);
    await readAll(maya, into);
    await maya.post(`/api/tickets/${number}/notes`, { text: 'Before the merge.' });
    const merged = await maya.post(`/api/tickets/${number}/merge`, { into });
    expect(merged.status).toBeLessThan(300);
    expect((await listed(ines, into)).unread).toBe(true);
    await readAll(ines, into);
    expect((await listed(ines, into)).unread).toBe(false);
    await readAll(grant, into);
    expect((await listed(grant, into)).unread).toBe(false);
  });

  test('a note makes it unread at the desk and not at the school', async () => {
    const number = await opened();
    await readAll(maya, number);
    await readAll(grant, number);
    await ines.post(`/api/tickets/${number}/notes`, { text: 'Inside.' });
    expect((await listed(maya, number)).unread).toBe(true);
    expect((await listed(ines, number)).unread).toBe(true); // she has not looked at what the school wrote
    expect((await listed(grant, number)).unread).toBe(false);
    expect((await seen(maya, number)).unread).toBe(true);
  });

  test('is told with the ticket, as it was before', async () => {
    const number = await opened();
    expect((await seen(maya, number)).read).toEqual({ reply: 0, note: 0 });
    const { body } = await readAll(maya, number);
    await maria.post(`/api/tickets/${number}/replies`, { text: 'More.' });
    const ticket = await seen(maya, number);
    expect(ticket.read).toEqual(body);
    expect(newest(ticket, 'reply')).toBeGreaterThan(ticket.read.reply);
  });

  test('never goes back, and never beyond what there is', async () => {
    const number = await opened();
    const { body: kept } = await readAll(maya, number);
    expect((await maya.put(`/api/tickets/${number}/reading`, { reply: 0 })).body).toEqual(kept);
    expect((await maya.put(`/api/tickets/${number}/reading`, { reply: 9e15, note: 9e15 })).body).toEqual(
      kept,
    );
    await maria.post(`/api/tickets/${number}/replies`, { text: 'Later.' });
    expect((await listed(maya, number)).unread).toBe(true);
  });

  test('an ended ticket is never unread', async () => {
    const number = await opened();
    await maria.post(`/api/tickets/${number}/moves`, { move: 'withdraw', reason: 'Found it.' });
    expect((await listed(maya, number)).unread).toBe(false);
  });

  test('cannot be told of another school’s ticket, nor of one that is not', async () => {
    const number = await opened();
    expect((await joan.put(`/api/tickets/${number}/reading`, { reply: 1 })).status).toBe(404);
    expect((await maya.put('/api/tickets/999999/reading', { reply: 1 })).status).toBe(404);
    expect((await maya.put(`/api/tickets/${number}/reading`, { reply: -1 })).status).toBe(422);
  });

  test('a school says nothing of notes', async () => {
    const number = await opened();
    await maya.post(`/api/tickets/${number}/notes`, { text: 'Inside.' });
    const { body } = await grant.put(`/api/tickets/${number}/reading`, { reply: 9e15, note: 9e15 });
    expect(body.note).toBe(0);
    expect((await seen(grant, number)).read.note).toBe(0);
  });
});
