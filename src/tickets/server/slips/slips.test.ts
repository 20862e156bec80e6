import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { stands } from '#testing/standing.ts';

let house: House;
let maria: Client, grant: Client, joan: Client, maya: Client;
beforeAll(async () => {
  house = await openHouse();
  [maria, grant, joan, maya] = (await Promise.all(
    (['Maria Santos', 'Grant Bell', 'Joan Whitehorse', 'Maya Chen'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
});
afterAll(() => house.close());

const asked = {
  ...{ subject: 'Printer prints nothing', description: 'Since this morning.' },
  ...{ category: 'printing_reports', impact: 'one_office_or_class', urgency: 'normal' },
};
let made = 0;
const fresh = () => `SNP${String(++made).padStart(9, '0')}`;
const minutesAgo = (minutes: number) => new Date(house.clock.now.getTime() - minutes * 60_000).toISOString();
const send = (by: Client, id: string, more: object = {}) =>
  by.post('/api/tickets', { ...asked, slip: { id, written: minutesAgo(23) }, ...more });
const ticketsOf = async (by: Client) => (await by.get('/api/tickets/counts?state=all')).body.total as number;
const typedIn = async (id: string, more: object = {}) => {
  const { school, person } = (await maria.get('/api/session')).body;
  return send(maya, id, { school: school.id, requester: person.id, channel: 'phone', ...more });
};

describe('a ticket that was written without a line', () => {
  test('says when it was written and when it was sent', async () => {
    const { status, body } = await send(maria, fresh());
    expect(status).toBe(201);
    expect(body.messages).toMatchObject([
      { written: { words: 'today 10:00' }, written_offline: { words: 'today 9:37' } },
    ]);
    const seen = (await maya.get(`/api/tickets/${body.number}`)).body;
    expect(seen.messages[0].written_offline.words).toBe('today 9:37');
  });

  test('becomes one, however often and at how many places it is sent', async () => {
    const id = fresh();
    const before = await ticketsOf(maria);
    const answers = await Promise.all([send(maria, id), send(maria, id), send(maria, id)]);
    answers.push(await send(maria, id));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(answers.at(-1)!.body.messages).toHaveLength(1);
    expect(await ticketsOf(maria)).toBe(before + 1);
  });

  test('is one with what somebody of the desk has typed in, whoever comes first', async () => {
    const [first, second] = [fresh(), fresh()];
    const typed = (await typedIn(first)).body;
    expect(typed.came.words).toContain('Opened by Maya Chen for Maria Santos');
    expect((await send(maria, first)).body.number).toBe(typed.number);
    const sent = (await send(maria, second)).body;
    expect((await typedIn(second)).body.number).toBe(sent.number);
  });

  test('keeps words that were not typed in, once', async () => {
    const id = fresh();
    const typed = (await typedIn(id, { description: 'Since this  morning' })).body;
    for (const _ of [1, 2])
      await send(maria, id, { description: 'Since this morning.\nAlso the other one.' });
    const { messages } = (await maria.get(`/api/tickets/${typed.number}`)).body;
    expect(messages.map(({ text }: { text: string }) => text)).toEqual([
      'Since this  morning',
      'Since this morning.\nAlso the other one.',
    ]);
  });

  test('is not another school’s to send, nor to learn of', async () => {
    const id = fresh();
    await send(maria, id);
    const before = await ticketsOf(joan);
    const { status, body } = await send(joan, id);
    expect(status).toBe(409);
    expect(JSON.stringify(body)).not.toContain('Printer');
    expect(await ticketsOf(joan)).toBe(before);
  });

  test('is refused as the gate refuses it, and its name stays free', async () => {
    const id = fresh();
    const school = (await joan.get('/api/session')).body.school.id;
    await stands(house, school, { trained: true, stage1: false, suspended: false });
    const shut = await send(joan, id);
    expect([shut.status, shut.body.gate]).toEqual([403, 'ordinary_work']);
    await stands(house, school, { trained: true, stage1: true, suspended: false });
    expect((await send(joan, id)).status).toBe(201);
  });

  test('is not written in the future, and bears a name as slips do', async () => {
    const ahead = new Date(house.clock.now.getTime() + 3_600_000).toISOString();
    const { body } = await maria.post('/api/tickets', { ...asked, slip: { id: fresh(), written: ahead } });
    expect(body.messages[0].written_offline.at).toBe(body.messages[0].written.at);
    expect((await maria.post('/api/tickets', { ...asked, slip: { id: 'mine' } })).status).toBe(422);
  });
});

describe('a reply that was written without a line', () => {
  const opened = async () => (await maria.post('/api/tickets', asked)).body.number as number;
  const say = (by: Client, number: number, id: string, more: object = {}) =>
    by.post(`/api/tickets/${number}/replies`, {
      text: 'It is the one in the office.',
      slip: { id, written: minutesAgo(5), does: 'message' },
      ...more,
    });

  test('stands once under its ticket, with both times', async () => {
    const number = await opened();
    const id = fresh();
    for (const _ of [1, 2]) expect((await say(maria, number, id)).status).toBe(201);
    const { messages } = (await maria.get(`/api/tickets/${number}`)).body;
    expect(messages).toHaveLength(2);
    expect(messages[1].written_offline.at).toBe(minutesAgo(5));
  });

  test('is stopped where the ticket has moved, or somebody wrote meanwhile', async () => {
    const number = await opened();
    await maya.post(`/api/tickets/${number}/moves`, { move: 'take' });
    await maya.post(`/api/tickets/${number}/moves`, { move: 'ask_school', question: 'Which one?' });
    const moved = await say(maria, number, fresh());
    expect([moved.status, moved.body.detail]).toEqual([409, expect.stringContaining('has moved on')]);
    const unseen = await say(maria, number, fresh(), { slip: { id: fresh() }, seen: { reply: 0, note: 0 } });
    expect([unseen.status, unseen.body.stop]).toEqual([409, 'unseen']);
  });

  test('is not for who may not see the ticket', async () => {
    const number = await opened();
    expect((await say(joan, number, fresh())).status).toBe(404);
    expect((await say(grant, number, fresh())).status).toBe(201);
  });
});
