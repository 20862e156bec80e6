import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maria: Client, grant: Client, maya: Client, ines: Client, tom: Client;
let school: number, maria_id: number;
beforeAll(async () => {
  house = await openHouse({ waits: true });
  [maria, grant, maya, ines, tom] = (await Promise.all(
    (['Maria Santos', 'Grant Bell', 'Maya Chen', 'Ines Roy', 'Tom Becker'] as const).map(house.as),
  )) as [Client, Client, Client, Client, Client];
  const session = (await maria.get('/api/session')).body;
  [school, maria_id] = [session.school.id, session.person.id];
});
afterAll(() => house.close());

const about = { subject: 'By phone', category: 'pen', impact: 'one_person', urgency: 'low' };
const opened = (by: Client, given: object) => by.post('/api/tickets', { ...about, school, ...given });
const wordsOf = async (who: Client, number: number) =>
  (await who.get(`/api/tickets/${number}/history`)).body.items.map((line: { words: string }) => line.words);

describe('a ticket for somebody on the telephone', () => {
  test('says to both sides who opened it for whom and how it came; where to call back is the desk’s', async () => {
    const { status, body } = await opened(maya, {
      requester: maria_id,
      description: 'She cannot sign in.',
      channel: 'phone',
      call_back: '250 555 0142, after two',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      requester: { name: 'Maria Santos' },
      came: {
        channel: 'phone',
        by: { name: 'Maya Chen' },
        call_back: '250 555 0142, after two',
        words: 'Opened by Maya Chen for Maria Santos, by phone. Call back at 250 555 0142, after two.',
      },
    });
    const seen = (await grant.get(`/api/tickets/${body.number}`)).body;
    expect(seen.came).toEqual({
      ...body.came,
      call_back: null,
      words: 'Opened by Maya Chen for Maria Santos, by phone.',
    });
    expect(await wordsOf(maria, body.number)).toEqual(['Maya Chen opened the ticket for Maria Santos']);
    const history = await grant.get(`/api/tickets/${body.number}/history`);
    expect(JSON.stringify(history.body)).not.toContain('250 555');
    expect(history.body.items[0].changes).toContainEqual({
      field: 'How it came',
      from: null,
      to: 'By phone',
    });
  });

  test('names a caller who is in no list, and asks the school’s lead', async () => {
    const { body } = await opened(maya, { description: 'Help.', channel: 'in_person', caller: 'Jo Smith' });
    expect(body).toMatchObject({
      requester: { name: 'Grant Bell' },
      came: { words: 'Opened by Maya Chen for Grant Bell, in person. Jo Smith asked.' },
    });
  });

  test('has a note in place of words that the school should not read', async () => {
    const { body } = await opened(maya, { note: 'She sounded upset about the new principal.' });
    expect(body.messages).toMatchObject([{ kind: 'note' }]);
    const seen = (await maria.get(`/api/tickets/${body.number}`)).body;
    expect(seen).toMatchObject({ subject: 'By phone', messages: [] });
    expect(seen.came.words).toContain('by phone');
    expect((await opened(maya, {})).body.errors).toMatchObject([{ field: 'description' }]);
  });

  test('came on the web and by herself when a school’s person asks, whatever she claims', async () => {
    const given = { channel: 'phone', caller: 'Jo', call_back: '1', note: 'x', inside: true };
    const { body } = await opened(maria, { ...given, description: 'Mine.' });
    expect(body).toMatchObject({ came: null, inside: false, messages: [{ kind: 'reply' }] });
    expect((await opened(maria, given)).status).toBe(422);
  });

  test('is not opened by who works no tickets', async () => {
    expect((await opened(tom, { description: 'x' })).status).toBe(403);
  });
});

