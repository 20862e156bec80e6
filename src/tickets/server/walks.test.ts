import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { CastName } from '#testing/cast.ts';
import {
  courts,
  isOpen,
  moves,
  statesInCourt,
  transitionOf,
  type Move,
  type State,
} from '../rules/lifecycle.ts';

let house: House;
const people: CastName[] = [
  'Maria Santos',
  'Joan Whitehorse',
  'Maya Chen',
  'Owen Hart',
  'Nadia Petrov',
  'Tom Becker',
  'Leah Stone',
];
const clients = {} as Record<CastName, Client>;

beforeAll(async () => {
  house = await openHouse();
  for (const name of people) clients[name] = await house.as(name);
});
afterAll(() => house.close());

/** Everything that any move may require: what is not asked for is left aside. */
const everything = {
  question: 'q?',
  reply: 'a',
  pack: 'p',
  note: 'n',
  resolution_code: 'solved_l1',
  answer: 'a',
  minutes: 1,
  date: '2026-12-01',
  school_agreed: true,
  reason: 'r',
};

test('however people move a ticket through the API, its state is the table’s, in one court, and offered is what works', async () => {
  const step = fc.record({ who: fc.constantFrom(...people), move: fc.constantFrom(...moves) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async steps => {
      const { body } = await clients['Maria Santos'].post('/api/tickets', {
        subject: 'Walk',
        description: 'x',
        category: 'pen',
        impact: 'one_person',
        urgency: 'low',
      });
      let state: State = 'new';
      for (const { who, move } of steps) {
        const path = `/api/tickets/${body.number}`;
        const offered =
          (await clients[who].get(path)).body.can?.moves.map((row: { move: Move }) => row.move) ?? [];
        const answer = await clients[who].post(`${path}/moves`, { move, ...everything });
        expect(answer.status === 200).toBe(offered.includes(move));
        if (answer.status === 200) state = transitionOf(move, state)!.to;
        else expect([403, 404, 409]).toContain(answer.status);
        const now = (await clients['Maya Chen'].get(path)).body;
        expect(now.state).toBe(state);
        const inCourts = courts.filter(court => statesInCourt(court).includes(now.state));
        expect(inCourts).toEqual(isOpen(now.state) ? [now.court] : []);
      }
    }),
    { numRuns: 15 },
  );
});
