import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Macro } from '../../rules/macros/macro.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maria: Client, maya: Client, ines: Client, nadia: Client, owen: Client, tom: Client;
let team: number;
beforeAll(async () => {
  house = await openHouse({ waits: true });
  [maria, maya, ines, nadia, owen, tom] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Ines Roy', 'Nadia Petrov', 'Owen Hart', 'Tom Becker'] as const).map(
      house.as,
    ),
  )) as [Client, Client, Client, Client, Client, Client];
  const { rows } = await house.database.pool.query<{ id: number }>(`
    with made as (insert into teams (name, created_at) values ('Reports', now()) returning id)
    insert into team_people select made.id, people.id, now() from made, people where people.name = 'Maya Chen'
    returning team_id as id`);
  team = rows[0]!.id;
});
afterAll(() => house.close());

const asked = { subject: 'Macros', description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
let path: string;
let number: number;
beforeEach(async () => {
  number = (await maria.post('/api/tickets', asked)).body.number;
  path = `/api/tickets/${number}`;
  house.clock.advance(60_000);
});

async function keep(by: Client, more: object): Promise<Macro> {
  const { status, body } = await by.post('/api/macros', { name: 'A macro', lang: 'en', ...more });
  expect(body).toMatchObject({ id: expect.any(Number) });
  expect(status).toBe(201);
  return body;
}
const names = async (by: Client) =>
  (await by.get('/api/macros')).body.items.map(({ name }: Macro) => name) as string[];
const facts = async () => {
  const { state, category, assignee, messages, resolution_code } = (await nadia.get(path)).body;
  return { state, category, assignee: assignee?.name ?? null, messages: messages.length, resolution_code };
};
const solve = { does: 'move', move: 'resolve', resolution_code: 'solved_l1', minutes: 5 };
const to_attendance = { does: 'change', category: 'attendance' };
const to_me = { does: 'assign', agent: 'me' };

describe('a macro', () => {
  test('is its owner’s, a team’s or everybody’s, and each is kept by whom it is for', async () => {
    const own = await keep(maya, { name: 'Mine', reply: 'x' });
    const ours = await keep(maya, { name: 'Ours', reply: 'x', whose: 'team', team });
    expect(ours.team).toEqual({ id: team, name: 'Reports' });
    expect((await maya.post('/api/macros', { name: 'x', lang: 'en', reply: 'x', whose: 'all' })).status).toBe(
      403,
    );
    const everyones = await keep(nadia, { name: 'Everybody’s', reply: 'x', whose: 'all' });

    expect(await names(maya)).toEqual(expect.arrayContaining(['Mine', 'Ours', 'Everybody’s']));
    expect(await names(ines)).toEqual(['Everybody’s']);
    expect(await names(nadia)).toEqual(expect.arrayContaining(['Ours', 'Everybody’s']));
    expect(await names(nadia)).not.toContain('Mine');
    expect(await names(tom)).toEqual(['Everybody’s']);

    const change = (by: Client, { id }: Macro) => by.patch(`/api/macros/${id}`, { reply: 'y' });
    expect((await change(ines, own)).status).toBe(404);
    expect((await change(ines, ours)).status).toBe(404);
    expect((await change(nadia, ours)).status).toBe(200);
    expect((await change(maya, everyones)).status).toBe(403);
    expect((await change(tom, everyones)).status).toBe(404);
    expect((await change(nadia, everyones)).body.reply).toBe('y');
    const foreign = { name: 'x', lang: 'en', reply: 'x', whose: 'team', team };
    expect((await ines.post('/api/macros', foreign)).status).toBe(403);
    expect((await ines.get('/api/macros')).body).toMatchObject({
      teams: [],
      can: { keep: true, share: false },
    });
    expect((await nadia.get('/api/macros')).body.teams).toEqual([{ id: team, name: 'Reports' }]);
    expect((await tom.get('/api/macros')).body.can).toEqual({ keep: false, share: false });
  });

  test('says what is wrong with it before anybody uses it', async () => {
    const post = async (more: object) =>
      (await maya.post('/api/macros', { name: 'x', lang: 'en', ...more })).body;
    expect(await post({})).toMatchObject({ status: 422, errors: [{ field: 'reply' }] });
    expect((await post({ reply: 'Hello {{person.frist_name}}' })).detail).toContain('{{person.frist_name}}');
    expect(await post({ reply: 'x', folder: 'a / b / c' })).toMatchObject({ status: 422 });
    expect(await post({ steps: [{ does: 'note', text: 'x' }] })).toMatchObject({ status: 422 });
    expect(await post({ reply: 'x', whose: 'team' })).toMatchObject({ errors: [{ field: 'team' }] });
    expect((await keep(maya, { reply: 'x', folder: 'Access/Passwords' })).folder).toBe('Access / Passwords');
  });

  test('is removed once, and comes back as it was', async () => {
    const macro = await keep(owen, { name: 'Short-lived', reply: 'x' });
    for (const _ of [1, 2]) expect((await owen.delete(`/api/macros/${macro.id}`)).status).toBe(200);
    expect(await names(owen)).not.toContain('Short-lived');
    expect((await owen.patch(`/api/macros/${macro.id}`, { name: 'x' })).status).toBe(404);
    expect((await owen.get(`/api/macros/${macro.id}/preview?ticket=${number}`)).status).toBe(404);
    expect((await owen.patch(`/api/macros/${macro.id}`, { removed: false })).body).toEqual(macro);
    expect(await names(owen)).toContain('Short-lived');
  });
});

describe('on a ticket', () => {
  test('it is shown filled in, with what it would change and what it can’t', async () => {
    const { id } = await keep(nadia, {
      whose: 'all',
      reply: 'Hello {{person.first_name}}, by {{date:+3}}. {{ticket.level2_reference}} {{me.name}}',
      note: 'About {{ticket.number}}',
      steps: [to_attendance, to_me, { does: 'move', move: 'restore', reason: 'x' }, solve],
    });
    const { body } = await maya.get(`/api/macros/${id}/preview?ticket=${number}`);
    expect(body).toMatchObject({
      into: 'resolve',
      fields: {
        answer: 'Hello Maria, by Thursday 26 November. {{ticket.level2_reference}} Maya Chen',
        resolution_code: 'solved_l1',
        minutes: 5,
      },
      also: [{ does: 'note', text: `About ${number}` }, to_attendance, to_me],
      unfilled: ['{{ticket.level2_reference}}'],
    });
    expect(body.foreseen[1]).toEqual({
      does: 'change',
      says: 'category → Attendance',
      changes: [{ field: 'Category', from: 'PEN requests and duplicates', to: 'Attendance' }],
      refused: null,
    });
    expect(body.foreseen[2].changes[0]).toEqual({ field: 'Who has it', from: null, to: 'Maya Chen' });
    expect(body.foreseen[3].refused).toContain('Bring back');
    expect(body.foreseen[4]).toMatchObject({ says: 'then: Solve', refused: null });
    expect(await facts()).toMatchObject({ state: 'new', messages: 1 });
    expect((await maya.get(`/api/macros/${id}/preview?ticket=999999`)).status).toBe(404);
  });

  test('a reply takes a new ticket, so what is possible then goes with it', async () => {
    const propose = { does: 'move', move: 'propose_escalation' };
    const { id } = await keep(maya, { reply: 'We ask.', note: 'Steps, screen', steps: [propose] });
    const { body } = await maya.get(`/api/macros/${id}/preview?ticket=${number}`);
    const told = { ...propose, pack: 'Steps, screen' };
    expect(body).toMatchObject({ into: 'reply', also: [told], foreseen: [{ refused: null }] });
    expect((await maya.post(`${path}/replies`, { text: 'We ask.', also: body.also })).status).toBe(201);
    await house.leave();
    expect(await facts()).toMatchObject({ state: 'in_progress', messages: 3 });
  });

  test('that hands a ticket back without a next step is not kept', async () => {
    const back = { does: 'move', move: 'resolve', resolution_code: 'advice_school_responsibility' };
    const kept = (reply?: string) =>
      maya.post('/api/macros', { name: 'Handed back', lang: 'en', reply, steps: [back] });
    const { status, body } = await kept('It is not ours.');
    expect([status, body.errors[0].field]).toEqual([422, 'reply']);
    expect((await kept('It is yours.\n\n**Next step:** ask your technician.')).status).toBe(201);
    // Without a text the form asks for it.
    expect((await kept()).status).toBe(201);
  });

  test('the days are said in the language of the macro', async () => {
    const { id } = await keep(maya, { lang: 'fr', reply: '{{today}}, {{ticket.category}}' });
    const { body } = await maya.get(`/api/macros/${id}/preview?ticket=${number}`);
    expect(body.fields.text).toBe('lundi 23 novembre, Demandes et doublons de NIS (PEN)');
  });

  test('its text and its steps leave as one thing, and are counted when they do', async () => {
    const { id } = await keep(maya, { reply: 'x' });
    const body = { text: 'We are on it.', macro: id, also: [to_attendance, to_me] };
    const sent = await maya.post(`${path}/replies`, body);
    expect(sent.status).toBe(201);
    expect(sent.body.outgoing[0]).toMatchObject({ also: [to_attendance, to_me] });
    expect(await facts()).toMatchObject({ state: 'new', category: 'pen', messages: 1 });
    const used = async () =>
      (await maya.get('/api/macros')).body.items.find((macro: Macro) => macro.id === id).used;
    expect(await used()).toEqual({ times: 0, last: null });
    await house.leave();
    expect(await facts()).toMatchObject({
      state: 'in_progress',
      category: 'attendance',
      assignee: 'Maya Chen',
      messages: 2,
    });
    expect(await used()).toMatchObject({ times: 1, last: { words: expect.any(String) } });
    expect((await maya.get('/api/macros')).body.items[0].id).toBe(id);
  });

  test('taking it back takes all of it back, and gives the steps to their writer again', async () => {
    const sent = await maya.post(`${path}/moves`, {
      ...{ move: 'resolve', resolution_code: 'solved_l1', minutes: 5, answer: 'Done.' },
      also: [to_attendance],
    });
    const back = await maya.delete(`${path}/outgoing/${sent.body.outgoing[0].id}`);
    expect(back.body).toMatchObject({ writing: 'resolve', fields: { answer: 'Done.', minutes: 5 } });
    expect(JSON.parse(back.body.fields.also)).toEqual([to_attendance]);
    await house.leave();
    expect(await facts()).toMatchObject({ state: 'new', category: 'pen', messages: 1 });
  });

  test('a step that is refused is known at once, and nothing is kept back', async () => {
    const refused = await maya.post(`${path}/replies`, {
      text: 'x',
      also: [to_attendance, { does: 'move', move: 'restore', reason: 'x' }],
    });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('Bring back');
    expect((await maya.get(path)).body.outgoing).toEqual([]);
    expect(await facts()).toMatchObject({ category: 'pen', messages: 1 });
  });

  test('a step that is refused meanwhile keeps all of it back, with the reason', async () => {
    const plan = { does: 'move', move: 'plan', date: '2026-12-01', school_agreed: true };
    await maya.post(`${path}/replies`, { text: 'On Tuesday.', also: [to_attendance, plan] });
    house.clock.advance(5000);
    const unseen = { move: 'withdraw', reason: 'Found it.' };
    expect((await maria.post(`${path}/moves`, unseen)).status).toBe(200);
    await house.leave();
    const { outgoing } = (await maya.get(path)).body;
    expect(outgoing[0].stopped).toBeTruthy();
    expect(await facts()).toMatchObject({ state: 'cancelled', category: 'pen', messages: 1 });
  });

  test('without a text it is done at once, and one undo puts all of it back', async () => {
    const was = await facts();
    const steps = [to_attendance, to_me];
    const done = await maya.post(`${path}/steps`, { steps });
    expect(done.status).toBe(200);
    expect(await facts()).toMatchObject({ state: 'in_progress', category: 'attendance' });
    await maya.post(`${path}/undo`, { change: done.body.undo.change });
    expect(await facts()).toEqual(was);
    expect((await tom.post(`${path}/steps`, { steps })).status).toBe(403);
    const half = await maya.post(`${path}/steps`, {
      steps: [to_attendance, { does: 'move', move: 'restore', reason: 'x' }],
    });
    expect(half.status).toBe(409);
    expect(await facts()).toEqual(was);
  });

  test('a note takes its steps along at once, and one undo takes both back', async () => {
    const kept = await maya.post(`${path}/notes`, { text: 'Seen.', also: [to_attendance] });
    expect(await facts()).toMatchObject({ category: 'attendance', messages: 2 });
    const back = await maya.post(`${path}/undo`, { change: kept.body.undo.change });
    expect(back.body.fields).toEqual({ text: 'Seen.' });
    expect(await facts()).toMatchObject({ category: 'pen', messages: 1 });
  });

  test('a school sends nothing with its reply', async () => {
    const { id } = await keep(nadia, { whose: 'all', reply: 'x' });
    const sent = await maria.post(`${path}/replies`, { text: 'Thanks.', macro: id, also: [to_attendance] });
    expect(sent.status).toBe(201);
    expect(await facts()).toMatchObject({ category: 'pen', messages: 2 });
    for (const answer of [
      await maria.get('/api/macros'),
      await maria.post('/api/macros', { name: 'x', lang: 'en', reply: 'x' }),
      await maria.patch(`/api/macros/${id}`, { name: 'x' }),
      await maria.delete(`/api/macros/${id}`),
      await maria.get(`/api/macros/${id}/preview?ticket=${number}`),
      await maria.post(`${path}/steps`, { steps: [to_attendance] }),
    ])
      expect(answer.status).toBe(404);
  });

  test('the macro of another person counts nothing', async () => {
    const { id } = await keep(maya, { reply: 'x' });
    expect((await ines.post(`${path}/replies`, { text: 'x', macro: id })).status).toBe(422);
    expect((await ines.post(`${path}/replies`, { text: 'x', macro: 999_999 })).status).toBe(422);
  });
});

describe('a variable that is not filled in', () => {
  test.each([
    ['a reply', 'replies', { text: 'By {{ticket.planned}}.' }, 'text'],
    ['a note', 'notes', { text: 'By {{ticket.planned}}.' }, 'text'],
    ['a question', 'moves', { move: 'ask_school', question: '{{ticket.planned}}?' }, 'question'],
    [
      'an answer',
      'moves',
      { move: 'resolve', answer: '{{ticket.planned}}', resolution_code: 'solved_l1', minutes: 1 },
      'answer',
    ],
  ])('stops %s, and is named', async (_, deed, body, field) => {
    const refused = await maya.post(`${path}/${deed}`, body);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } });
    expect(refused.body.detail).toContain('{{ticket.planned}}');
    expect((await maya.get(path)).body).toMatchObject({ outgoing: [], state: 'new' });
  });

  test('stops nobody else’s braces, and no school', async () => {
    expect((await maya.post(`${path}/replies`, { text: 'Use {{user.name}} or {school.name}.' })).status).toBe(
      201,
    );
    expect((await maria.post(`${path}/replies`, { text: 'It says {{school.name}}.' })).status).toBe(201);
  });
});
