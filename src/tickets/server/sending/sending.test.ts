import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { openStorage } from '#platform/files/storage.ts';
import { tidyFiles, tidyUndone } from '../tidying.ts';

let house: House;
let maria: Client, maya: Client, ines: Client, arun: Client;
beforeAll(async () => {
  house = await openHouse({ waits: true });
  [maria, maya, ines, arun] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Ines Roy', 'Arun Patel'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
});
afterAll(() => house.close());

const asked = {
  subject: 'Waiting',
  description: 'Please help.',
  category: 'pen',
  impact: 'one_person',
  urgency: 'low',
};
const solved = { move: 'resolve', resolution_code: 'solved_l1', answer: 'It is done.', minutes: 5 };

let number: number;
let path: string;
beforeEach(async () => {
  number = (await maria.post('/api/tickets', asked)).body.number;
  path = `/api/tickets/${number}`;
});
const textsFor = async (who: Client) =>
  (await who.get(path)).body.messages.map((message: { text: string }) => message.text);
const storyFor = async (who: Client) =>
  (await who.get(`${path}/history`)).body.items.map((line: { kind: string }) => line.kind);

describe('a reply of the desk', () => {
  test('waits ten seconds where no school sees it, then leaves at that instant, once', async () => {
    const { status, body } = await maya.post(`${path}/replies`, { text: 'Soon.' });
    expect(status).toBe(201);
    expect(body.state).toBe('new');
    expect(body.outgoing).toMatchObject([
      { text: 'Soon.', html: '<p>Soon.</p>\n', move: null, leaves_in_seconds: 10, mine: true, stopped: null },
    ]);
    expect(JSON.stringify((await maria.get(path)).body)).not.toContain('Soon.');
    expect(await storyFor(maria)).toEqual(['opened']);

    const before = house.clock.now;
    await house.leave();
    await house.leave();
    const after = (await maria.get(path)).body;
    expect(after.messages.map((message: { text: string }) => message.text)).toEqual([
      'Please help.',
      'Soon.',
    ]);
    expect(new Date(after.messages[1].written.at).getTime()).toBe(before.getTime() + 10_000);
    expect(after).toMatchObject({ state: 'in_progress', assignee: { name: 'Maya Chen' } });
    expect(await storyFor(maria)).toEqual(['opened', 'take', 'replied']);
    expect((await maya.get(path)).body.outgoing).toEqual([]);
  });

  test('does not leave before its time', async () => {
    await maya.post(`${path}/replies`, { text: 'Soon.' });
    house.clock.advance(-1);
    await house.leave();
    expect(await textsFor(maria)).toEqual(['Please help.']);
    house.clock.advance(1);
    await house.leave();
    expect(await textsFor(maria)).toEqual(['Please help.', 'Soon.']);
  });

  test('is seen waiting by colleagues, who cannot take it back', async () => {
    const { body } = await maya.post(`${path}/replies`, { text: 'Soon.' });
    const [waiting] = (await ines.get(path)).body.outgoing;
    expect(waiting).toMatchObject({ author: { name: 'Maya Chen' }, mine: false });
    expect((await ines.delete(`${path}/outgoing/${body.outgoing[0].id}`)).status).toBe(404);
    await house.leave();
    expect(await textsFor(maria)).toContain('Soon.');
  });

  test('taken back gives text and files back, is told inside alone, and never leaves', async () => {
    const file = (await maya.upload('steps.txt', 'one, two')).body;
    const { body } = await maya.post(`${path}/replies`, { text: 'Too soon.', files: [file.id] });
    const back = await maya.delete(`${path}/outgoing/${body.outgoing[0].id}`);
    expect(back.body).toMatchObject({
      writing: 'reply',
      fields: { text: 'Too soon.' },
      files: [{ id: file.id, name: 'steps.txt' }],
      ticket: { outgoing: [] },
    });
    await house.leave();
    expect(await textsFor(maria)).toEqual(['Please help.']);
    expect(await storyFor(maria)).toEqual(['opened']);
    expect(await storyFor(maya)).toEqual(['opened', 'taken_back']);
    const again = await maya.post(`${path}/replies`, { text: 'Now.', files: [file.id] });
    expect(again.status).toBe(201);
    await house.leave();
    expect((await maria.get(path)).body.messages[1].files).toMatchObject([{ name: 'steps.txt' }]);
  });

  test('that has left cannot be taken back', async () => {
    const { body } = await maya.post(`${path}/replies`, { text: 'Gone.' });
    await house.leave();
    expect((await maya.delete(`${path}/outgoing/${body.outgoing[0].id}`)).status).toBe(409);
  });

  test('of somebody who has left the desk meanwhile is stopped', async () => {
    const agent = { name: 'Short Stay', roles: ['agent'], username: 'short' };
    const password = 'a long enough password';
    const { path: link } = (await arun.post('/api/invitations', agent)).body;
    await house.anyone.post('/api/links/use', { secret: link.split('#')[1], password });
    const { items } = (await arun.get('/api/agents')).body;
    const person = items.find(({ name }: { name: string }) => name === agent.name);
    const { headers } = await house.anyone.post('/api/session', { username: 'short', password });
    const cookie = String(headers['set-cookie']).split(';')[0]!;
    const short = { cookie };
    await house.anyone.post(`${path}/replies`, { text: 'Bye.' }, short);
    await arun.patch(`/api/agents/${person.id}`, { left: true });
    await house.leave();
    expect(await textsFor(maria)).toEqual(['Please help.']);
    expect((await maya.get(path)).body.outgoing).toMatchObject([
      { stopped: 'Its author has left the desk.' },
    ]);
  });
});

