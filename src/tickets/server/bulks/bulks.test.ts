import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '#accounts/server/accounts.ts';
import type { Database } from '#platform/db/database.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { eq } from 'drizzle-orm';
import { workOn } from './working.ts';

let house: House;
let maria: Client, maya: Client, ines: Client, nadia: Client, tom: Client;
let ines_id: number;
beforeAll(async () => {
  house = await openHouse({ waits: true });
  [maria, maya, ines, nadia, tom] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Ines Roy', 'Nadia Petrov', 'Tom Becker'] as const).map(house.as),
  )) as [Client, Client, Client, Client, Client];
  ines_id = (await ines.get('/api/session')).body.person.id;
});
afterAll(() => house.close());

const minute = 60_000;
const asked = {
  subject: 'Many at once',
  description: 'x',
  category: 'pen',
  impact: 'one_person',
  urgency: 'low',
};
const open = async (count: number): Promise<number[]> => {
  const numbers: number[] = [];
  for (let left = count; left > 0; left--)
    numbers.push((await maria.post('/api/tickets', asked)).body.number);
  return numbers;
};
const failed = (error: unknown) => {
  throw error;
};
const clock = () => house.clock.now;
const work = (database: Database = house.database) => workOn({ database, clock, failed });
const begin = async (who: Client, body: object) => {
  const answer = await who.post('/api/bulks', body);
  expect(answer.status).toBe(202);
  house.clock.advance(1);
  return answer.body as { id: number; total: number; can: object };
};
const now = async (who: Client, id: number) => (await who.get(`/api/bulks/${id}`)).body;
const kinds = async (number: number) =>
  (await nadia.get(`/api/tickets/${number}/history`)).body.items.map((line: { kind: string }) => line.kind);

let numbers: number[];
const fresh = async () => {
  house.clock.advance(minute);
  numbers = await open(3);
  house.clock.advance(minute);
};
const to_ines = () => [{ does: 'assign', agent: ines_id }];
const urgent = [{ does: 'change', urgency: 'high' }];

