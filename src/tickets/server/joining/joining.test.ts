import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';

let house: House;
let maria: Client, grant: Client, joan: Client, maya: Client, ines: Client, nadia: Client, tom: Client;
const cast = [
  'Maria Santos',
  'Grant Bell',
  'Joan Whitehorse',
  'Maya Chen',
  'Ines Roy',
  'Nadia Petrov',
  'Tom Becker',
] as const;
async function signInAll() {
  const clients = await Promise.all(cast.map(house.as));
  [maria, grant, joan, maya, ines, nadia, tom] = clients as [
    Client,
    Client,
    Client,
    Client,
    Client,
    Client,
    Client,
  ];
}
beforeAll(async () => {
  house = await openHouse();
  await signInAll();
});
afterAll(() => house.close());

const asked = { description: 'x', category: 'pen', impact: 'one_person', urgency: 'low' };
const open = async (by: Client, subject: string, description = subject): Promise<number> =>
  (await by.post('/api/tickets', { ...asked, subject, description })).body.number;
const at = (number: number, more = '') => `/api/tickets/${number}${more}`;
const seen = async (by: Client, number: number) => (await by.get(at(number))).body;
const texts = (ticket: { messages: { text: string }[] }) => ticket.messages.map(({ text }) => text);
const link = (by: Client, number: number, as: string, ticket: number) =>
  by.post(at(number, '/links'), { as, ticket });
const merge = (by: Client, number: number, into: number) => by.post(at(number, '/merge'), { into });
const minute = 60_000;
const next = () => house.clock.advance(minute);
/** So long that every session is over. */
async function later(ms: number) {
  house.clock.advance(ms);
  await signInAll();
}
const day = 86_400_000;

let here: number, there: number;
beforeEach(async () => {
  here = await open(maria, 'Here');
  next();
  there = await open(grant, 'There');
  next();
});

describe('a link', () => {
  test('stands on both tickets, once, and the school knows of its own', async () => {
    expect((await link(maya, here, 'related', there)).status).toBe(201);
    const twice = await link(maya, there, 'related', here);
    expect(twice.body.joinings).toHaveLength(1);
    for (const by of [ines, maria])
      expect((await seen(by, there)).joinings).toMatchObject([{ as: 'related', ticket: { number: here } }]);
    expect((await link(maya, here, 'same', there)).status).toBe(422);
    const { body } = await maria.get(at(here, '/history'));
    expect(body.items.at(-1).words).toBe(`Maya Chen linked it with ${there}`);
  });

  test('is undone by its doer at once, and by any agent later', async () => {
    const { body } = await link(maya, here, 'same', there);
    expect((await maya.post(at(here, '/undo'), { change: body.undo.change })).status).toBe(200);
    expect((await seen(maya, there)).joinings).toEqual([]);
    const { body: again } = await link(maya, here, 'same', there);
    const path = at(there, `/joinings/${again.joinings[0].id}`);
    expect((await tom.delete(path)).status).toBe(403);
    expect((await ines.delete(path)).body.joinings).toEqual([]);
    expect((await ines.delete(path)).status).toBe(404);
    expect((await seen(maya, here)).undo).toBeNull();
  });

  test('between two schools, and above and below, no school hears anything of it', async () => {
    const other = await open(joan, 'Elsewhere');
    const before = [await joan.get(at(other)), await joan.get(at(other, '/history'))].map(({ body }) => body);
    next();
    expect((await link(maya, here, 'child', other)).status).toBe(201);
    expect((await link(maya, here, 'child', there)).status).toBe(201);
    expect((await link(maya, here, 'related', other)).status).toBe(201);
    const after = [await joan.get(at(other)), await joan.get(at(other, '/history'))].map(({ body }) => body);
    expect(after.map(texts_of)).toEqual(before.map(texts_of));
    expect((await seen(maria, here)).joinings).toEqual([]);
    expect((await seen(maya, here)).joinings.map(({ as }: { as: string }) => as)).toEqual([
      'child',
      'child',
      'related',
    ]);
    expect((await seen(maya, other)).joinings[0]).toMatchObject({ as: 'parent', ticket: { number: here } });
    expect(JSON.stringify((await maria.get(at(there, '/history'))).body)).not.toContain(String(here));
  });

  test.each<[string, () => Promise<{ status: number }>, number]>([
    ['with itself', () => link(maya, here, 'related', here), 422],
    ['with what is not there', () => link(maya, here, 'related', 999_999), 404],
    ['by a school', () => link(maria, here, 'related', there), 404],
    ['by somebody who works no tickets', () => link(tom, here, 'related', there), 403],
    [
      'in a circle',
      async () => {
        await link(maya, here, 'child', there);
        return link(maya, there, 'child', here);
      },
      422,
    ],
    [
      'under a second one',
      async () => {
        await link(maya, here, 'parent', there);
        return link(maya, here, 'parent', 1001);
      },
      422,
    ],
  ])('is refused %s', async (_, deed, status) => {
    expect((await deed()).status).toBe(status);
  });

  test('is chosen by words or a number, the same school first, and never by a school', async () => {
    const other = await open(joan, 'Here too');
    const items = async (query: string) =>
      (await maya.get(at(there, `/links/choices?${query}`))).body.items as {
        number: number;
        same_school: boolean;
      }[];
    const found = await items('q=here');
    expect(found.find(({ number }) => number === other)).toMatchObject({ same_school: false });
    expect(found[0]).toMatchObject({ same_school: true });
    expect((await items(`q=${here}`))[0]!.number).toBe(here);
    expect((await items('')).map(({ number }) => number)).not.toContain(there);
    expect((await items('q=here&for=merge')).every(({ same_school }) => same_school)).toBe(true);
    expect((await maria.get(at(there, '/links/choices?q=here'))).status).toBe(404);
  });
});
/** What a school could notice: all of its page but the times in words. */
const texts_of = (body: unknown) => JSON.stringify(body).replaceAll(/"words":"[^"]*"/g, '');

