import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notice_kinds } from './kinds.ts';
import {
  isOver,
  movedBy,
  movesFrom,
  notice_moves,
  notice_states,
  stateOf,
  stateWords,
  told_moves,
} from './states.ts';

const now = new Date('2026-11-23T18:00:00Z');
const hour = 3_600_000;
const at = (hours: number) => new Date(now.getTime() + hours * hour);

describe('a notice', () => {
  test.each([
    ['planned_work', 1, 2, 'planned'],
    ['planned_work', -1, 1, 'running'],
    ['planned_work', -2, -1, 'solved'],
    ['planned_work', -1, null, 'running'],
    ['incident', 1, null, 'planned'],
    ['incident', -2, -1, 'running'],
    ['known_problem', -1, null, 'running'],
  ] as const)('%s from %d until %s is %s', (kind, from, until, state) => {
    const standing = {
      kind,
      state: 'open' as const,
      starts_at: at(from),
      ends_at: until === null ? null : at(until),
    };
    expect(stateOf(standing, now)).toBe(state);
  });

  test('is what was said of it, whatever its times, where it is not open', () => {
    for (const state of ['draft', 'solved', 'cancelled'] as const)
      expect(stateOf({ kind: 'incident', state, starts_at: at(-1), ends_at: null }, now)).toBe(state);
  });

  test('work is over, and a problem is solved', () => {
    expect(stateWords('planned_work', 'solved').en).toBe('Over');
    expect(stateWords('incident', 'solved').en).toBe('Solved');
  });
});

describe('its moves', () => {
  test('are one table', () => {
    expect(Object.fromEntries(notice_states.map(state => [state, movesFrom(state)]))).toEqual({
      draft: ['publish', 'drop'],
      planned: ['begin', 'cancel'],
      running: ['solve', 'cancel'],
      solved: ['reopen'],
      cancelled: [],
    });
  });

  test('in any order end where the table says, and nothing that was read goes without a word', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...notice_kinds),
        fc.integer({ min: -48, max: 48 }),
        fc.option(fc.integer({ min: 1, max: 48 })),
        fc.array(fc.constantFrom(...notice_moves), { maxLength: 12 }),
        (kind, from, length, wanted) => {
          let row = {
            kind,
            state: 'draft' as Parameters<typeof stateOf>[0]['state'],
            starts_at: at(from),
            ends_at: length === null ? null : at(from + length),
          };
          for (const move of wanted) {
            const before = stateOf(row, now);
            if (!movesFrom(before).includes(move)) continue;
            const { ended_at, ...next } = movedBy(move, now);
            row = { ...row, ...next };
            const after = stateOf(row, now);
            expect(ended_at !== null).toBe(row.state === 'solved' || row.state === 'cancelled');
            if (before !== 'draft') expect(told_moves).toContain(move);
            if (move === 'begin' || move === 'reopen') expect(after).toBe('running');
            if (move === 'solve' || move === 'cancel') expect(isOver(after)).toBe(true);
          }
        },
      ),
    );
  });
});
