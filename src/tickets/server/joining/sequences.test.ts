import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { sides } from '../../rules/joining/kinds.ts';
import {
  begin,
  first_tickets,
  nameIn,
  onlyWritten,
  pageOf,
  playIn,
  stepOf,
  type Named,
  type Throw,
} from '../../rules/joining/model/steps.ts';
import { sinceIn } from '../../rules/joining/model/deeds.ts';
import { lastIn, shownIn, ticketIn, type World } from '../../rules/joining/model/world.ts';

/**
 * The same random deeds through the API and in the model, then all undone: after every step the two say the same of
 * every ticket, and in the end it is as if only what was written had happened. `npm run joining -- --rounds 10000`.
 */

const rounds = Number(process.env['JOINING_ROUNDS'] ?? 5);

let house: House;
let maria: Client, joan: Client, maya: Client, nadia: Client;
const cast = ['Maria Santos', 'Joan Whitehorse', 'Maya Chen', 'Nadia Petrov'] as const;
const signIn = async () => {
  [maria, joan, maya, nadia] = (await Promise.all(cast.map(house.as))) as [Client, Client, Client, Client];
};
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const at = (number: number, more = '') => `/api/tickets/${number}${more}`;

/** What the model calls a message: by its text, and the first of a ticket by that ticket's number. */
const names = new Map<string, string>();
const nameOf = ({ kind, id, text }: { kind: string; id: number; text: string }) =>
  names.get(`${kind} ${id}`) ?? text;

async function opened(school: number): Promise<number> {
  const asked = { category: 'pen', impact: 'one_person', urgency: 'low', description: 'first' };
  const { body } = await (school === 1 ? maria : joan).post('/api/tickets', { subject: 'Walk', ...asked });
  names.set(`reply ${body.messages[0].id}`, `opens ${body.number}`);
  return body.number;
}

const given = (text: string) => ({ question: text, answer: text, reply: text, reason: text, ...solved });
const solved = { minutes: 1, resolution_code: 'solved_l1' };

async function seen(number: number) {
  return (await maya.get(at(number))).body as {
    state: string;
    resolution_code: string | null;
    goes_on_in: number | null;
    messages: {
      kind: 'reply' | 'note';
      id: number;
      text: string;
      origin: number | null;
      went_on: number | null;
    }[];
    joinings: { id: number; as: string; ticket: { number: number } }[];
  };
}

/** Does it through the API; answers the status, and the new ticket's number of a split. */
async function doIt(world: World, named: Named): Promise<{ status: number; number: number }> {
  const call = await calling(world, named);
  return { status: call.status, number: call.body.number };
}

async function calling(world: World, named: Named) {
  if (named.does === 'part') return parting(world, named);
  const by = (side: 'school' | 'desk') =>
    side === 'desk' ? maya : ticketIn(world, named.on).school_id === 1 ? maria : joan;
  const path = (more: string) => at(named.on, more);
  switch (named.does) {
    case 'reply':
      return by(named.by).post(path('/replies'), { text: named.text });
    case 'note':
      return maya.post(path('/notes'), { text: named.text });
    case 'move':
      return by(named.by).post(path('/moves'), { move: named.move, ...given(named.text) });
    case 'merge':
      return maya.post(path('/merge'), { into: named.into });
    case 'link':
      return maya.post(path('/links'), { as: named.as, ticket: named.with });
    case 'split': {
      const { messages } = await seen(named.on);
      const wanted = named.texts.map(text => messages.find(message => nameOf(message) === text)!);
      const chosen = wanted.map(({ kind, id }) => ({ kind, id }));
      return maya.post(path('/split'), { subject: 'Apart', messages: chosen });
    }
  }
}

async function parting(world: World, { joined, take }: Extract<Named, { does: 'part' }>) {
  const as = sides[joined.kind].from;
  const { joinings } = await seen(joined.from);
  const { id } = joinings.find(each => each.as === as && each.ticket.number === joined.to)!;
  const along: number[] = [];
  if (take && joined.was) {
    const wanted = new Set(sinceIn(world, joined));
    const { body } = await nadia.get(at(joined.from, `/joinings/${id}`));
    expect(body.since.map(({ text }: { text: string }) => text)).toEqual([...wanted]);
    along.push(...body.since.map((each: { id: number }) => each.id));
  }
  return nadia.delete(
    at(joined.from, `/joinings/${id}${along.length > 0 ? `?take=${along.join(',')}` : ''}`),
  );
}

async function expectSame(world: World): Promise<void> {
  for (const ticket of world.tickets) {
    const { number } = ticket;
    const page = await seen(number);
    const shown = page.messages.map(({ kind, id, text, origin, went_on }) => ({
      text: nameOf({ kind, id, text }),
      kind,
      origin,
      went_on,
    }));
    const last = lastIn(world, number);
    expect({ number, ...standing(page), shown, goes_on_in: page.goes_on_in }).toEqual({
      number,
      ...standing(ticket),
      shown: shownIn(world, number),
      goes_on_in: last === number ? null : last,
    });
  }
}
const standing = ({ state, resolution_code }: { state: string; resolution_code: string | null }) => ({
  state,
  resolution_code,
});

async function walk(thrown: readonly Throw[], order: Iterator<number>): Promise<void> {
  const numbers: number[] = [];
  for (const school of first_tickets) numbers.push(await opened(school));
  const world = begin(numbers);
  for (const one of thrown) {
    const named = nameIn(world, stepOf(one));
    if (named) await both(world, named);
  }
  await expectSame(world);
  while (world.joinings.length > 0) {
    const which = order.next().value as number;
    const joined = world.joinings[which % world.joinings.length]!;
    await both(world, { does: 'part', joined, take: which % 3 === 0 });
  }
  await expectSame(world);
  expect(pageOf(world)).toEqual(pageOf(onlyWritten(world)));
}

/** The API and the model do it, or both refuse. */
async function both(world: World, named: Named): Promise<void> {
  house.clock.advance(1000);
  const { status, number } = await doIt(world, named);
  const done = playIn(world, named, number);
  expect(`${JSON.stringify(named)} ${status < 300}`).toBe(`${JSON.stringify(named)} ${done}`);
}

const any = fc.nat(1_000_000);
const throws = fc.array(fc.tuple(any, any, any, any), { minLength: 5, maxLength: 25, size: 'max' });

test(
  'random deeds leave what the model says, and all undone only what was written',
  async () => {
    let played = 0;
    await fc.assert(
      fc.asyncProperty(throws, fc.infiniteStream(any), async (thrown, order) => {
        if (played++ % 500 === 0) await signIn(); // before a session is over
        await walk(thrown, order);
      }),
      { numRuns: rounds, endOnFailure: true },
    );
  },
  60_000 + rounds * 2000,
);