describe('many tickets are worked on at once', () => {
  beforeEach(fresh);

  test('by their numbers: each is changed once, and its story says it as ever', async () => {
    const { id, total } = await begin(maya, { tickets: [...numbers, numbers[0]], steps: urgent });
    expect(total).toBe(3);
    expect(await now(maya, id)).toMatchObject({
      state: 'works',
      waiting: 3,
      can: { stop: true, undo: true },
    });
    await work();
    expect(await now(maya, id)).toMatchObject({ state: 'ended', waiting: 0, outcomes: { done: 3 } });
    for (const number of numbers) {
      expect((await maria.get(`/api/tickets/${number}`)).body.urgency).toBe('high');
      expect(await kinds(number)).toEqual(['opened', 'changed']);
    }
    await work();
    expect(await kinds(numbers[0]!)).toEqual(['opened', 'changed']);
  });

  test('a reply takes its files to each ticket, and each school opens its own', async () => {
    const { body: file } = await maya.upload('steps.txt', 'Press the green button.');
    const steps = [{ does: 'reply', text: 'See the steps.', files: [file.id] }];
    expect((await ines.post('/api/bulks', { tickets: numbers, steps })).status).toBe(422); // Maya’s own
    const { id } = await begin(maya, { tickets: numbers, steps });
    house.clock.advance(minute);
    await work();
    expect(await now(maya, id)).toMatchObject({ outcomes: { done: 3 } });
    const sent = await Promise.all(
      numbers.map(async number => (await maria.get(`/api/tickets/${number}`)).body.messages.at(-1).files[0]),
    );
    expect(new Set(sent.map(({ id: own }) => own)).size).toBe(3);
    for (const { id: own, name } of sent) {
      expect(name).toBe('steps.txt');
      expect((await maria.get(`/api/files/${own}`)).body).toBe('Press the green button.');
    }
  });

  test('by the list’s query, as many as its person saw', async () => {
    const query = { q: 'Many at once', assignee: 'none' };
    const { total } = (await maya.get('/api/tickets/counts?q=Many+at+once&assignee=none')).body;
    const steps = to_ines();
    expect((await maya.post('/api/bulks', { query, steps, expected: total + 1 })).status).toBe(409);
    const { id } = await begin(maya, { query, steps, expected: total });
    await work();
    expect((await now(maya, id)).outcomes.done).toBe(total);
    expect((await maya.get('/api/tickets/counts?q=Many+at+once&assignee=none')).body.total).toBe(0);
  });

  test('what is so already and what refuses is told apart, with its reason, and can be tried again', async () => {
    const [ended, same, will] = numbers as [number, number, number];
    await maria.post(`/api/tickets/${ended}/moves`, { move: 'withdraw', reason: 'Found it.' });
    await maya.patch(`/api/tickets/${same}`, { urgency: 'high' });
    const body = { tickets: numbers, steps: urgent };
    const preview = (await maya.post('/api/bulks/preview', body)).body;
    expect(preview).toMatchObject({ total: 3, will: 1, already: 1, cannot: 1, speaks: false });
    expect(preview.reasons).toEqual([{ words: 'It has ended.', count: 1 }]);
    expect(preview.items.map((item: { number: number }) => item.number)).toEqual([ended, will, same]);
    expect(preview.items[1].changes[0]).toMatchObject({ field: 'Urgency' });
    const { id } = await begin(maya, body);
    await work();
    expect((await now(maya, id)).outcomes).toMatchObject({ done: 1, already: 1, refused: 1 });
    const { items } = (await maya.get(`/api/bulks/${id}/tickets?outcome=refused`)).body;
    expect(items).toMatchObject([{ number: ended }]);
    expect(items[0].reason).toContain('has ended');
  });

  test('all of a list but some, and what of a choice is not in the list is said', async () => {
    const query = { q: 'Many at once' };
    const { total } = (await maya.get('/api/tickets/counts?q=Many+at+once')).body;
    const except = numbers.slice(0, 2);
    const { body } = await maya.post('/api/bulks/preview', { query, except });
    expect(body).toMatchObject({ total: total - 2, outside: 0 });
    expect(body.moves.map((each: { move: string }) => each.move)).toContain('take');
    const within = { assignee: 'me' };
    expect((await maya.post('/api/bulks/preview', { tickets: numbers, within })).body.outside).toBe(3);
    const { id } = await begin(maya, { query, except, steps: [{ does: 'note', text: 'x' }] });
    await work();
    expect((await now(maya, id)).total).toBe(total - 2);
    expect(await kinds(numbers[0]!)).toEqual(['opened']);
  });

  test('asked for twice with one key it is one bulk', async () => {
    const body = { tickets: numbers, steps: urgent };
    const key = { 'idempotency-key': 'once' };
    const first = await maya.post('/api/bulks', body, key);
    const second = await maya.post('/api/bulks', body, key);
    expect(second.body.id).toBe(first.body.id);
    await work();
  });

  test('several steps of one ticket are all done or none of them', async () => {
    const steps = [
      { does: 'note', text: 'Unmistakable.' },
      { does: 'move', move: 'resume' },
    ];
    const { id } = await begin(maya, { tickets: numbers, steps });
    await work();
    expect((await now(maya, id)).outcomes).toMatchObject({ done: 0, refused: 3 });
    expect(JSON.stringify((await maya.get(`/api/tickets/${numbers[0]}`)).body)).not.toContain('Unmistakable');
  });

  test('as its person may act at that moment', async () => {
    const change = (roles: ('agent' | 'knowledge_editor')[]) =>
      house.database.owner.update(people).set({ roles }).where(eq(people.name, 'Ines Roy'));
    const { id } = await begin(ines, { tickets: numbers, steps: urgent });
    await change(['knowledge_editor']);
    await work();
    await change(['agent']);
    expect((await now(ines, id)).outcomes).toMatchObject({ done: 0, refused: 3 });
  });
});

describe('what is foreseen is what happens', () => {
  beforeAll(async () => {
    await nadia.post('/api/teams', { name: 'Front', way: 'by_hand', people: [ines_id] });
    const name = { en: 'Which grade?', fr: 'Quelle année?' };
    await nadia.post('/api/fields', {
      name,
      kind: 'number',
      categories: ['pen', 'attendance', 'report_cards'],
    });
  });

  test.each([
    [{ does: 'assign', agent: 'me' }],
    [{ does: 'assign', agent: null }],
    [{ does: 'change', category: 'attendance', impact: 'one_school', promised: 'answer' }],
    [{ does: 'team', team: 1 }],
    [
      { does: 'team', team: 1 },
      { does: 'assign', agent: 'me' },
    ],
    [{ does: 'field', field: 1, value: 11 }],
    [
      { does: 'field', field: 1, value: 12 },
      { does: 'change', category: 'connectivity' },
    ],
    [{ does: 'follow', person: 'me' }],
    [{ does: 'follow', person: 'me', follows: false }],
    [{ does: 'snooze', until: 'tomorrow' }],
    [
      { does: 'snooze', until: 'answer' },
      { does: 'snooze', until: '2026-12-01' },
    ],
    [{ does: 'move', move: 'withdraw', reason: 'Twice.' }],
    [{ does: 'move', move: 'reopen', reason: 'Again.' }],
    [{ does: 'move', move: 'resolve', resolution_code: 'solved_l1', answer: 'Done.', minutes: 1 }],
    [
      { does: 'reply', text: 'Done.' },
      { does: 'move', move: 'plan', date: '2026-12-01', school_agreed: true },
    ],
  ])('of %j, for every ticket of the town', async (...steps) => {
    const body = { tickets: Array.from({ length: 19 }, (_none, at) => 1001 + at), steps };
    const { will, already, cannot, total } = (await maya.post('/api/bulks/preview', body)).body;
    const { id } = await begin(maya, { ...body, expected: total });
    house.clock.advance(10_000);
    await work();
    const { outcomes } = await now(maya, id);
    expect({ will: outcomes.done, already: outcomes.already, cannot: outcomes.refused }).toEqual({
      will,
      already,
      cannot,
    });
    await maya.post(`/api/bulks/${id}/undo`);
    await work();
  });
});