describe('at night', () => {
  const left = async () =>
    (
      await house.database.pool.query('select outcome from outgoing where ticket_number = $1', [number])
    ).rows.map((row: { outcome: string }) => row.outcome);
  const days = (count: number) => house.clock.advance(count * 86_400_000);

  test('what was taken back or has left goes, what was stopped waits with its files', async () => {
    const storage = await openStorage(`${house.config.data_dir}/files`);
    const tidy = async () => {
      await tidyUndone(house.database, house.clock.now);
      await tidyFiles(house.database, storage, house.clock.now);
    };
    const file = (await ines.upload('kept.txt', 'kept')).body;
    const { body: first } = await maya.post(`${path}/replies`, { text: 'Taken back.' });
    await maya.delete(`${path}/outgoing/${first.outgoing[0].id}`);
    await ines.post(`${path}/moves`, { ...solved, files: [file.id] });
    await maya.post(`${path}/moves`, { move: 'withdraw', reason: 'Elsewhere.' });
    await house.leave();
    expect((await left()).sort((a, b) => a.localeCompare(b))).toEqual(['stopped', 'taken_back']);
    days(8);
    await tidy();
    expect(await left()).toEqual(['stopped']);
    const [again] = (await (await house.as('Ines Roy')).get(path)).body.outgoing;
    const back = await (await house.as('Ines Roy')).delete(`${path}/outgoing/${again.id}`);
    expect(back.body.files).toMatchObject([{ name: 'kept.txt' }]);
    days(-8);
  });
});

describe('a move that says something to the school', () => {
  test('waits with its text; taken back, its fields come back as they were', async () => {
    const { body } = await maya.post(`${path}/moves`, solved);
    expect(body).toMatchObject({ state: 'new', outgoing: [{ text: 'It is done.', move: 'resolve' }] });
    const back = await maya.delete(`${path}/outgoing/${body.outgoing[0].id}`);
    expect(back.body).toMatchObject({
      writing: 'resolve',
      fields: { resolution_code: 'solved_l1', answer: 'It is done.', minutes: 5 },
    });
    await maya.post(`${path}/moves`, solved);
    await house.leave();
    expect((await maria.get(path)).body).toMatchObject({ state: 'resolved' });
    expect(await storyFor(maria)).toEqual(['opened', 'resolve']);
  });

  test('is refused at once when it lacks something or is not possible from here', async () => {
    expect((await maya.post(`${path}/moves`, { ...solved, minutes: undefined })).status).toBe(422);
    expect((await maya.post(`${path}/moves`, { move: 'resume' })).status).toBe(409);
    expect((await maya.post(`${path}/moves`, { ...solved, files: [crypto.randomUUID()] })).status).toBe(422);
    expect((await maya.get(path)).body.outgoing).toEqual([]);
  });

  test('is stopped when another was quicker, says why, and keeps what was written', async () => {
    await maya.post(`${path}/moves`, solved);
    await ines.post(`${path}/moves`, { ...solved, answer: 'Mine first.' });
    house.clock.advance(1000);
    await house.leave();
    expect(await textsFor(maria)).toEqual(['Please help.', 'It is done.']);
    const [stopped] = (await ines.get(path)).body.outgoing;
    expect(stopped.stopped).toContain('not possible while the ticket is');
    expect((await ines.get('/api/notices')).body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          kind: 'stopped',
          ticket: expect.objectContaining({ number }),
          read: false,
        }),
      ]),
    });
    const back = await ines.delete(`${path}/outgoing/${stopped.id}`);
    expect(back.body.fields).toMatchObject({ answer: 'Mine first.' });
    expect((await ines.get(path)).body.outgoing).toEqual([]);
  });

  test('a move that says nothing to the school is made at once', async () => {
    expect((await maya.post(`${path}/moves`, { move: 'take' })).body).toMatchObject({
      state: 'in_progress',
      outgoing: [],
    });
  });
});