describe('a ticket inside', () => {
  const inside = async (more: object = {}) =>
    (await opened(maya, { subject: 'About Alder', description: 'Their principal.', inside: true, ...more }))
      .body;

  test('is all notes, asked by its author, and offers nothing that speaks to a school', async () => {
    const ticket = await inside({ requester: maria_id, note: 'And more.' });
    expect(ticket).toMatchObject({
      inside: true,
      came: null,
      requester: { name: 'Maya Chen' },
      messages: [{ kind: 'note' }, { kind: 'note' }],
      can: { reply: false, note: true, add_people: false },
    });
    expect(ticket.can.moves.map((row: { move: string }) => row.move)).not.toContain('ask_school');
    const path = `/api/tickets/${ticket.number}`;
    expect((await ines.post(`${path}/replies`, { text: 'x' })).status).toBe(403);
    expect((await ines.post(`${path}/moves`, { move: 'ask_school', question: 'x?' })).status).toBe(409);
    expect((await ines.put(`${path}/people/${maria_id}`, {})).status).toBe(403);
  });

  test('is not there for its own school: no list, count, word or line of it', async () => {
    const before = (await maria.get('/api/tickets/counts?state=all')).body;
    const { number } = await inside();
    await ines.post(`/api/tickets/${number}/notes`, { text: 'Elusive thing.' });
    expect((await maria.get('/api/tickets/counts?state=all')).body).toEqual(before);
    expect((await maria.get('/api/tickets?state=all&q=Elusive')).body.items).toEqual([]);
    expect((await maria.get('/api/tickets?state=all&inside=yes')).body.items).toEqual([]);
    for (const path of ['', '/history', '/colleagues'])
      expect((await maria.get(`/api/tickets/${number}${path}`)).status).toBe(404);
  });

  test('is found by the desk’s filter, which parts all tickets in two', async () => {
    const { number } = await inside();
    const numbers = async (query: string) =>
      (await maya.get(`/api/tickets?state=all&limit=100&${query}`)).body.items.map(
        (ticket: { number: number }) => ticket.number,
      ) as number[];
    const [yes, no, all] = [await numbers('inside=yes'), await numbers('inside=no'), await numbers('')];
    expect(yes).toContain(number);
    expect(new Set([...yes, ...no])).toEqual(new Set(all));
    expect(yes.length + no.length).toBe(all.length);
    expect((await maya.get('/api/tickets/counts?state=all&inside=yes')).body.total).toBe(yes.length);
  });

  test('is solved and closed at once with a note, which can be undone', async () => {
    const { number } = await inside();
    const path = `/api/tickets/${number}`;
    const solved = { move: 'resolve', resolution_code: 'solved_l1', answer: 'Talked to her.', minutes: 5 };
    const { body } = await maya.post(`${path}/moves`, solved);
    expect(body).toMatchObject({ state: 'closed', court: null, outgoing: [], minutes: 5 });
    expect(body.messages.at(-1)).toMatchObject({ kind: 'note', text: 'Talked to her.' });
    const undone = await maya.post(`${path}/undo`, { change: body.undo.change });
    expect(undone.body.ticket).toMatchObject({ state: 'new', minutes: 0 });
    expect((await maria.get(path)).status).toBe(404);
  });

  test('is told to the school only by a new ticket, which does not say from what it goes on', async () => {
    const { number } = await inside();
    const { body } = await opened(maya, {
      requester: maria_id,
      description: 'Please call us.',
      follows: number,
    });
    expect(body.follows).toBe(number);
    const path = `/api/tickets/${body.number}`;
    const seen = [(await maria.get(path)).body, (await maria.get(`${path}/history`)).body];
    expect(seen[0].follows).toBeNull();
    expect(JSON.stringify(seen)).not.toContain(String(number));
    expect((await opened(maria, { description: 'x', follows: number })).status).toBe(404);
    expect(await wordsOf(maya, number)).toContain(`Maya Chen opened ${body.number} for the school from it`);
  });

  test('never changes to a visible one, nor takes what a school would read, not even in the database', async () => {
    const { number } = await inside();
    const ask = (query: string) => house.database.pool.query(query, [number]);
    await expect(ask('update tickets set inside = false where number = $1')).rejects.toThrow('never changes');
    await expect(
      ask(`insert into replies (ticket_number, school_id, author_id, text, html, written_at, words)
        values ($1, 1, 1, 'x', 'x', now(), '')`),
    ).rejects.toThrow('nothing for a school');
    await expect(ask('insert into ticket_people values ($1, 1, 1, 1, now())')).rejects.toThrow('nothing');
    await ask(`insert into events (position, at, kind, audience, ticket_number, school_id, acting_as)
      values (0, now(), 'opened', 'school', $1, 1, 'job:test')`);
    const { rows } = await ask(`select from events where ticket_number = $1 and audience = 'school'`);
    expect(rows).toEqual([]);
  });
});
