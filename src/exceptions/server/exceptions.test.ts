import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOn } from '#platform/jobs/readers.ts';
import { actorOf } from '#accounts/server/acting.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Exception, OnTicket } from '../rules/exception.ts';
import { exceptionEnder } from './ends.ts';

/** Exceptions: asked for, decided, prolonged, ended by somebody or by time, and what they cost. */

let house: House;
let maria: Client, joan: Client, maya: Client, nadia: Client, arun: Client;
beforeAll(async () => {
  house = await openHouse();
  await signIn();
});
/** Also again, as a session ends when nobody uses it for half a day. */
async function signIn() {
  const names = ['Maria Santos', 'Joan Whitehorse', 'Maya Chen', 'Nadia Petrov', 'Arun Patel'] as const;
  [maria, joan, maya, nadia, arun] = (await Promise.all(names.map(house.as))) as [
    Client,
    Client,
    Client,
    Client,
    Client,
  ];
}
afterAll(() => house.close());

const day_ms = 86_400_000;
/** A day so many days from the town's now (Monday 23 November), at 9 o'clock there. */
const day = (ahead: number) => new Date(Date.UTC(2026, 10, 23 + ahead)).toISOString().slice(0, 10);
const opens = async (by = maria): Promise<number> => {
  const { body } = await by.post('/api/tickets', {
    ...{ subject: 'Browser is too old', description: 'It cannot be updated' },
    ...{ category: 'browser_workstation', impact: 'one_person', urgency: 'normal' },
  });
  return body.number;
};
const asks = async (number: number, by = maya): Promise<Exception> => {
  const { status, body } = await by.post(`/api/tickets/${number}/exceptions`, {
    topic: 'browser',
    why: 'The computer is too old',
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return (body as OnTicket).items.find(({ ticket }) => ticket === number)!;
};
const decides = (id: number, decision: object, by = nadia) =>
  by.post(`/api/exceptions/${id}/decision`, decision);
const allows = async (number: number, more: object = {}): Promise<Exception> => {
  const { id } = await asks(number);
  const { status, body } = await decides(id, { allow: true, allowed: 'Help on the old browser', ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const listed = async (by: Client, query = 'show=all'): Promise<Exception[]> =>
  (await by.get(`/api/exceptions?${query}&limit=200`)).body.items;
const time = async (days: number) => {
  house.clock.advance(days * day_ms);
  const software = actorOf({ side: 'system', job: 'readers' });
  await readOn(
    house.database,
    software,
    exceptionEnder(() => house.clock.now),
  );
  await signIn();
};
const storyOf = async (number: number, by = maria): Promise<string[]> =>
  (await by.get(`/api/tickets/${number}/history`)).body.items.map(({ words }: { words: string }) => words);

test('the standing one is there for every school from the beginning, in the reader’s language', async () => {
  const [one] = (await joan.get('/api/exceptions', { 'accept-language': 'fr' })).body.items;
  expect(one).toMatchObject({ stands: 'standing', school: null, until: null, topic_words: 'Navigateur' });
  expect(one.why).toContain('Internet Explorer sur Mac');
  expect(Object.values(one.can)).not.toContain(true);
});

describe('an exception that is asked for', () => {
  test('on a ticket at the desk waits for the coordinator, once', async () => {
    const number = await opens();
    const asked = await asks(number);
    expect(asked).toMatchObject({
      ...{ stands: 'asked', topic: 'browser', ticket: number, tickets: [number] },
      asked: { for: { name: 'Maria Santos' }, by: { name: 'Maya Chen' } },
      can: { decide: false, withdraw: true },
    });
    const again = await maya.post(`/api/tickets/${number}/exceptions`, { topic: 'os', why: 'x' });
    expect([again.status, again.body.type]).toEqual([409, '/problems/not_now']);
    expect(await storyOf(number)).toContain('Maya Chen asked for an exception');
  });

  test('is asked for by the school itself on a ticket of its own, and waits for the coordinator', async () => {
    const number = await opens();
    const path = `/api/tickets/${number}/exceptions`;
    expect((await maria.get(path)).body.can.ask).toBe(true);
    const { status, body } = await maria.post(path, { topic: 'network', why: 'Our provider locks it' });
    expect([status, body.can.ask]).toEqual([201, false]);
    expect(body.items.find((item: Exception) => item.ticket === number)).toMatchObject({
      ...{ stands: 'asked', topic: 'network' },
      asked: { for: { name: 'Maria Santos' }, by: { name: 'Maria Santos' } },
      can: { decide: false, withdraw: true },
    });
    expect((await maria.post(path, { topic: 'os', why: 'x' })).status).toBe(409);
    expect(await storyOf(number)).toContain('You asked for an exception');
    expect((await listed(nadia)).some(({ ticket }) => ticket === number)).toBe(true);
  });

  test('is not asked for at another school, by who works no tickets, or on a ticket that is over', async () => {
    const number = await opens();
    const path = `/api/tickets/${number}/exceptions`;
    for (const who of [joan, arun])
      expect((await who.post(path, { topic: 'os', why: 'x' })).status).toBe(404);
    await maria.post(`/api/tickets/${number}/moves`, { move: 'withdraw', reason: 'x' });
    expect((await maya.post(path, { topic: 'os', why: 'x' })).status).toBe(409);
    expect((await maya.get(path)).body.can.ask).toBe(false);
  });

  test('is allowed by the coordinator alone, for 30 days where nobody says until when', async () => {
    const number = await opens();
    const { id } = await asks(number);
    const yes = { allow: true, allowed: 'Only the old browser' };
    expect((await decides(id, yes, maya)).status).toBe(404);
    expect((await decides(id, yes, maria)).status).toBe(404);
    const { body } = await decides(id, yes);
    expect(body).toMatchObject({
      ...{ stands: 'in_force', allowed: 'Only the old browser', decided_by: { name: 'Nadia Petrov' } },
      ...{ since: { date: day(0) }, until: { date: day(30) } },
    });
    expect((await decides(id, yes)).status).toBe(409);
    const late = await decides((await asks(await opens())).id, { ...yes, until: day(-1) });
    expect([late.status, late.body.errors[0].field]).toEqual([422, 'until']);
    expect(await storyOf(number)).toContain('Nadia Petrov allowed the exception');
  });

  test('is refused with a reason that the school reads, and can be asked for anew', async () => {
    const number = await opens();
    const { id } = await asks(number);
    expect((await decides(id, { allow: false })).status).toBe(422);
    const { body } = await decides(id, { allow: false, reason: 'Please ask your technician' });
    expect(body.stands).toBe('refused');
    const seen = (await listed(maria)).find(each => each.id === id)!;
    expect(seen.history.at(-1)).toMatchObject({ step: 'refuse', reason: 'Please ask your technician' });
    expect((await asks(number)).stands).toBe('asked');
  });

  test('is taken back by its school while nobody has decided, and by no other', async () => {
    const { id } = await asks(await opens());
    const path = `/api/exceptions/${id}/withdrawal`;
    expect((await joan.post(path, {})).status).toBe(404);
    expect((await maria.post(path, {})).body.stands).toBe('withdrawn');
    expect((await maria.post(path, {})).status).toBe(409);
  });

  test('comes from the guide with the ticket that it opens', async () => {
    const { body } = await maria.post('/api/checks', {
      ...{ run: crypto.randomUUID(), version: 1, mark: 3, began: '2026-09-14T17:00:00Z' },
      answers: [
        ['C01', 'none'],
        ['C02', 'broken'],
        ['C19', 'no'],
        ['C22', 'cannot_update'],
      ],
      ...{ message: 'Unsupported browser', opens: {} },
    });
    expect(body.ending?.id, JSON.stringify(body)).toBe('O_BROWSER_EXCEPTION');
    const on: OnTicket = (await maria.get(`/api/tickets/${body.ticket}/exceptions`)).body;
    expect(on.items.find(({ ticket }) => ticket === body.ticket)).toMatchObject({
      ...{ stands: 'asked', topic: 'browser', asked: { by: { name: 'Maria Santos' } } },
      why: expect.stringMatching(/^Browser cannot be updated\n\nUnsupported browser$/),
    });
  });
});

describe('an exception in force', () => {
  test('is prolonged and ended by the coordinator, each with a reason', async () => {
    const { id } = await allows(await opens(), { until: day(16) });
    const path = `/api/exceptions/${id}`;
    const longer = { until: day(47), reason: 'The new computer comes late' };
    expect((await maya.post(`${path}/prolongation`, longer)).status).toBe(404);
    const sooner = await nadia.post(`${path}/prolongation`, { ...longer, until: day(16) });
    expect(sooner.status).toBe(422);
    expect((await nadia.post(`${path}/prolongation`, longer)).body.until.date).toBe(day(47));
    expect((await nadia.post(`${path}/end`, {})).status).toBe(422);
    const { body } = await nadia.post(`${path}/end`, { reason: 'It is there' });
    expect(body).toMatchObject({ stands: 'ended', ended: { date: day(0) } });
    expect(body.history.map(({ step }: { step: string }) => step)).toEqual([
      'ask',
      'allow',
      'prolong',
      'end',
    ]);
    expect((await nadia.post(`${path}/end`, { reason: 'x' })).status).toBe(409);
  });

  test('costs the minutes of its tickets and those noted beside them, which the school sees', async () => {
    const number = await opens();
    const { id } = await allows(number);
    const path = `/api/exceptions/${id}`;
    await maya.post(`/api/tickets/${number}/moves`, {
      ...{ move: 'resolve', resolution_code: 'exception_helped', answer: 'Works', minutes: 25 },
    });
    expect((await maria.post(`${path}/minutes`, { minutes: 5, what: 'x' })).status).toBe(404);
    await maya.post(`${path}/minutes`, { minutes: 15, what: 'Called the technician' });
    const other = await opens();
    const put = () => maya.put(`${path}/tickets/${other}`, {});
    expect((await put()).body.tickets).toEqual([number, other]);
    expect((await put()).body.tickets).toEqual([number, other]);
    const counted = (await storyOf(other, maya)).filter(line => /counted it/.test(line));
    expect(counted).toHaveLength(1);
    const seen = (await listed(maria)).find(each => each.id === id)!;
    expect([seen.minutes, seen.tickets]).toEqual([40, [number, other]]);
    expect((await maya.delete(`${path}/tickets/${other}`)).body.tickets).toEqual([number]);
    expect((await maya.delete(`${path}/tickets/${number}`)).status).toBe(409);
    const of_birch = await maya.put(`${path}/tickets/${await opens(joan)}`, {});
    expect(of_birch.status).toBe(422);
  });

  test('is told of before its end and when it is over, once, to the school and by the bell', async () => {
    const number = await opens();
    const { id } = await allows(number, { until: day(11) });
    await maria.put('/api/exceptions/look', {});
    const fresh = async () => (await listed(maria, 'show=all&fresh=yes')).map(each => each.id);
    house.clock.advance(1000);
    expect(await fresh()).not.toContain(id);
    await time(4); // A week before.
    await time(0);
    expect((await storyOf(number)).filter(line => /ends soon/.test(line))).toHaveLength(1);
    expect(await fresh()).toContain(id);
    expect((await listed(maria)).find(each => each.id === id)!.stands).toBe('ending');
    expect(
      (await maria.get('/api/tickets?state=all&limit=100')).body.items.find(
        (each: { number: number }) => each.number === number,
      ).unread,
    ).toBe(true);
    await time(7); // Its last day.
    expect((await listed(maria)).find(each => each.id === id)!.stands).toBe('ending');
    await time(1);
    await time(1);
    const ended = (await listed(maria)).find(each => each.id === id)!;
    expect([ended.stands, ended.ended!.date, ended.history.at(-1)!.by]).toEqual(['ended', day(11), null]);
    expect((await storyOf(number)).filter(line => /exception over/.test(line))).toHaveLength(1);
    const { items } = (await nadia.get('/api/notices')).body;
    const told = items.filter(
      (each: { ticket: { number: number } | null }) => each.ticket?.number === number,
    );
    expect(told.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'exception_ending',
      'exception_over',
      'exception_waits',
    ]);
    expect(
      (await nadia.post(`/api/exceptions/${id}/prolongation`, { until: day(60), reason: 'x' })).status,
    ).toBe(409);
  });
});

describe('the register', () => {
  test('shows a school its own and what stands for all, and the desk every school’s', async () => {
    const mine = await allows(await opens(joan));
    const theirs = await listed(maria);
    expect(theirs.map(({ id }) => id)).not.toContain(mine.id);
    expect(new Set(theirs.map(({ school }) => school?.name ?? 'all'))).toEqual(
      new Set(['Alder Academy', 'all']),
    );
    expect((await listed(maya)).map(({ id }) => id)).toContain(mine.id);
    const over = await listed(maya, 'show=over');
    expect(over.every(({ stands }) => ['ended', 'refused', 'withdrawn'].includes(stands))).toBe(true);
    expect(over.length).toBeGreaterThan(0);
  });

  test('is a file too, of the same filters', async () => {
    const { body, headers } = await maria.get('/api/exceptions/file?show=all');
    expect(headers['content-type']).toContain('text/csv');
    expect(body).toContain('Alder Academy');
    expect(body).not.toContain('Birch');
    expect(body.match(/^Alder Academy,/gm)).toHaveLength((await listed(maria)).length - 1);
  });
});