describe('a merge', () => {
  test('shows the talk of both in its time, each with where it is from, and moves nothing', async () => {
    await maya.post(at(here, '/notes'), { text: 'A note here' });
    next();
    await grant.post(at(there, '/replies'), { text: 'And there' });
    next();
    const { body } = await merge(maya, here, there);
    expect(body).toMatchObject({ number: there, goes_on_in: null });
    expect((await merge(maya, here, there)).body.joinings).toEqual(body.joinings); // twice is once
    const of = (ticket: { messages: { text: string; origin: number | null }[] }) =>
      ticket.messages.map(({ text, origin }) => [text, origin]);
    expect(of(body)).toEqual([
      ['Here', here],
      ['There', null],
      ['A note here', here],
      ['And there', null],
    ]);
    expect(of(await seen(grant, there))).toEqual(of(body).filter(([text]) => text !== 'A note here'));
    expect(of(await seen(maria, here))).toEqual([['Here', null]]);
  });

  test('ends the one and leads to the other: for the desk, for the school, in lists and by words', async () => {
    const word = 'unmistakably';
    const third = await open(maria, 'Third', `It is ${word} there`);
    expect((await merge(maya, third, there)).status).toBe(200);
    const merged = await seen(maria, third);
    expect(merged).toMatchObject({ goes_on_in: there, state: 'cancelled', court: null });
    expect(merged).toMatchObject({ resolution_code: 'duplicate_merged', next: `It goes on in ${there}.` });
    expect(merged.joinings).toMatchObject([
      { as: 'merged_into', ticket: { number: there }, can_part: false },
    ]);
    const found = async (by: Client, query: string) =>
      (await by.get(`/api/tickets?${query}`)).body.items.map((item: { number: number }) => item.number);
    expect(await found(maya, `q=${word}`)).toEqual([there]);
    expect(await found(maria, `q=${word}&whose=own,shared`)).toEqual([there]);
    expect(await found(maria, `q=${word}&state=all`)).toEqual(expect.arrayContaining([there, third]));
    expect(await found(joan, `q=${word}&state=all`)).toEqual([]);
    expect((await seen(maria, there)).people).toMatchObject([{ name: 'Maria Santos', from: third }]);
    const refused = await maya.post(at(third, '/replies'), { text: 'x' });
    expect(refused).toMatchObject({ status: 409, body: { goes_on_in: there } });
    for (const [path, body] of [
      ['/notes', { text: 'x' }],
      ['/moves', { move: 'restore', reason: 'x' }],
      ['/split', { messages: [{ kind: 'reply', id: 1 }], subject: 'x' }],
      ['/links', { as: 'related', ticket: there }],
      ['/merge', { into: here }],
    ] as const)
      expect(`${path} ${(await maya.post(at(third, path), body)).status}`).toBe(`${path} 409`);
  });

  test('what a school still writes there is said where it goes on', async () => {
    await merge(maya, here, there);
    const { status, body } = await maria.post(at(here, '/replies'), {
      text: 'One more thing',
      seen: { reply: 0, note: 0 },
    });
    expect({ status, number: body.number }).toEqual({ status: 201, number: there });
    expect(texts(await seen(maria, here))).toEqual(['Here']);
    expect(texts(await seen(maya, there))).toEqual(['Here', 'There', 'One more thing']);
  });

  test('follows to the last, and never goes in a circle', async () => {
    const third = await open(maria, 'Third');
    await merge(maya, here, there);
    expect((await merge(maya, third, here)).body.number).toBe(there);
    expect((await merge(maya, there, here)).status).toBe(422);
    expect((await merge(maya, there, there)).status).toBe(422);
    expect(texts(await seen(maya, there))).toEqual(['Here', 'There', 'Third']);
  });

  test('at the same moment both ways round, one is refused and nothing waits for ever', async () => {
    const both = await Promise.all([merge(maya, here, there), merge(ines, there, here)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const ended = (await seen(maya, here)).goes_on_in !== null;
    expect((await seen(maya, there)).goes_on_in !== null).toBe(!ended);
  });

  test('is said beforehand: who will be on it, and why it cannot be', async () => {
    const { body } = await maya.get(at(here, `/merge?into=${there}`));
    expect(body).toMatchObject({
      from: { number: here, messages: 1 },
      into: { number: there, requester: 'Grant Bell' },
      people: ['Grant Bell', 'Maria Santos'],
      refused: null,
    });
    const other = await open(joan, 'Elsewhere');
    const across = await maya.get(at(here, `/merge?into=${other}`));
    expect(across.body.refused).toContain('Link them instead');
    expect(await merge(maya, here, other)).toMatchObject({ status: 422 });
    expect((await seen(maya, here)).state).toBe('new');
  });

  test('is refused to a school, to those who work no tickets, and of what is over', async () => {
    expect((await merge(maria, here, there)).status).toBe(404);
    expect((await merge(tom, here, there)).status).toBe(403);
    await maya.post(at(here, '/moves'), {
      move: 'resolve',
      resolution_code: 'solved_l1',
      answer: 'x',
      minutes: 1,
    });
    expect((await merge(maya, here, there)).status).toBe(409);
    await maria.post(at(here, '/moves'), { move: 'confirm' });
    expect((await merge(maya, there, here)).status).toBe(409);
  });

  test('is undone by its doer or the coordinator for thirty days, also after more was written', async () => {
    await maya.post(at(here, '/moves'), { move: 'take' });
    await maya.post(at(here, '/moves'), { move: 'plan', date: '2027-03-01', school_agreed: true });
    const rowOf = async () => {
      const { state, assignee, ended, resolution_code, planned_for, court, opened } = await seen(maya, here);
      return { state, assignee, ended, resolution_code, court, opened: opened.at, planned: planned_for.date };
    };
    const before = await rowOf();
    const { body } = await merge(maya, here, there);
    const path = at(there, `/joinings/${body.joinings[0].id}`);
    next();
    await maria.post(at(there, '/replies'), { text: 'Since' });
    await maria.post(at(there, '/replies'), { text: 'Since, and taken' });
    const { body: parting } = await maya.get(path);
    expect(parting.since.map(({ text }: { text: string }) => text)).toEqual(['Since', 'Since, and taken']);
    await later(30 * day - 2 * minute);
    expect((await ines.delete(path)).status).toBe(403);
    expect((await nadia.delete(`${path}?take=1`)).status).toBe(422);
    const taken = parting.since[1].id;
    expect((await nadia.delete(`${path}?take=${taken}`)).status).toBe(200);
    expect(await rowOf()).toEqual(before);
    expect((await seen(maya, here)).messages).toMatchObject([
      { text: 'Here', origin: null },
      { text: 'Since, and taken', origin: there, went_on: null },
    ]);
    expect((await seen(maya, there)).messages).toMatchObject([
      { text: 'There' },
      { text: 'Since', went_on: null },
      { text: 'Since, and taken', went_on: here },
    ]);
    expect((await seen(maria, there)).people).toEqual([]);
    expect((await maya.delete(path)).status).toBe(404);
  });

  test('is not undone after thirty days', async () => {
    const { body } = await merge(maya, here, there);
    await later(30 * day + 1);
    expect((await maya.delete(at(there, `/joinings/${body.joinings[0].id}`))).status).toBe(409);
  });

  test('is undone at once by who did it, and both stories say so', async () => {
    const { body } = await merge(maya, here, there);
    next();
    const undone = await maya.post(at(there, '/undo'), { change: body.undo.change });
    expect(undone.status).toBe(200);
    expect(await seen(maya, here)).toMatchObject({ state: 'new', goes_on_in: null });
    const last = async (number: number) =>
      (await maria.get(at(number, '/history'))).body.items.at(-1).words as string;
    expect(await last(there)).toBe(`Maya Chen parted ${here} from it again`);
    expect(await last(here)).toBe(`Maya Chen parted it from ${there} again`);
  });

  test('is not undone under a colleague’s message that is about to leave', async () => {
    const { body } = await merge(maya, here, there);
    const { rows } = await house.database.pool.query<{ id: number }>(
      `insert into outgoing (ticket_number, author_id, lang, deed, html, held_at, leaves_at)
       select $1, id, 'en', '{"kind":"reply","text":"To both of you"}', '', $2, $2 from people where name = 'Ines Roy'
       returning id`,
      [there, house.clock.now],
    );
    const undo = () => maya.post(at(there, '/undo'), { change: body.undo.change });
    const refused = await undo();
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining('A message on one of the two is about to leave'),
    ]);
    await ines.delete(at(there, `/outgoing/${rows[0]!.id}`));
    expect((await undo()).status).toBe(200);
  });
});

