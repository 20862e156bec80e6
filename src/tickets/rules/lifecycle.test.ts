import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { category_ids, categories, portal_cards } from './categories.ts';
import {
  courtOf,
  courts,
  isOpen,
  moves,
  resolution_codes,
  state_ids,
  states,
  statesInCourt,
  transitionOf,
  transitions,
  transitionsFrom,
  undo,
  type Move,
  type State,
} from './lifecycle.ts';
import { impacts, priorityOf, urgencies } from './priority.ts';
import process from './process.json' with { type: 'json' };
import { en } from './words/en.ts';

// The design writes roles of its own; process.json role_map says who they are here.
const movers: Record<string, string> = {
  l1_agent: 'agent',
  l1_coord: 'coordinator',
  l2_contact: 'level2_contact',
};
// "Level 2's number within one business hour" is a clock, not a field of the move.
const asked = (requires: string[]) =>
  requires.filter(name => name !== 'level2_reference_within_1_business_hour');

describe('the life of a ticket is the table of process.json', () => {
  test('the states, whose turn each is, and what the resolution clock does in it', () => {
    expect(state_ids).toEqual(process.states.map(state => state.id));
    for (const state of process.states) {
      const ours = states[state.id as State];
      expect(ours.court).toBe(state.court);
      expect(isOpen(state.id as State)).toBe(state.open);
      expect(state.clock_resolution.split(/[ (]/)[0]).toBe(ours.resolution_clock);
    }
  });

  test('every transition: from, move, to, by whom, with what', () => {
    type Row = { from: string; move: string; to: string; by: readonly string[]; requires: readonly string[] };
    const line = ({ from, move, to, by, requires }: Row) =>
      `${from} --${move}--> ${to} by ${[...by].sort().join(',')} with ${[...requires].sort().join(',')}`;
    const designed = process.transitions.map(row =>
      line({ ...row, by: row.by.map(role => movers[role] ?? role), requires: asked(row.requires) }),
    );
    const ours = transitions.map(line);
    expect([...ours].sort()).toEqual([...designed].sort());
  });

  test('a state and a move name one row at most', () => {
    const pairs = transitions.map(row => `${row.from} ${row.move}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('the moves that time makes, and the reopening that time ends, count the days that the design says', () => {
    const days = (move: Move, from: State) => transitionOf(move, from);
    expect(days('close_unanswered', 'waiting_school')?.after).toEqual({ school_days: 10 });
    expect(days('confirm', 'resolved')?.after).toEqual({ school_days: 5 });
    expect(days('resume', 'scheduled')?.after).toBe('planned_date');
    expect(days('reopen', 'closed')?.within).toEqual({ school_days: 20 });
    for (const [move, count] of [
      ['close_unanswered', 10],
      ['confirm', 5],
      ['reopen', 20],
    ] as const)
      expect(process.transitions.find(row => row.move === move)?.effect).toContain(`${count} school days`);
  });

  test('resolution codes, categories with their owners, cards, priorities and the undo window', () => {
    expect(resolution_codes).toEqual(process.resolution_codes);
    expect(category_ids.map(id => ({ id, owner: categories[id].owner }))).toEqual(
      process.categories.map(({ id, default_owner }) => ({ id, owner: default_owner })),
    );
    expect(Object.values(portal_cards)).toEqual(Object.values(process.portal_cards));
    expect(process.undo.rule).toContain(`${undo.window_seconds} s`);
    expect(process.undo.rule).toContain(`${undo.unless_something_happened_minutes} minutes`);
    for (const impact of impacts)
      expect(urgencies.map(urgency => priorityOf(impact, urgency))).toEqual(
        process.priorities.matrix[impact],
      );
  });

  test('the English names are those of the design', () => {
    for (const { id, label } of process.states) expect(en.states[id as State]).toBe(label);
    for (const { id, label } of process.categories)
      expect(en.categories[id as keyof typeof categories]).toBe(label);
    expect(en.impacts).toEqual(process.impact_words);
    expect(en.urgencies).toEqual(process.urgency_words);
    expect(Object.values(en.cards).map(card => card.replace('’', "'"))).toEqual(
      Object.keys(process.portal_cards),
    );
  });
});

describe('the table by itself', () => {
  test('an open state is in exactly one court, an ended one in none', () => {
    const placed = courts.flatMap(statesInCourt);
    expect(new Set(placed).size).toBe(placed.length);
    expect([...placed].sort()).toEqual(state_ids.filter(isOpen).sort());
  });

  test('every state can be reached from new, and from every state a ticket can come to an end', () => {
    const reach = (from: State): Set<State> => {
      const seen = new Set<State>([from]);
      for (const state of seen) for (const row of transitionsFrom(state)) seen.add(row.to);
      return seen;
    };
    expect([...reach('new')].sort()).toEqual([...state_ids].sort());
    for (const state of state_ids) expect([...reach(state)].some(each => !isOpen(each))).toBe(true);
  });

  const scenarios = process.scenarios.filter(scenario => 'status' in scenario) as {
    name: string;
    status: State[];
  }[];
  test.each(scenarios)('the scenario can be walked: $name', ({ status }) => {
    for (const [index, to] of status.slice(1).entries())
      expect(transitionsFrom(status[index]!).some(row => row.to === to)).toBe(true);
  });

  test('a random walk over the table never leaves the states, and knows its court at every step', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 60 }), picks => {
        let state: State = 'new';
        for (const pick of picks) {
          const rows = transitionsFrom(state);
          if (rows.length === 0) return false;
          state = rows[pick % rows.length]!.to;
          const inCourts = courts.filter(court => statesInCourt(court).includes(state));
          expect(inCourts).toEqual(isOpen(state) ? [courtOf(state)] : []);
        }
        return true;
      }),
    );
  });

  test('a move that is not in the table has no row', () => {
    for (const state of state_ids)
      for (const move of moves)
        expect(transitionOf(move, state) === undefined).toBe(
          !transitionsFrom(state).some(row => row.move === move),
        );
  });
});
