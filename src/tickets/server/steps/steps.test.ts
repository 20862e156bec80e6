import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';

/** Steps on one ticket, as a macro without a text does them: one deed, one undo. */

let house: House;
let maria: Client, maya: Client, ines: Client, nadia: Client, tom: Client;
let front: number, grade: number, ines_id: number, path: string;

beforeAll(async () => {
  house = await openHouse({ waits: true });
  [maria, maya, ines, nadia, tom] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Ines Roy', 'Nadia Petrov', 'Tom Becker'] as const).map(house.as),
  )) as [Client, Client, Client, Client, Client];
  ines_id = (await ines.get('/api/session')).body.person.id;
  front = (await nadia.post('/api/teams', { name: 'Front', people: [ines_id] })).body.id;
  const name = { en: 'Which grade?', fr: 'Quelle année?' };
  grade = (await nadia.post('/api/fields', { name, kind: 'number', categories: ['pen'] })).body.id;
});
afterAll(() => house.close());

const asked = { subject: 'Steps', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
beforeEach(async () => {
  house.clock.advance(60_000);
  path = `/api/tickets/${(await maria.post('/api/tickets', asked)).body.number}`;
  house.clock.advance(60_000);
});

const doSteps = (by: Client, ...steps: object[]) => by.post(`${path}/steps`, { steps });
const ticket = async (by = maya): Promise<TicketWithMessages> => (await by.get(path)).body;
const seen = async () => {
  const { assignee, team, fields, followers, snoozed } = await ticket();
  return { assignee, team, fields, followers, snoozed: snoozed?.mine };
};
const story = async (by = maya): Promise<string> =>
  JSON.stringify((await by.get(`${path}/history`)).body.items);

const all = () => [
  { does: 'team', team: front },
  { does: 'field', field: grade, value: 11 },
  { does: 'follow', person: 'me' },
  { does: 'follow', person: ines_id },
  { does: 'snooze', until: 'tomorrow' },
];

describe('a team, a field, followers and a snooze', () => {
  test('are done as one, told, and undone as one', async () => {
    const before = await seen();
    const done = await doSteps(maya, ...all());
    expect(done.status).toBe(200);
    expect(await seen()).toMatchObject({
      assignee: null,
      team: { name: 'Front' },
      fields: [{ id: grade, words: '11' }],
      followers: [{ name: 'Ines Roy' }, { name: 'Maya Chen' }],
      snoozed: { state: 'asleep' },
    });
    const told = await story();
    for (const words of ['Front', 'Which grade?', 'asked Ines Roy to follow it', 'snoozed it'])
      expect(told).toContain(words);
    const undone = await maya.post(`${path}/undo`, { change: (await ticket()).undo!.change });
    expect(undone.status).toBe(200);
    expect(await seen()).toEqual(before);
  });

  test('done twice are done once', async () => {
    await doSteps(maya, ...all());
    const before = await story();
    house.clock.advance(1000);
    await doSteps(maya, ...all());
    expect(await story()).toBe(before);
  });

  test('are nothing that the school hears of, but its own answer', async () => {
    await doSteps(maya, ...all());
    const told = `${await story(maria)} ${JSON.stringify(await ticket(maria))}`;
    expect(told).toContain('Which grade?');
    for (const hidden of ['Front', 'follow it', 'snoozed it', 'Ines Roy']) expect(told).not.toContain(hidden);
  });

  test('end again: who follows no longer, a field that is emptied', async () => {
    await doSteps(maya, ...all());
    house.clock.advance(1000);
    await doSteps(
      maya,
      { does: 'follow', person: ines_id, follows: false },
      { does: 'field', field: grade, value: null },
    );
    expect(await seen()).toMatchObject({ fields: [], followers: [{ name: 'Maya Chen' }] });
  });

  test('go with a reply: a new ticket is the team’s when the reply has left, and nobody’s', async () => {
    const also = [{ does: 'team', team: front }];
    expect((await maya.post(`${path}/replies`, { text: 'The front desk looks.', also })).status).toBe(201);
    expect(await seen()).toMatchObject({ assignee: null, team: null });
    house.clock.advance(10_000);
    await house.leave();
    expect(await ticket()).toMatchObject({ state: 'in_progress', assignee: null, team: { name: 'Front' } });
  });
});

describe('is refused, and nothing of it is done', () => {
  const snooze = { does: 'snooze', until: 'answer' };
  test.each<[string, () => Client, () => object, number]>([
    ['a team that there is not', () => maya, () => ({ does: 'team', team: 999 }), 422],
    ['a field that there is not', () => maya, () => ({ does: 'field', field: 999, value: 1 }), 422],
    ['a value that cannot be', () => maya, () => ({ does: 'field', field: grade, value: 'many' }), 422],
    ['a follower whom there is not', () => maya, () => ({ does: 'follow', person: 999_999 }), 404],
    ['a day that is over', () => maya, () => ({ does: 'snooze', until: '2026-01-01' }), 422],
    ['a team, by who works no tickets', () => tom, () => ({ does: 'team', team: front }), 403],
    ['a field, by who works no tickets', () => tom, () => ({ does: 'field', field: grade, value: 1 }), 403],
    [
      'a colleague’s following, by who works none',
      () => tom,
      () => ({ does: 'follow', person: ines_id }),
      403,
    ],
    ['all of it, by the school', () => maria, () => ({ does: 'follow', person: 'me' }), 404],
  ])('%s', async (_, by, step, status) => {
    expect((await doSteps(by(), ...(by() === maya ? [snooze] : []), step())).status).toBe(status);
    expect(await seen()).toMatchObject({ team: null, fields: [], followers: [], snoozed: null });
  });

  test('a field that the ticket does not ask, and a snooze when it has ended', async () => {
    await maya.patch(path, { category: 'attendance' });
    expect((await doSteps(maya, { does: 'field', field: grade, value: 1 })).status).toBe(422);
    await maria.post(`${path}/moves`, { move: 'withdraw', reason: 'Found it.' });
    expect((await doSteps(maya, snooze)).status).toBe(409);
    expect((await doSteps(maya, { does: 'follow', person: 'me' })).status).toBe(200);
  });
});

test('a macro shows them beforehand in words, each with what it changes or why it cannot', async () => {
  const steps = [...all(), { does: 'snooze', until: 'answer' }];
  const { id } = (await maya.post('/api/macros', { name: 'To the front', lang: 'en', steps })).body;
  const preview = async () =>
    (await maya.get(`/api/macros/${id}/preview?ticket=${path.split('/').pop()}`)).body;
  const { into, foreseen } = await preview();
  expect(into).toBe(null);
  expect(foreseen.map(({ says }: { says: string }) => says)).toEqual([
    'give to the team Front',
    'Which grade? → 11',
    'follow',
    'follower: Ines Roy',
    'snooze until tomorrow morning',
    'snooze until the school answers',
  ]);
  expect(foreseen.slice(0, 3).map(({ changes }: { changes: object[] }) => changes)).toEqual([
    [{ field: 'Team', from: null, to: 'Front' }],
    [{ field: 'Which grade?', from: null, to: '11' }],
    [{ field: 'Follows it', from: null, to: 'Maya Chen' }],
  ]);
  await maya.patch(path, { category: 'attendance' });
  expect((await preview()).foreseen[1]).toMatchObject({
    changes: [],
    refused: 'There is no such field on this ticket.',
  });
});