describe('a split', () => {
  const idOf = async (number: number, text: string) => {
    const { kind, id } = (await seen(maya, number)).messages.find(
      (message: { text: string }) => message.text === text,
    );
    return { kind, id };
  };
  const split = async (number: number, wanted: string[], subject = 'Apart') =>
    maya.post(at(number, '/split'), {
      subject,
      messages: await Promise.all(wanted.map(text => idOf(number, text))),
    });

  beforeEach(async () => {
    const file = (await grant.upload('plan.txt', 'a plan')).body.id;
    await grant.post(at(here, '/replies'), { text: 'Another matter quixotically', files: [file] });
    next();
    await maya.post(at(here, '/notes'), { text: 'A note on it' });
    next();
  });

  test('goes on with the chosen in a new ticket, with its files, times and authors', async () => {
    const before = await seen(maya, here);
    const { status, body } = await split(here, ['Another matter quixotically', 'A note on it']);
    expect(status).toBe(201);
    expect(body).toMatchObject({ subject: 'Apart', state: 'new', requester: { name: 'Grant Bell' } });
    expect(body.messages.map(({ text, origin }: { text: string; origin: number }) => [text, origin])).toEqual(
      [
        ['Another matter quixotically', here],
        ['A note on it', here],
      ],
    );
    expect(body.messages[0].written.at).toBe(before.messages[1].written.at);
    const of_school = await seen(maria, body.number);
    expect(texts(of_school)).toEqual(['Another matter quixotically']);
    const file = of_school.messages[0].files[0].id as string;
    expect((await maria.get(`/api/files/${file}`)).status).toBe(200);
    expect((await joan.get(`/api/files/${file}`)).status).toBe(404);
    expect((await seen(maria, here)).messages).toMatchObject([
      { text: 'Here', went_on: null },
      { went_on: body.number },
    ]);
    const { body: found } = await maria.get('/api/tickets?q=quixotically&state=all');
    expect(found.items.map((item: { number: number }) => item.number)).toContain(body.number);
  });

  test('is refused without a message that the school reads, with all of them, and twice', async () => {
    expect((await split(here, ['A note on it'])).status).toBe(422);
    expect((await split(here, ['Here', 'Another matter quixotically'])).status).toBe(422);
    const chosen = [await idOf(here, 'Another matter quixotically')];
    const given = { subject: 'x', messages: chosen };
    expect((await maya.post(at(here, '/split'), given)).status).toBe(201);
    expect((await maya.post(at(here, '/split'), given)).status).toBe(409);
    expect((await maria.post(at(here, '/split'), given)).status).toBe(404);
    expect((await tom.post(at(there, '/split'), given)).status).toBe(403);
  });

  test('undone, everything stands where it was, and the empty ticket has ended', async () => {
    const before = (await seen(maya, here)).messages;
    const { body } = await split(here, ['Another matter quixotically']);
    next();
    const undone = await maya.post(at(body.number, '/undo'), { change: body.undo.change });
    expect(undone).toMatchObject({ status: 200, body: { ticket: { messages: [], state: 'cancelled' } } });
    expect((await seen(maya, here)).messages.map(({ id }: { id: number }) => id)).toEqual(
      before.map(({ id }: { id: number }) => id),
    );
    expect(
      (await seen(maya, here)).messages.every((message: { went_on: null }) => message.went_on === null),
    ).toBe(true);
  });

  test('undone later, what was written since stays where it was written', async () => {
    const { body } = await split(here, ['Another matter quixotically']);
    await grant.post(at(body.number, '/replies'), { text: 'More of it' });
    await later(20 * day);
    const path = at(body.number, `/joinings/${body.joinings[0].id}`);
    expect((await ines.delete(path)).status).toBe(403);
    const parted = await maya.delete(path);
    expect(parted.status).toBe(200);
    expect(texts(parted.body)).toEqual(['More of it']);
    expect(parted.body.state).toBe('new');
  });
});
