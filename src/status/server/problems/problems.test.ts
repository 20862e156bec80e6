import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { workOn } from '#tickets/server/many.ts';
import { tellDue } from '../keeping.ts';

/** Known problems: tickets gathered, "me too" instead of a ticket, one word to all, "works again?". */

let house: House;
let maria: Client, grant: Client, joan: Client, maya: Client, nadia: Client;
let system: number, alder: number;
beforeAll(async () => {
  house = await openHouse({ waits: true });
  [maria, grant, joan, maya, nadia] = (await Promise.all(
    (['Maria Santos', 'Grant Bell', 'Joan Whitehorse', 'Maya Chen', 'Nadia Petrov'] as const).map(house.as),
  )) as [Client, Client, Client, Client, Client];
  system = (await nadia.get('/api/status/systems')).body.items[0].id;
  alder = (await maria.get('/api/session')).body.school.id;
});
afterAll(() => house.close());

const base = '/api/status/notices';
const asked = { category: 'report_cards', impact: 'one_person', urgency: 'low' };
const open = async (by: Client, more: object = {}) =>
  (
    await by.post('/api/tickets', {
      ...asked,
      subject: 'Report cards stay white',
      description: 'Nothing prints.',
      ...more,
    })
  ).body.number as number;
async function known(more: object = {}): Promise<string> {
  const { body } = await nadia.post(base, {
    ...{ kind: 'known_problem', system, severity: 'partly', for: { kind: 'schools' } },
    title: 'Report cards print as white pages',
    text: 'The preview is right, and the printed page stays white.',
    ...more,
  });
  const answer = await nadia.post(`${base}/${body.id}/publication`, { edition: body.inside.edition });
  expect(answer.status).toBe(200);
  return body.id;
}
/** The window goes by: the update is told, and its tickets are worked on. */
async function told() {
  house.clock.advance(10_000);
  const clock = () => house.clock.now;
  await tellDue({ database: house.database, clock });
  await workOn({
    database: house.database,
    clock,
    failed: error => {
      throw error;
    },
  });
}
const repliesOn = async (number: number, by: Client): Promise<string[]> =>
  (await by.get(`/api/tickets/${number}`)).body.messages.map(({ text }: { text: string }) => text);
const problemOn = (number: number, by: Client) => by.get(`/api/tickets/${number}/problem`);

let id: string;
beforeEach(async () => {
  id = await known();
});

describe('gathering', () => {
  test('puts a ticket into a problem; its school sees the problem there, and nothing of others', async () => {
    const [ours, theirs] = [await open(maria), await open(joan)];
    const seen = (await problemOn(ours, maya)).body;
    expect(seen.problem).toBeNull();
    expect(seen.open.find((each: { id: string }) => each.id === id).likely).toBe(true);
    expect((await maya.put(`/api/tickets/${ours}/problem`, { notice: id })).body.problem.id).toBe(id);
    expect((await maya.put(`/api/tickets/${ours}/problem`, { notice: id })).status).toBe(200);
    await maya.put(`/api/tickets/${theirs}/problem`, { notice: id });
    const shown = (await problemOn(ours, maria)).body;
    expect(shown).toMatchObject({ problem: { id, inside: null }, open: [], can: { put: false } });
    expect((await problemOn(theirs, maria)).status).toBe(404);
    expect((await maria.put(`/api/tickets/${ours}/problem`, { notice: id })).status).toBe(404);
    const { inside } = (await nadia.get(`${base}/${id}`)).body;
    expect(inside).toMatchObject({ tickets: 2, open_tickets: 2, affected_schools: 2 });
    const lines = (await maya.get(`/api/tickets/${ours}/history`)).body.items;
    expect(lines.at(-1).words).toBe(
      'Maya Chen put it into the known problem “Report cards print as white pages”',
    );
    expect(
      (await maria.get(`/api/tickets/${ours}/history`)).body.items.map(({ kind }: { kind: string }) => kind),
    ).toEqual(['opened']);
  });

  test('is undone by the other deed, and a ticket is of one problem', async () => {
    const number = await open(maria);
    const other = await known({ title: 'Another' });
    await maya.post(`${base}/${id}/tickets`, { tickets: [number] });
    expect((await maya.put(`/api/tickets/${number}/problem`, { notice: other })).status).toBe(409);
    expect((await maya.delete(`/api/tickets/${number}/problem`)).body.problem).toBeNull();
    expect((await maya.delete(`/api/tickets/${number}/problem`)).status).toBe(200);
    expect((await problemOn(number, maria)).body.problem).toBeNull();
    expect((await maya.post(`${base}/${other}/tickets`, { tickets: [number] })).body.gathered).toBe(1);
  });

  test('takes many at once, brings their schools into a notice for some, and refuses what no word would reach', async () => {
    const some = await known({ for: { kind: 'some', schools: [alder] } });
    const theirs = await open(joan);
    expect((await joan.get(`${base}/${some}`)).status).toBe(404);
    expect(
      (await maya.post(`${base}/${some}/tickets`, { tickets: [await open(maria), theirs] })).body.gathered,
    ).toBe(2);
    expect((await joan.get(`${base}/${some}`)).status).toBe(200);
    const inside = (
      await maya.post('/api/tickets', {
        ...asked,
        subject: 'Inside',
        description: 'x',
        school: alder,
        inside: true,
      })
    ).body.number;
    expect((await maya.post(`${base}/${id}/tickets`, { tickets: [inside] })).status).toBe(422);
    expect((await maya.post(`${base}/${id}/tickets`, { tickets: [999_999] })).status).toBe(404);
    const early = await known({ for: { kind: 'before_stage1' } });
    expect((await maya.post(`${base}/${early}/tickets`, { tickets: [theirs] })).status).toBe(422);
    const work = await known({ kind: 'planned_work' });
    expect((await maya.post(`${base}/${work}/tickets`, { tickets: [theirs] })).status).toBe(409);
  });

  test('goes with the draft that an agent writes from a ticket', async () => {
    const number = await open(maria);
    const about = { kind: 'known_problem', system, severity: 'slow', for: { kind: 'schools' } };
    const { body } = await maya.post(base, { ...about, title: 'From it', text: 'x', ticket: number });
    expect(body).toMatchObject({ state: 'draft', inside: { tickets: 1 } });
    expect((await problemOn(number, maya)).body.problem.id).toBe(body.id);
    expect((await problemOn(number, maria)).body.problem).toBeNull();
  });
});

