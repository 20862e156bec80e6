import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { noticer } from '../notices/noticing.ts';

let house: House;
let maria: Client, grant: Client, maya: Client, ines: Client;
beforeAll(async () => {
  house = await openHouse();
  await signIn();
});
async function signIn(): Promise<void> {
  [maria, grant, maya, ines] = (await Promise.all(
    (['Maria Santos', 'Grant Bell', 'Maya Chen', 'Ines Roy'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
}
afterAll(() => house.close());

const asked = { subject: 'Editing', description: 'It is brokn.', category: 'pen', impact: 'one_person' };
const minute = 60_000;

let path: string;
let first: string;
beforeEach(async () => {
  const { body } = await maria.post('/api/tickets', { ...asked, urgency: 'low' });
  path = `/api/tickets/${body.number}`;
  first = `${path}/replies/${body.messages[0].id}`;
});
const messagesFor = async (who: Client) => (await who.get(path)).body.messages;
const textsFor = async (who: Client) =>
  (await messagesFor(who)).map((message: { text: string }) => message.text);

describe('one’s own message', () => {
  test('says the new words from now on, and what it said before is shown to who may read it', async () => {
    house.clock.advance(3 * minute);
    const { status, body } = await maria.patch(first, { text: 'It is **broken**.' });
    expect(status).toBe(200);
    expect(body.messages).toMatchObject([
      {
        text: 'It is **broken**.',
        html: '<p>It is <strong>broken</strong>.</p>\n',
        versions: [{ text: 'It is brokn.', until: { at: house.clock.now.toISOString() } }],
        editable: true,
      },
    ]);
    expect((await messagesFor(maya))[0].versions).toHaveLength(1);
    const found = async (word: string) => (await maya.get(`/api/tickets?q=${word}`)).body.items.length;
    expect([await found('broken'), await found('brokn')]).toEqual([1, 0]);
    const { items } = (await grant.get(`${path}/history`)).body;
    expect(items.at(-1)).toMatchObject({ kind: 'reply_edited', words: 'Maria Santos edited a message' });
  });

  test('twice the same is once, and undone it is as it was', async () => {
    const before = await messagesFor(maria);
    const { body } = await maria.patch(first, { text: 'Broken.' });
    await maria.patch(first, { text: 'Broken.' });
    expect((await messagesFor(maria))[0].versions).toHaveLength(1);
    const undone = await maria.post(`${path}/undo`, { change: body.undo.change });
    expect(undone.body.ticket.messages).toEqual(before);
  });

  test('is nobody else’s to edit', async () => {
    expect((await grant.patch(first, { text: 'x' })).status).toBe(403);
    expect((await maya.patch(first, { text: 'x' })).status).toBe(403);
    expect(await textsFor(maria)).toEqual(['It is brokn.']);
  });

  test('stays once the other side has seen it, and is not undone then either', async () => {
    const { body } = await maria.patch(first, { text: 'Broken.' });
    const [{ id }] = await messagesFor(maya);
    await maya.put(`${path}/reading`, { reply: id });
    expect((await maria.patch(first, { text: 'Mended.' })).status).toBe(409);
    expect((await maria.post(`${path}/undo`, { change: body.undo.change })).status).toBe(409);
    expect((await messagesFor(maria))[0]).toMatchObject({ text: 'Broken.', editable: false });
    const reply = (await maya.post(`${path}/replies`, { text: 'Tri again.' })).body.messages.at(-1);
    await grant.put(`${path}/reading`, { reply: id });
    expect((await maya.patch(`${path}/replies/${reply.id}`, { text: 'Try again.' })).status).toBe(200);
  });

  test('stays after a quarter of an hour, and when its ticket has ended', async () => {
    house.clock.advance(15 * minute + 1);
    expect((await maria.patch(first, { text: 'x' })).status).toBe(409);
    const { body } = await maria.post(`${path}/replies`, { text: 'Never mind.' });
    await maria.post(`${path}/moves`, { move: 'withdraw', reason: 'It works.' });
    expect((await maria.patch(`${path}/replies/${body.messages.at(-1).id}`, { text: 'x' })).status).toBe(409);
  });
});

describe('one’s own note', () => {
  const noted = async (text: string) => {
    const { body } = await maya.post(`${path}/notes`, { text });
    return `${path}/notes/${body.messages.at(-1).id}`;
  };

  test('is edited for a day, though colleagues have read it; no school hears of it', async () => {
    const note = await noted('Call them.');
    await ines.put(`${path}/reading`, { note: 1_000_000 });
    house.clock.advance(23 * 60 * minute);
    await signIn();
    expect((await maya.patch(note, { text: 'Call them on Monday.' })).status).toBe(200);
    expect((await ines.patch(note, { text: 'x' })).status).toBe(403);
    expect((await maria.patch(note, { text: 'x' })).status).toBe(404);
    expect((await maya.patch(note.replace('notes', 'replies'), { text: 'x' })).status).not.toBe(200);
    const seen = [(await maria.get(path)).body, (await maria.get(`${path}/history`)).body];
    expect(JSON.stringify(seen)).not.toMatch(/Call them|note_edited/);
    house.clock.advance(61 * minute);
    expect((await maya.patch(note, { text: 'x' })).status).toBe(409);
  });

  test('rings for whom the edit mentions, and not again for whom it mentioned before', async () => {
    const told = async (who: Client) => {
      await readOn(house.database, actorOf({ side: 'system', job: 'test' }), noticer);
      const { items } = (await who.get('/api/notices?limit=100')).body;
      return items.filter(({ ticket }: { ticket: { number: number } }) => path.endsWith(`/${ticket.number}`))
        .length;
    };
    const note = await noted('Somebody look at this.');
    expect(await told(ines)).toBe(0);
    await maya.patch(note, { text: '@Ines Roy, look at this.' });
    await maya.patch(note, { text: '@Ines Roy, please look at this.' });
    expect(await told(ines)).toBe(1);
    await maya.patch(note, { text: '@Ines Roy, please look at this soon.' });
    expect(await told(ines)).toBe(1);
  });
});
