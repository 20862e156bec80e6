import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maria: Client,
  grant: Client,
  joan: Client,
  maya: Client,
  owen: Client,
  nadia: Client,
  tom: Client,
  leah: Client;

beforeAll(async () => {
  house = await openHouse();
  [maria, grant, joan, maya] = (await Promise.all(
    (['Maria Santos', 'Grant Bell', 'Joan Whitehorse', 'Maya Chen'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
  [owen, nadia, tom, leah] = (await Promise.all(
    (['Owen Hart', 'Nadia Petrov', 'Tom Becker', 'Leah Stone'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
});
afterAll(() => house.close());

const asked = {
  subject: 'Printer prints nothing',
  description: 'Since **this morning**.',
  category: 'printing_reports',
  impact: 'one_office_or_class',
  urgency: 'normal',
};

const opened = async (by: Client = maria, more: object = {}): Promise<number> =>
  (await by.post('/api/tickets', { ...asked, ...more })).body.number;

const moved = (by: Client, number: number, move: string, given: object = {}) =>
  by.post(`/api/tickets/${number}/moves`, { move, ...given });

const solved = { resolution_code: 'solved_l1', answer: 'Turn it on.', minutes: 5 };

describe('opening a ticket', () => {
  test('gives a number, the priority of the matrix, the message as HTML, and what happens next', async () => {
    const { status, body } = await maria.post('/api/tickets', asked);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'new',
      court: 'desk',
      priority: 'P3',
      school: { code: 'ALDER' },
      requester: { name: 'Maria Santos' },
    });
    expect(body.messages).toMatchObject([
      { kind: 'reply', html: '<p>Since <strong>this morning</strong>.</p>\n' },
    ]);
    expect(body.next).toContain('answers you here');
    expect(body.opened.words).toBe('today 10:00'); // 17:00Z in November 2026: Vancouver keeps UTC-7
  });

  test('by the desk is on behalf of a school, for the person named or else its lead', async () => {
    const { body } = await maya.post('/api/tickets', { ...asked, school: 1 });
    expect(body).toMatchObject({ school: { code: 'ALDER' }, requester: { name: 'Grant Bell' } });
    expect((await maya.post('/api/tickets', asked)).body.errors).toMatchObject([{ field: 'school' }]);
    const elsewhere = await maya.post('/api/tickets', { ...asked, school: 1, requester: 5 });
    expect(elsewhere.body.errors).toMatchObject([{ field: 'requester' }]);
  });

  test('twice with one key is one ticket, and the answer is the same', async () => {
    const key = { 'idempotency-key': 'once-1' };
    const [first, second] = await Promise.all([
      maria.post('/api/tickets', asked, key),
      maria.post('/api/tickets', asked, key),
    ]);
    expect(second.body.number).toBe(first.body.number);
    expect([first, second].filter(answer => answer.headers['idempotent-replay'] === 'true')).toHaveLength(1);
    const other = await maria.post('/api/tickets', { ...asked, subject: 'Another' }, key);
    expect(other.status).toBe(422);
    expect((await joan.post('/api/tickets', asked, key)).body.number).not.toBe(first.body.number);
  });

  test.each([
    ['subject', { subject: ' ' }],
    ['subject', { subject: 'x'.repeat(201) }],
    ['subject', { subject: 'two\nlines' }],
    ['description', { description: undefined }],
    ['description', { description: 'null \0 byte' }],
    ['description', { description: 'half an emoji \ud83d' }],
    ['description', { description: 'x'.repeat(1024 * 1024) }],
    ['category', { category: 'weather' }],
    ['impact', { impact: 7 }],
    ['files', { files: ['7f3c1d1e-0000-4000-8000-000000000000'] }],
    ['files.0', { files: ['../../etc/passwd'] }],
  ])('refuses a bad %s, names it, and keeps nothing', async (field, bad) => {
    const before = (await maria.get('/api/tickets/counts')).body.total;
    const { status, body } = await maria.post('/api/tickets', { ...asked, ...bad });
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe(field);
    expect(body.errors[0].sentence.length).toBeGreaterThan(5);
    expect((await maria.get('/api/tickets/counts')).body.total).toBe(before);
  });

  test.each([
    "O’Brien & O'Brien",
    'ʔesdilagh',
    '👩‍🏫 emoji',
    'مرحبا بالعالم',
    "'); drop table tickets; --",
    '<b>not bold</b>',
  ])('keeps %s as it was typed', async text => {
    const number = await opened(maria, { subject: text, description: text });
    const { body } = await maria.get(`/api/tickets/${number}`);
    expect(body.subject).toBe(text);
    expect(body.messages[0].text).toBe(text);
    expect(body.messages[0].html).not.toContain('<b>');
  });

  test('a problem speaks the reader’s language', async () => {
    const { body } = await maria.post(
      '/api/tickets',
      { ...asked, subject: '' },
      { 'accept-language': 'fr-CA,fr;q=0.9' },
    );
    expect(body.title).toBe('À corriger');
    expect(body.errors[0].sentence).toBe('Veuillez écrire quelque chose ici.');
  });
});

describe('working a ticket', () => {
  test('the desk’s first answer takes it; the school’s answer to a question brings it back', async () => {
    const number = await opened();
    const first = await maya.post(`/api/tickets/${number}/replies`, { text: 'I look.' });
    expect(first.body).toMatchObject({ state: 'in_progress', assignee: { name: 'Maya Chen' } });
    expect((await moved(maya, number, 'ask_school', { question: 'Which printer?' })).body.court).toBe(
      'school',
    );
    const answered = await grant.post(`/api/tickets/${number}/replies`, { text: 'The one in the office.' });
    expect(answered.body).toMatchObject({ state: 'in_progress', court: 'desk' });
    expect(answered.body.messages.map((message: { text: string }) => message.text)).toEqual([
      'Since **this morning**.',
      'I look.',
      'Which printer?',
      'The one in the office.',
    ]);
  });

  test('a move asks for exactly what its row requires', async () => {
    const number = await opened();
    const { status, body } = await moved(maya, number, 'resolve');
    expect(status).toBe(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([
      'resolution_code',
      'answer',
      'minutes',
    ]);
    expect((await moved(maya, number, 'resolve', { ...solved, minutes: -1 })).body.errors[0].field).toBe(
      'minutes',
    );
    expect((await moved(maya, number, 'resolve', solved)).body).toMatchObject({
      state: 'resolved',
      minutes: 5,
      resolution_code: 'solved_l1',
    });
  });

  test('planning needs a day that is not over and the school’s word', async () => {
    const number = await opened();
    await moved(maya, number, 'take');
    expect(
      (await moved(maya, number, 'plan', { date: '2026-11-22', school_agreed: true })).body.errors[0].field,
    ).toBe('date');
    expect(
      (await moved(maya, number, 'plan', { date: '2026-11-30', school_agreed: false })).body.errors[0].field,
    ).toBe('school_agreed');
    const planned = await moved(maya, number, 'plan', { date: '2026-11-30', school_agreed: true });
    expect(planned.body).toMatchObject({ state: 'scheduled', planned_for: { date: '2026-11-30' } });
    expect((await moved(maya, number, 'resume')).body).toMatchObject({
      state: 'in_progress',
      planned_for: null,
    });
  });

  test('only a Level 2 contact passes it on; the pack is a note that the school never reads', async () => {
    const number = await opened();
    await moved(maya, number, 'take');
    expect((await moved(maya, number, 'escalate', { pack: 'Steps.' })).status).toBe(403);
    const away = await moved(owen, number, 'escalate', { pack: 'Steps.', level2_reference: 'BC-1' });
    expect(away.body).toMatchObject({ state: 'waiting_l2', court: 'level2', level2_reference: 'BC-1' });
    const seen = (await maria.get(`/api/tickets/${number}`)).body;
    expect(seen).toMatchObject({ state: 'waiting_l2', level2_reference: null, minutes: null });
    expect(JSON.stringify(seen)).not.toContain('Steps.');
    expect((await moved(owen, number, 'level2_answered', { note: 'Fixed by them.' })).body.state).toBe(
      'in_progress',
    );
  });

  test('assigning a new ticket takes it; only somebody who works tickets can be given one', async () => {
    const number = await opened();
    const ines = (await maya.get('/api/agents')).body.items.find(
      (agent: { name: string }) => agent.name === 'Ines Roy',
    );
    expect((await nadia.put(`/api/tickets/${number}/assignment`, { agent: 1 })).body.errors[0].field).toBe(
      'agent',
    );
    const given = await nadia.put(`/api/tickets/${number}/assignment`, { agent: ines.id });
    expect(given.body).toMatchObject({ state: 'in_progress', assignee: { name: 'Ines Roy' } });
    expect((await nadia.put(`/api/tickets/${number}/assignment`, { agent: null })).body.assignee).toBeNull();
  });

  test('category, impact and urgency are corrected by the desk; the priority follows', async () => {
    const number = await opened();
    const { body } = await maya.patch(`/api/tickets/${number}`, {
      urgency: 'critical',
      impact: 'one_school',
    });
    expect(body).toMatchObject({ priority: 'P1', urgency: 'critical' });
    expect((await maya.patch(`/api/tickets/${number}`, { urgency: 'huge' })).status).toBe(422);
  });

  test('who reads tickets only may not write on one; a privacy officer works privacy incidents alone', async () => {
    const number = await opened();
    expect((await tom.post(`/api/tickets/${number}/replies`, { text: 'x' })).status).toBe(403);
    expect((await tom.post(`/api/tickets/${number}/notes`, { text: 'x' })).status).toBe(403);
    expect((await moved(leah, number, 'take')).status).toBe(403);
    expect((await tom.post('/api/tickets', { ...asked, school: 1 })).status).toBe(403);
    const incident = await opened(maria, { category: 'privacy_incident' });
    expect((await moved(leah, incident, 'take')).body.assignee.name).toBe('Leah Stone');
  });
});

describe('the school’s last word', () => {
  test('solved closes it; reopening works within twenty school days and then a new ticket follows', async () => {
    const number = await opened();
    await moved(maya, number, 'resolve', solved);
    expect((await moved(maria, number, 'confirm')).body).toMatchObject({ state: 'closed', court: null });
    expect((await moved(maria, number, 'confirm')).status).toBe(409);
    expect((await maria.post(`/api/tickets/${number}/replies`, { text: 'Again.' })).body).toMatchObject({
      state: 'in_progress',
      reopen_count: 1,
    });
    await moved(maya, number, 'resolve', solved);
    await moved(maria, number, 'confirm');
    house.clock.advance(40 * 86_400_000);
    try {
      const [late, lead] = [await house.as('Maria Santos'), await house.as('Grant Bell')];
      const refused = await late.post(`/api/tickets/${number}/replies`, { text: 'And again.' });
      expect(refused).toMatchObject({ status: 409, body: { follow_up: number } });
      expect((await moved(late, number, 'reopen', { reason: 'x' })).status).toBe(409);
      expect((await lead.post('/api/tickets', { ...asked, follows: number })).body.follows).toBe(number);
    } finally {
      house.clock.advance(-40 * 86_400_000);
    }
  });

  test('a thank-you under a solved ticket leaves it solved, anything else says not solved', async () => {
    const number = await opened();
    await moved(maya, number, 'resolve', solved);
    expect(
      (await maria.post(`/api/tickets/${number}/replies`, { text: 'Thanks!', thanks: true })).body.state,
    ).toBe('resolved');
    const back = await maria.post(`/api/tickets/${number}/replies`, { text: 'It still prints nothing.' });
    expect(back.body).toMatchObject({ state: 'in_progress', reopen_count: 1 });
    expect(back.body.messages.at(-1).text).toBe('It still prints nothing.');
    const story = (await maria.get(`/api/tickets/${number}/history`)).body.items;
    expect(JSON.stringify(story)).not.toContain('It still prints nothing.'); // it stands in the message alone
  });

  test('withdrawn with a reason, it takes no reply; the desk can bring it back', async () => {
    const number = await opened();
    expect((await moved(maria, number, 'withdraw')).body.errors[0].field).toBe('reason');
    expect((await moved(maria, number, 'withdraw', { reason: 'Solved here.' })).body.state).toBe('cancelled');
    expect((await maria.post(`/api/tickets/${number}/replies`, { text: 'x' })).body.follow_up).toBe(number);
    expect((await maya.post(`/api/tickets/${number}/replies`, { text: 'x' })).status).toBe(409);
    expect((await moved(maya, number, 'restore', { reason: 'Needed.' })).body).toMatchObject({
      state: 'in_progress',
      resolution_code: null,
    });
  });

  test('of two who move at once one is told that it is not possible now', async () => {
    const number = await opened();
    const answers = await Promise.all([moved(maya, number, 'take'), moved(nadia, number, 'take')]);
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1);
    expect(answers.filter(answer => answer.status === 409)).toHaveLength(1);
  });
});

describe('the story', () => {
  test('tells who, as what, from what to what; the school reads it without what is the desk’s', async () => {
    const number = await opened();
    await maya.post(`/api/tickets/${number}/notes`, { text: 'Secret.' });
    await moved(maya, number, 'resolve', solved);
    const desk = (await maya.get(`/api/tickets/${number}/history`)).body.items;
    expect(desk.map((line: { kind: string }) => line.kind)).toEqual(['opened', 'noted', 'resolve', 'inside']);
    expect(desk[2]).toMatchObject({ who: 'Maya Chen', as: 'desk:agent', words: 'Maya Chen solved it' });
    expect(desk[2].changes).toContainEqual({ field: 'State', from: 'New', to: 'Solved, please confirm' });
    const school = (await maria.get(`/api/tickets/${number}/history`, { 'accept-language': 'fr' })).body
      .items;
    expect(school.map((line: { kind: string }) => line.kind)).toEqual(['opened', 'resolve']);
    expect(school[1].words).toBe('Maya Chen l’a réglé');
  });

  test('is read in part: messages or changes, by whom; the school’s part holds nothing more than the whole', async () => {
    const number = await opened();
    await maya.post(`/api/tickets/${number}/notes`, { text: 'Secret.' });
    await moved(nadia, number, 'take');
    const kinds = async (who: Client, query: string) =>
      (await who.get(`/api/tickets/${number}/history?${query}`)).body.items.map(
        (line: { kind: string }) => line.kind,
      );
    expect(await kinds(maya, 'what=messages')).toEqual(['opened', 'noted']);
    expect(await kinds(maya, 'what=changes')).toEqual(['opened', 'take']);
    const [, note] = (await maya.get(`/api/tickets/${number}/history`)).body.items;
    expect(await kinds(maya, `who=${note.person}`)).toEqual(['noted']);
    expect(await kinds(maria, `who=${note.person},software&what=messages`)).toEqual([]);
    expect((await maya.get(`/api/tickets/${number}/history?what=moods`)).status).toBe(422);
  });

  test('cannot be rewritten, not even by the owner of the database', async () => {
    for (const rewriting of [
      'update events set kind = $$x$$',
      'delete from events',
      'truncate events cascade',
    ])
      await expect(house.database.pool.query(rewriting)).rejects.toThrow('append-only');
  });
});