describe('while somebody types', () => {
  const match = async (by: Client, title: string, text = '') =>
    (await by.post('/api/status/matches', { title, text })).body.notice?.id ?? null;

  test('the problem is found by its own words, and none for what is of something else', async () => {
    await nadia.patch(`${base}/${id}`, { title: 'Attendance codes vanish after lunch', edition: 2 });
    expect(await match(maria, 'attendance codes are gone', 'After lunch they vanish.')).toBe(id);
    expect(await match(maria, 'codes d’attendance vanish')).not.toBeUndefined();
    expect(await match(maria, 'I forgot my password')).toBeNull();
    expect(await match(maria, '')).toBeNull();
  });

  test('and by what the group itself calls things, as soon as it says so', async () => {
    const other = await known({ title: 'The quollbook closes at noon', text: 'We look at it.' });
    expect(await match(maria, 'numbatbook at noon')).toBeNull();
    const groups = [['quollbook', 'numbatbook']];
    expect((await nadia.put('/api/synonyms', { edition: 0, groups })).status).toBe(200);
    expect(await match(maria, 'numbatbook at noon')).toBe(other);
    const number = await open(maria, { subject: 'Numbatbook at noon', description: 'Gone.' });
    expect((await problemOn(number, maya)).body.open).toContainEqual(
      expect.objectContaining({ id: other, likely: true }),
    );
  });

  test('a draft, what is over, and what is for others is never found', async () => {
    const words = 'Zebra transcripts stall in batches';
    const other = await known({ title: words, for: { kind: 'some', schools: [alder] } });
    expect(await match(maria, words)).toBe(other);
    expect(await match(joan, words)).toBeNull();
    await nadia.post(`${base}/${other}/updates`, { text: 'Done.', move: 'solve' });
    await told();
    expect(await match(maria, words)).toBeNull();
    await nadia.post(base, {
      kind: 'known_problem',
      system,
      severity: 'slow',
      for: { kind: 'schools' },
      title: words,
      text: 'x',
    });
    expect(await match(maria, words)).toBeNull();
  });
});

