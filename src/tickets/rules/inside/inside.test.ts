import { expect, test } from 'vitest';
import { moves, state_ids, transitionsFrom, type State } from '../lifecycle.ts';
import { rowOf, rowsFrom } from './inside.ts';

const reached = () => {
  const seen = new Set<State>(['new']);
  for (const state of seen) for (const row of rowsFrom({ state, inside: true })) seen.add(row.to);
  return seen;
};

test('a ticket that schools see lives by the whole table, but for what a school’s technician does', () => {
  for (const state of state_ids)
    expect(rowsFrom({ state, inside: false })).toEqual(transitionsFrom(state).filter(row => !row.while));
});

test('with a school’s technician it is sent up, solved there or withdrawn, and nothing is asked or timed', () => {
  const passed = rowsFrom({ state: 'waiting_school', inside: false, passed: true });
  expect(passed.map(({ move }) => move).sort()).toEqual([
    'resolve',
    'send_up',
    'solve_at_school',
    'withdraw',
  ]);
  expect(passed.some(({ after }) => after)).toBe(false);
  const opening = rowsFrom({ state: 'new', inside: false, opening: true }).map(({ move }) => move);
  expect(opening).toContain('pass');
  expect(rowsFrom({ state: 'new', inside: true, opening: true }).map(({ move }) => move)).not.toContain(
    'pass',
  );
});

test('one inside never waits for a school, and gets everywhere else', () => {
  expect([...reached()].sort()).toEqual(
    state_ids.filter(state => state !== 'waiting_school' && state !== 'resolved').sort(),
  );
});

test('no move of its life asks a school anything or needs its consent', () => {
  for (const state of state_ids)
    for (const row of rowsFrom({ state, inside: true }))
      for (const name of ['question', 'reply', 'school_agreed'] as const)
        expect(row.requires).not.toContain(name);
});

test('solved is closed at once, and can be opened again', () => {
  expect(rowOf('resolve', { state: 'in_progress', inside: true })).toMatchObject({ to: 'closed' });
  expect(rowOf('reopen', { state: 'closed', inside: true })).toMatchObject({ to: 'in_progress' });
});

test('each of its rows is one of the table', () => {
  for (const state of state_ids)
    for (const move of moves)
      if (rowOf(move, { state, inside: true })) expect(rowOf(move, { state, inside: false })).toBeDefined();
});
