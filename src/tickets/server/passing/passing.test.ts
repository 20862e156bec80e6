import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maria: Client, sam: Client, maya: Client, nadia: Client, joan: Client;
beforeAll(async () => {
  house = await openHouse();
  [maria, sam, maya, nadia, joan] = (await Promise.all(
    (['Maria Santos', 'Sam Okoro', 'Maya Chen', 'Nadia Petrov', 'Joan Whitehorse'] as const).map(house.as),
  )) as [Client, Client, Client, Client, Client];
});
afterAll(() => house.close());

const asked = {
  subject: 'The page stays white',
  description: 'Since this morning, on the library’s computer.',
  category: 'browser_workstation',
  impact: 'one_person',
  urgency: 'normal',
};
const pass = (by = maria, more = {}) => by.post('/api/tickets', { ...asked, pass: true, ...more });
const move = (by: Client, number: number, name: string, given = {}) =>
  by.post(`/api/tickets/${number}/moves`, { move: name, ...given });
const movesOf = (ticket: { can: { moves: { move: string }[] } }) =>
  ticket.can.moves.map(each => each.move).sort();

describe('what is the school’s own matter', () => {
  test('goes to its technician, who is named, and is the school’s turn', async () => {
    expect((await maria.get('/api/passing')).body).toMatchObject({ technician: { name: 'Sam Okoro' } });
    const { status, body } = await pass();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'waiting_school',
      court: 'school',
      passed_to: { name: 'Sam Okoro' },
      assignee: null,
      next: 'Sam Okoro of your school looks at it first. Either of you can send it up to the desk.',
    });
    expect(movesOf(body)).toEqual(['send_up', 'solve_at_school', 'withdraw']);
    const { body: list } = await sam.get('/api/tickets?whose=passed');
    expect(list.items.map(({ number }: { number: number }) => number)).toContain(body.number);
    expect((await sam.get('/api/passing')).body.waiting).toBeGreaterThan(0);
  });

  test('is talked about without the desk, until somebody sends it up: then it is new, and routed', async () => {
    const { number } = (await pass()).body;
    const { body: answered } = await sam.post(`/api/tickets/${number}/replies`, {
      text: 'Did you restart it?',
    });
    const { body: back } = await maria.post(`/api/tickets/${number}/replies`, { text: 'Twice.' });
    for (const ticket of [answered, back]) expect(ticket.state).toBe('waiting_school');
    const { body: up } = await move(sam, number, 'send_up');
    expect(up).toMatchObject({ state: 'new', court: 'desk', passed_to: null });
    expect(up.messages).toHaveLength(3);
    expect((await move(sam, number, 'send_up')).status).toBe(409);
    const { body: taken } = await move(maya, number, 'take');
    expect(taken.state).toBe('in_progress');
  });

  test('is closed as solved at the school, with what solved it, and can be opened again for the desk', async () => {
    const { number } = (await pass()).body;
    expect((await move(sam, number, 'solve_at_school')).status).toBe(422);
    const { body } = await move(sam, number, 'solve_at_school', { answer: 'A new cable.' });
    expect(body).toMatchObject({ state: 'closed', resolution_code: 'solved_by_school', passed_to: null });
    const { body: again } = await move(maria, number, 'reopen', { reason: 'White again' });
    expect(again).toMatchObject({ state: 'in_progress', passed_to: null });
  });

  test('may be taken by the desk; what the desk asks of a school later is no passing', async () => {
    const { number } = (await pass()).body;
    expect(movesOf((await maya.get(`/api/tickets/${number}`)).body)).toEqual([
      'resolve',
      'send_up',
      'withdraw',
    ]);
    await move(maya, number, 'send_up');
    const { body } = await move(maya, number, 'ask_school', { question: 'Which browser?' });
    await house.leave();
    const { body: waiting } = await maria.get(`/api/tickets/${number}`);
    expect([body.state, waiting.passed_to, waiting.can.reply_does]).toEqual([
      'waiting_school',
      null,
      'answer',
    ]);
  });

  test('can be undone like any move', async () => {
    const { number } = (await pass()).body;
    const { body: up } = await move(sam, number, 'send_up');
    const { body } = await sam.post(`/api/tickets/${number}/undo`, { change: up.undo.change });
    expect(body.ticket).toMatchObject({ state: 'waiting_school', passed_to: { name: 'Sam Okoro' } });
  });
});

describe('the desk has it at once', () => {
  test.each([
    ['what is not the school’s own', { category: 'attendance' }, 422],
    ['what nobody asked to pass', { pass: false }, 201],
  ])('%s', async (_, more, status) => {
    const answer = await pass(maria, more);
    expect(answer.status).toBe(status);
    if (status === 201) expect(answer.body).toMatchObject({ state: 'new', passed_to: null });
  });

  test('when the school has nobody for it but the one who asks, and that is said', async () => {
    const liam = await house.as('Liam O’Brien');
    expect((await liam.get('/api/passing')).body.technician).toBeNull();
    const refused = await pass(liam);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'Your school has no other technical contact now. Send it to the desk.',
    ]);
    expect((await pass(joan)).body.passed_to.name).toBe('Liam O’Brien');
  });

  test('when an agent opens it for a school', async () => {
    const [school] = (await maya.get('/api/schools')).body.items;
    expect((await pass(maya, { school: school.id })).status).toBe(422);
  });
});

test('what became of it is counted by school', async () => {
  const { body } = await nadia.get('/api/passings');
  const alder = body.items.find(
    ({ school }: { school: { name: string } }) => school.name === 'Alder Academy',
  );
  expect(alder.passed).toBe(alder.solved + alder.sent_up + alder.withdrawn + alder.open);
  expect(alder).toMatchObject({ solved: 1, sent_up: 2 });
  expect((await nadia.get('/api/passings?from=2020-01-01&until=2020-01-02')).body.items).toEqual([]);
  expect((await maria.get('/api/passings')).status).toBe(404);
});
