import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maria: Client, maya: Client, ines: Client, owen: Client;
let ines_id: number;
beforeAll(async () => {
  house = await openHouse();
  [maria, maya, ines, owen] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Ines Roy', 'Owen Hart'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
  ines_id = (await ines.get('/api/session')).body.person.id;
});
afterAll(() => house.close());

const asked = {
  subject: 'Undoing',
  description: 'x',
  category: 'pen',
  impact: 'one_person',
  urgency: 'low',
};
const minute = 60_000;

let path: string;
beforeEach(async () => {
  path = `/api/tickets/${(await maria.post('/api/tickets', asked)).body.number}`;
  house.clock.advance(minute);
});

const facts = async () => {
  const { body } = await owen.get(path);
  const { state, assignee, category, urgency, priority, planned_for, minutes, resolution_code } = body;
  const { level2_reference, ended, reopen_count } = body;
  return {
    ...{ state, assignee, category, urgency, priority, planned_for, minutes, resolution_code },
    ...{ level2_reference, ended, reopen_count },
  };
};
const offered = async (who: Client) => (await who.get(path)).body.undo as { change: number } | null;
const undoLast = async (who: Client) =>
  who.post(`${path}/undo`, { change: (await offered(who))?.change ?? 999_999 });
const move = (who: Client, name: string, given: object = {}) =>
  who.post(`${path}/moves`, { move: name, ...given });
const next = () => house.clock.advance(minute);

describe('whoever made a change takes it back', () => {
  test.each<
    [
      what: string,
      before: [Client | (() => Client), string, object?][],
      by: () => Client,
      deed: () => Promise<{ status: number }>,
    ]
  >([
    ['taking', [], () => maya, () => move(maya, 'take')],
    [
      'giving a new ticket to a colleague, which takes it',
      [],
      () => maya,
      () => maya.put(`${path}/assignment`, { agent: ines_id }),
    ],
    [
      'giving it to nobody',
      [[() => maya, 'take']],
      () => maya,
      () => maya.put(`${path}/assignment`, { agent: null }),
    ],
    ['correcting', [], () => maya, () => maya.patch(path, { category: 'attendance', urgency: 'critical' })],
    [
      'planning',
      [[() => maya, 'take']],
      () => maya,
      () => move(maya, 'plan', { date: '2026-12-01', school_agreed: true }),
    ],
    [
      'going on before the planned day',
      [
        [() => maya, 'take'],
        [() => maya, 'plan', { date: '2026-12-01', school_agreed: true }],
      ],
      () => maya,
      () => move(maya, 'resume'),
    ],
    [
      'passing it to Level 2',
      [[() => owen, 'take']],
      () => owen,
      () => move(owen, 'escalate', { pack: 'Steps.', level2_reference: 'BC-9' }),
    ],
    [
      'solving',
      [[() => maya, 'take']],
      () => maya,
      () => move(maya, 'resolve', { resolution_code: 'solved_l1', answer: 'Done.', minutes: 12 }),
    ],
    ['withdrawing, by the school', [], () => maria, () => move(maria, 'withdraw', { reason: 'Found it.' })],
    [
      'confirming, by the school',
      [[() => maya, 'resolve', { resolution_code: 'solved_l1', answer: 'Done.', minutes: 1 }]],
      () => maria,
      () => move(maria, 'confirm'),
    ],
  ])('%s: everything is as it was, and the story says so', async (_, before, by, deed) => {
    for (const [who, name, given] of before) {
      expect((await move((who as () => Client)(), name, given)).status).toBe(200);
      next();
    }
    const was = await facts();
    expect((await deed()).status).toBe(200);
    expect(await facts()).not.toEqual(was);
    next();
    expect((await undoLast(by())).status).toBe(200);
    expect(await facts()).toEqual(was);
    const story = (await owen.get(`${path}/history`)).body.items.map((line: { kind: string }) => line.kind);
    expect(story.filter((kind: string) => kind !== 'inside').at(-1)).toBe('undone');
  });

  test('a note goes out of sight, and its words and files are its writer’s again', async () => {
    const file = (await maya.upload('draft.txt', 'x')).body;
    await maya.post(`${path}/notes`, { text: 'Wrong ticket, unmistakable.', files: [file.id] });
    next();
    const { body } = await undoLast(maya);
    expect(body).toMatchObject({
      writing: 'note',
      fields: { text: 'Wrong ticket, unmistakable.' },
      files: [{ id: file.id }],
    });
    expect(JSON.stringify((await ines.get(path)).body)).not.toContain('unmistakable');
    expect((await ines.get('/api/tickets?q=unmistakable')).body.items).toEqual([]);
    expect((await maya.post(`${path}/notes`, { text: 'Again.', files: [file.id] })).status).toBe(201);
  });
});

describe('not everything can be taken back', () => {
  test('nothing of somebody else’s', async () => {
    await move(maya, 'take');
    const { change } = (await offered(maya))!;
    expect(await offered(ines)).toBeNull();
    expect((await ines.post(`${path}/undo`, { change })).status).toBe(404);
    expect((await maria.post(`${path}/undo`, { change })).status).toBe(404);
  });

  test('nothing twice', async () => {
    await move(maya, 'take');
    const { change } = (await offered(maya))!;
    expect((await maya.post(`${path}/undo`, { change })).status).toBe(200);
    expect((await maya.post(`${path}/undo`, { change })).status).toBe(404);
  });

  test('nothing after half an hour', async () => {
    await move(maya, 'take');
    const { change } = (await offered(maya))!;
    house.clock.advance(30 * minute);
    expect(await offered(maya)).not.toBeNull();
    house.clock.advance(1);
    expect(await offered(maya)).toBeNull();
    expect((await maya.post(`${path}/undo`, { change })).status).toBe(409);
  });

  test('after ten seconds nothing that something has followed; within them it can, while it is still so', async () => {
    await move(maya, 'take');
    const { change } = (await offered(maya))!;
    house.clock.advance(5000);
    await maria.post(`${path}/replies`, { text: 'Thank you.' });
    expect(await offered(maya)).not.toBeNull();
    house.clock.advance(5001);
    expect(await offered(maya)).toBeNull();
    expect((await maya.post(`${path}/undo`, { change })).status).toBe(409);
  });

  test('nothing that has been changed again, even at once', async () => {
    await move(maya, 'take');
    const { change } = (await offered(maya))!;
    house.clock.advance(1000);
    await ines.put(`${path}/assignment`, { agent: null });
    const refused = await maya.post(`${path}/undo`, { change });
    expect(refused).toMatchObject({ status: 409 });
    expect((await facts()).state).toBe('in_progress');
  });

  test('a school’s answer stays: it was read', async () => {
    await move(maya, 'ask_school', { question: 'Which?' });
    next();
    await maria.post(`${path}/replies`, { text: 'That one.' });
    expect(await offered(maria)).toBeNull();
  });

  test('what the school reads of an undoing holds nothing of the desk’s', async () => {
    await move(owen, 'escalate', { pack: 'Steps.', level2_reference: 'BC-77' });
    next();
    await undoLast(owen);
    expect(JSON.stringify((await maria.get(`${path}/history`)).body)).not.toContain('BC-77');
  });
});
