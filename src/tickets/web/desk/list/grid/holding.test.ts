import { expect, test } from 'vitest';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { changedAmong, holdStill, type Rows } from './holding.ts';

const ticket = (number: number, subject = 'as it was') => ({ number, subject }) as Ticket;
const rows = (extent: Rows['extent'], ...windows: Ticket[][]): Rows => ({
  extent,
  windows: new Map(windows.map((tickets, at) => [at, tickets])),
});
const told = ({ windows }: Rows) =>
  [...windows.values()].flat().map(({ number, subject }) => [number, subject]);

test('what is new about a row is shown at once, where it stands', () => {
  const held = holdStill(rows(2, [ticket(1), ticket(2)]), rows(2, [ticket(1), ticket(2, 'new')]));
  expect(held.moved).toBe(false);
  expect(told(held)).toEqual([
    [1, 'as it was'],
    [2, 'new'],
  ]);
});

test('rows that would move stay, and say what is new; one that left stays as it was', () => {
  const shown = rows(3, [ticket(1), ticket(2)], [ticket(3)]);
  const fresh = rows(3, [ticket(9), ticket(2, 'new')], [ticket(1, 'moved')]);
  const held = holdStill(shown, fresh);
  expect(held.moved).toBe(true);
  expect(told(held)).toEqual([
    [1, 'moved'],
    [2, 'new'],
    [3, 'as it was'],
  ]);
});

test('a list that grows is held at its length, and rows that come into sight are as they are now', () => {
  const held = holdStill(rows(2, [ticket(1)]), rows(3, [ticket(1)], [ticket(2)]));
  expect([held.moved, held.extent]).toEqual([true, 2]);
  expect(told(held).map(([number]) => number)).toEqual([1, 2]);
});

test('groups that are as they were do not hold anything', () => {
  const groups = (count: number) => [{ key: 'a', name: 'A', count }];
  expect(holdStill(rows(groups(2)), rows(groups(2))).moved).toBe(false);
  expect(holdStill(rows(groups(2)), rows(groups(3))).moved).toBe(true);
});

test('as changed count the tickets of these rows that something happened to, and one at least', () => {
  const shown = rows(2, [ticket(1), ticket(2)]);
  expect(changedAmong(new Set([2, 7, 8]), shown, rows(2, [ticket(7), ticket(2)]))).toBe(2);
  expect(changedAmong(new Set(), shown)).toBe(1);
});