describe('me too', () => {
  test('counts each person once, with what she said last, and is taken back', async () => {
    const path = `${base}/${id}/me-too`;
    const said = await maria.put(path, { browser: 'Firefox 145', system: 'Windows 10', computers: 3 });
    expect(said.body.me_too).toMatchObject({ browser: 'Firefox 145', computers: 3, works: null });
    await maria.put(path, { browser: 'Firefox 145', system: 'Windows 10', computers: 4 });
    await grant.put(path, {});
    await joan.put(path, { browser: 'Edge 140', system: 'Windows 11' });
    const { body } = await maya.get(`${base}/${id}/affected`);
    expect(body.me_toos.map(({ person }: { person: { name: string } }) => person.name)).toEqual([
      'Joan Whitehorse',
      'Grant Bell',
      'Maria Santos',
    ]);
    expect(body.environments).toEqual([
      { name: 'Firefox 145, Windows 10', count: 4 },
      { name: 'Edge 140, Windows 11', count: 1 },
    ]);
    expect((await joan.get(`${base}/${id}/affected`)).status).toBe(404);
    expect((await joan.get(`${base}/${id}`)).body.me_too).toMatchObject({ browser: 'Edge 140' });
    expect((await joan.delete(path)).body.me_too).toBeNull();
    expect((await joan.delete(path)).status).toBe(200);
    expect((await nadia.get(`${base}/${id}`)).body.inside).toMatchObject({
      me_toos: 2,
      computers: 4,
      affected_schools: 1,
    });
    expect((await nadia.put(path, {})).status).toBe(404);
  });

  test('is not of planned work, nor of what is over', async () => {
    const work = await known({ kind: 'planned_work' });
    expect((await maria.put(`${base}/${work}/me-too`, {})).status).toBe(409);
    await nadia.post(`${base}/${id}/updates`, { text: 'Done.', move: 'solve' });
    await told();
    expect((await maria.put(`${base}/${id}/me-too`, {})).status).toBe(409);
  });
});

describe('one word to all', () => {
  test('goes into each of its tickets once, in the author’s name, and not where it was taken back', async () => {
    const [ours, theirs] = [await open(maria), await open(joan)];
    await maya.post(`${base}/${id}/tickets`, { tickets: [ours, theirs] });
    const [wrong] = (await nadia.post(`${base}/${id}/updates`, { text: 'Wrong.' })).body.updates;
    expect((await nadia.delete(`/api/status/updates/${wrong.id}`)).status).toBe(200);
    await told();
    expect((await nadia.post(`${base}/${id}/updates`, { text: 'We are at it.' })).status).toBe(201);
    expect(await repliesOn(ours, maria)).toEqual(['Nothing prints.']);
    await told();
    await told();
    for (const [number, by] of [
      [ours, maria],
      [theirs, joan],
    ] as const)
      expect(await repliesOn(number, by)).toEqual(['Nothing prints.', 'We are at it.']);
    expect((await maria.get(`/api/tickets/${ours}`)).body.messages.at(-1).author.name).toBe('Nadia Petrov');
  });

  test('that is solved asks each ticket and each “me too” whether it works again; the silent ones close later', async () => {
    const [silent, still] = [await open(maria), await open(joan)];
    await maya.post(`${base}/${id}/tickets`, { tickets: [silent, still] });
    await maria.put(`${base}/${id}/me-too`, { browser: 'Firefox 145', computers: 2 });
    await grant.put(`${base}/${id}/me-too`, {});
    const answer = (by: Client, works: boolean) => by.put(`${base}/${id}/me-too/answer`, { works });
    expect((await answer(maria, true)).status).toBe(409);
    await nadia.post(`${base}/${id}/updates`, { text: 'It is mended.', move: 'solve' });
    await told();
    for (const [number, by] of [
      [silent, maria],
      [still, joan],
    ] as const)
      expect((await by.get(`/api/tickets/${number}`)).body).toMatchObject({
        state: 'resolved',
        resolution_code: 'known_problem_fixed',
      });
    await joan.post(`/api/tickets/${still}/moves`, { move: 'not_solved', reason: 'Still white.' });
    expect((await joan.get(`/api/tickets/${still}`)).body.state).toBe('in_progress');

    expect((await grant.get(`${base}/${id}`)).body.asked).toBe(true);
    expect((await answer(grant, true)).body).toMatchObject({
      asked: false,
      me_too: { works: true, ticket: null },
    });
    const opened = (await answer(maria, false)).body.me_too.ticket;
    expect((await answer(maria, false)).body.me_too.ticket).toBe(opened);
    const ticket = (await maria.get(`/api/tickets/${opened}`)).body;
    expect(ticket).toMatchObject({ subject: 'Report cards print as white pages', category: 'sis_error' });
    expect(ticket.messages[0].text).toContain('Firefox 145');
    expect((await answer(joan, true)).status).toBe(404);
  });
});