describe('not everybody, and not everything', () => {
  beforeAll(fresh);

  test('who works no tickets has no bulks, and nobody sees those of others', async () => {
    expect((await tom.post('/api/bulks', { tickets: numbers, steps: urgent })).status).toBe(404);
    expect((await maria.post('/api/bulks', { tickets: numbers, steps: urgent })).status).toBe(404);
    const { id } = await begin(maya, { tickets: numbers, steps: urgent });
    for (const path of ['', '/tickets']) expect((await ines.get(`/api/bulks/${id}${path}`)).status).toBe(404);
    for (const deed of ['stop', 'undo'])
      expect((await ines.post(`/api/bulks/${id}/${deed}`)).status).toBe(404);
    expect((await ines.get('/api/bulks')).body.items.map((bulk: { id: number }) => bulk.id)).not.toContain(
      id,
    );
    await work();
  });

  test.each([
    ['no tickets', { tickets: [] }, 422],
    ['tickets and a query', { tickets: [1001], query: {} }, 422],
    ['neither', {}, 422],
    ['a ticket that there is not', { tickets: [999_999] }, 404],
    ['one of them that there is not', { tickets: [1001, 999_999] }, 409],
    ['an empty list', { query: { q: 'nothing has this word' } }, 404],
  ])('%s is refused', async (_, chosen, status) =>
    expect((await maya.post('/api/bulks', { ...chosen, steps: urgent })).status).toBe(status),
  );

  test('somebody who cannot be given tickets is refused before anything is done', async () => {
    const agent = (await tom.get('/api/session')).body.person.id;
    const body = { tickets: numbers, steps: [{ does: 'assign', agent }] };
    expect((await maya.post('/api/bulks', body)).status).toBe(422);
    expect((await maya.post('/api/bulks/preview', body)).status).toBe(422);
  });
});

describe('what speaks to schools waits as a whole', () => {
  beforeEach(fresh);

  const steps = [{ does: 'reply', text: 'It works again.' }];

  test('nothing leaves within the window, then all of it', async () => {
    const { id } = await begin(maya, { tickets: numbers, steps });
    await work();
    expect(await now(maya, id)).toMatchObject({ state: 'waits', waiting: 3, starts_in_seconds: 10 });
    house.clock.advance(10_000);
    await work();
    expect((await now(maya, id)).outcomes.done).toBe(3);
    expect((await maria.get(`/api/tickets/${numbers[2]}`)).body.messages.at(-1).text).toBe('It works again.');
  });

  test('taken back before, no school hears of it', async () => {
    const { id } = await begin(maya, { tickets: numbers, steps });
    const { body } = await maya.post(`/api/bulks/${id}/undo`);
    expect(body).toMatchObject({ state: 'ended', outcomes: { not_done: 3 } });
    house.clock.advance(minute);
    await work();
    expect(await now(maya, id)).toMatchObject({ state: 'ended', outcomes: { not_done: 3, done: 0 } });
    for (const number of numbers) expect(await kinds(number)).toEqual(['opened']);
  });

  test('where somebody has written meanwhile it is not sent', async () => {
    const { id } = await begin(maya, { tickets: numbers, steps });
    await maria.post(`/api/tickets/${numbers[1]}/replies`, { text: 'Found it ourselves.' });
    house.clock.advance(10_000);
    await work();
    expect((await now(maya, id)).outcomes).toMatchObject({ done: 2, refused: 1 });
    const { items } = (await maya.get(`/api/bulks/${id}/tickets?outcome=refused`)).body;
    expect(items).toMatchObject([{ number: numbers[1] }]);
  });

  test('what was sent stays sent, and what came with it is undone', async () => {
    const { id } = await begin(maya, { tickets: numbers, steps });
    house.clock.advance(10_000);
    await work();
    await maya.post(`/api/bulks/${id}/undo`);
    await work();
    const { items } = (await maya.get(`/api/bulks/${id}/tickets`)).body;
    expect(items[0]).toMatchObject({ outcome: 'kept', reason: expect.stringContaining('stays sent') });
    const ticket = (await maria.get(`/api/tickets/${numbers[0]}`)).body;
    expect(ticket).toMatchObject({ state: 'new', assignee: null });
    expect(ticket.messages).toHaveLength(2);
  });
});

