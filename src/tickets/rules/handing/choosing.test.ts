import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ways_of_giving, type ChosenWay } from '#accounts/rules/giving.ts';
import { afterGiving, whoIsNext, type Member } from './choosing.ts';

const asked = { now: new Date('2026-11-23T17:00:00Z'), zone: 'America/Vancouver' };
const member = (id: number, more: Partial<Member> = {}): Member => ({
  id,
  open_tickets: 0,
  last_turn: null,
  hours: [],
  absences: [],
  ...more,
});
const absences = [{ from_date: '2026-11-23', from_noon: false, to_date: '2026-11-25', to_noon: false }];
const afternoons = [{ weekday: 1, from_minute: 720, to_minute: 960 }];

describe('who is next', () => {
  test.each<[string, ChosenWay, Member[], number | undefined]>([
    ['nobody of nobody', 'round_robin', [], undefined],
    ['by turn: who never had one, the lowest id first', 'round_robin', [member(3), member(2)], 2],
    [
      'by turn: who waited longest',
      'round_robin',
      [member(1, { last_turn: 5 }), member(2, { last_turn: 4 })],
      2,
    ],
    ['by turn, whatever the load', 'round_robin', [member(1, { open_tickets: 9 }), member(2)], 1],
    [
      'by load: who has fewest',
      'least_loaded',
      [member(1, { open_tickets: 3 }), member(2, { open_tickets: 2 })],
      2,
    ],
    [
      'by load, equal: who waited longest',
      'least_loaded',
      [member(1, { last_turn: 7 }), member(2, { last_turn: 6 })],
      2,
    ],
    ['never who is absent', 'round_robin', [member(1, { absences }), member(2, { last_turn: 9 })], 2],
    [
      'never who does not work now',
      'least_loaded',
      [member(1, { hours: afternoons }), member(2, { open_tickets: 50 })],
      2,
    ],
    [
      'nobody is there: it stays with the team',
      'round_robin',
      [member(1, { absences }), member(2, { hours: afternoons })],
      undefined,
    ],
  ])('%s', (_, way, members, id) => expect(whoIsNext(members, way, asked)?.id).toBe(id));
});

const chosen_ways = ways_of_giving.filter(way => way !== 'by_hand');
const teams = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 });

describe.each(chosen_ways)('over a thousand tickets, %s', way => {
  test('is fair within one after each of them, and the same each time', () => {
    fc.assert(
      fc.property(teams, ids => {
        const play = () => {
          let members = ids.map(id => member(id));
          const counts = new Map(ids.map(id => [id, 0]));
          const given: number[] = [];
          for (let turn = 1; turn <= 1000; turn++) {
            const next = whoIsNext(members, way, asked)!.id;
            counts.set(next, counts.get(next)! + 1);
            given.push(next);
            members = afterGiving(members, next, turn);
            const all = [...counts.values()];
            if (Math.max(...all) - Math.min(...all) > 1) throw new Error(`unfair at ${turn}`);
          }
          return given;
        };
        expect(play()).toEqual(play());
      }),
      { numRuns: 5 },
    );
  });
});

test('by load, unequal loads become equal within one and stay so, also while tickets are solved', () => {
  const loads = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(loads, fc.array(fc.nat(99), { minLength: 1000, maxLength: 1000 }), (begun, solving) => {
      let members = begun.map((open_tickets, at) => member(at + 1, { open_tickets }));
      const spread = () => {
        const open = members.map(each => each.open_tickets);
        return Math.max(...open) - Math.min(...open);
      };
      for (const [at, solved] of solving.entries()) {
        const before = spread();
        members = afterGiving(members, whoIsNext(members, 'least_loaded', asked)!.id, at + 1);
        expect(spread()).toBeLessThanOrEqual(Math.max(before, 1));
        // Now and then who has most solves one.
        const most = members.reduce((one, other) => (other.open_tickets > one.open_tickets ? other : one));
        if (solved < 30)
          members = members.map(each =>
            each.id === most.id ? { ...each, open_tickets: each.open_tickets - 1 } : each,
          );
      }
      expect(spread()).toBeLessThanOrEqual(1);
    }),
    { numRuns: 10 },
  );
});