describe('the send guard', () => {
  const newestOf = async (who: Client) => {
    const ids = (kind: string, messages: { kind: string; id: number }[]) =>
      Math.max(0, ...messages.filter(message => message.kind === kind).map(({ id }) => id));
    const { messages } = (await who.get(path)).body;
    return { reply: ids('reply', messages), note: ids('note', messages) };
  };

  test('refuses a message whose writer has not seen what is newest, and takes it when she has', async () => {
    const seen = await newestOf(maya);
    await maria.post(`${path}/replies`, { text: 'One more thing.' });
    const refused = await maya.post(`${path}/replies`, { text: 'Answer.', seen });
    expect(refused).toMatchObject({ status: 409, body: { stop: 'unseen' } });
    expect((await maya.get(path)).body.outgoing).toEqual([]);
    const taken = await maya.post(`${path}/replies`, { text: 'Answer.', seen: await newestOf(maya) });
    expect(taken.status).toBe(201);
  });

  test('counts a colleague’s note as news for the desk, and one’s own words never', async () => {
    const seen = await newestOf(maya);
    await maya.post(`${path}/notes`, { text: 'My own.' });
    expect((await maya.post(`${path}/moves`, { ...solved, seen })).status).toBe(200);
    await ines.post(`${path}/notes`, { text: 'Wait, look at 1003.' });
    expect((await maya.post(`${path}/replies`, { text: 'x', seen })).body.stop).toBe('unseen');
  });

  test('asks a school about the desk’s replies alone: it hears of no note', async () => {
    const seen = { reply: (await newestOf(maria)).reply, note: 0 };
    await maya.post(`${path}/notes`, { text: 'Inside.' });
    expect((await maria.post(`${path}/replies`, { text: 'Still here.', seen })).status).toBe(201);
    await maya.post(`${path}/replies`, { text: 'Read this first.' });
    await house.leave();
    expect((await maria.post(`${path}/replies`, { text: 'Too late.', seen })).body.stop).toBe('unseen');
  });

  test('holds while a message waits: what the school writes meanwhile stops it', async () => {
    await maya.post(`${path}/replies`, { text: 'Answer.', seen: await newestOf(maya) });
    await maria.post(`${path}/replies`, { text: 'Never mind, it works.' });
    await house.leave();
    expect(await textsFor(maria)).toEqual(['Please help.', 'Never mind, it works.']);
    expect((await maya.get(path)).body.outgoing[0].stopped).toContain('Something new was written');
  });

  test('refuses readers that are other than those whom the writer was shown', async () => {
    const { school, requester } = (await maya.get(path)).body;
    const to = { school: school.id, people: [requester.id] };
    expect((await maya.post(`${path}/replies`, { text: 'x', to: { ...to, school: 2 } })).body.stop).toBe(
      'audience',
    );
    expect((await maya.post(`${path}/replies`, { text: 'x', to: { ...to, people: [] } })).body.stop).toBe(
      'audience',
    );
    expect((await maya.post(`${path}/replies`, { text: 'x', to })).status).toBe(201);
    await house.database.pool.query(
      'insert into ticket_people values ($1, 2, 1, 1, now())', // Grant Bell is put on it while the reply waits
      [number],
    );
    await house.leave();
    expect(await textsFor(maria)).toEqual(['Please help.']);
    expect((await maya.get(path)).body.outgoing[0].stopped).toContain('Who will read this');
  });
});