describe('all of it is taken back at once', () => {
  beforeEach(fresh);

  test('each ticket is as it was, and what was changed since stays, with the reason', async () => {
    const { id } = await begin(maya, { tickets: numbers, steps: urgent });
    await work();
    house.clock.advance(minute);
    await ines.patch(`/api/tickets/${numbers[1]}`, { urgency: 'critical' });
    expect((await maya.post(`/api/bulks/${id}/undo`)).body.state).toBe('undoes');
    await work();
    expect(await now(maya, id)).toMatchObject({
      state: 'ended',
      outcomes: { undone: 2, kept: 1, done: 0 },
      can: { stop: false, undo: false },
    });
    const urgencies = await Promise.all(
      numbers.map(async number => (await maya.get(`/api/tickets/${number}`)).body.urgency),
    );
    expect(urgencies).toEqual(['low', 'critical', 'low']);
    expect((await maya.get(`/api/bulks/${id}/tickets?outcome=kept`)).body.items[0].reason).toContain(
      'too late',
    );
    expect((await maya.post(`/api/bulks/${id}/undo`)).status).toBe(200);
    await work();
    expect((await kinds(numbers[0]!)).filter((kind: string) => kind === 'undone')).toHaveLength(1);
  });

  test('not after half an hour', async () => {
    const { id } = await begin(maya, { tickets: numbers, steps: urgent });
    await work();
    house.clock.advance(31 * minute);
    expect((await now(maya, id)).can.undo).toBe(false);
    expect((await maya.post(`/api/bulks/${id}/undo`)).status).toBe(409);
  });
});

/** A server that is killed: of this many transactions the last is not committed, and there are no more. */
const dyingAfter = (commits: number): Database => {
  let left = commits;
  return {
    ...house.database,
    transact: (actor, deed) =>
      house.database.transact(actor, async db => {
        const done = await deed(db);
        if (--left <= 0) throw new Error('killed');
        return done;
      }),
  };
};

describe('exactly once', () => {
  beforeEach(fresh);

  test.each([2, 3, 5])('when the server is killed before its commit %i, another goes on', async commits => {
    const { id } = await begin(maya, { tickets: numbers, steps: urgent });
    await expect(work(dyingAfter(commits))).rejects.toThrow('killed');
    expect((await now(maya, id)).outcomes.done).toBe(Math.min(commits - 2, 3));
    await work();
    expect((await now(maya, id)).outcomes).toMatchObject({ done: 3, refused: 0 });
    for (const number of numbers) expect(await kinds(number)).toEqual(['opened', 'changed']);
  });

  test('two servers share the work', async () => {
    numbers = [...numbers, ...(await open(9))];
    house.clock.advance(1);
    const { id } = await begin(maya, { tickets: numbers, steps: urgent });
    await Promise.all([work(), work()]);
    await work();
    expect((await now(maya, id)).outcomes).toMatchObject({ done: 12, refused: 0 });
    for (const number of numbers)
      expect((await kinds(number)).filter((kind: string) => kind === 'changed')).toHaveLength(1);
  });
});

test('stopped, it does no more, and what is done can be undone', async () => {
  await fresh();
  const { id } = await begin(maya, { tickets: numbers, steps: urgent });
  let asked_for = 2;
  await workOn({ database: house.database, clock, failed, goes_on: () => asked_for-- > 0 });
  const { body } = await maya.post(`/api/bulks/${id}/stop`);
  expect(body).toMatchObject({ state: 'ended', stopped: true, outcomes: { done: 1, not_done: 2 } });
  await work();
  await maya.post(`/api/bulks/${id}/undo`);
  await work();
  expect((await now(maya, id)).outcomes).toMatchObject({ undone: 1, not_done: 2 });
});
