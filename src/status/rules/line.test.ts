import { expect, test } from 'vitest';
import { closedWith, lineOf, versionOf } from './line.ts';

const notice = (id: string, hour: number, more: object = {}) => ({
  id,
  kind: 'incident' as const,
  state: 'running' as const,
  changed: { at: `2026-11-23T${hour}:00:00.000Z` },
  ...more,
});
const nothing = { closed: [], met: new Set<string>() };

test('the newest incident that goes on is told, and nothing else', () => {
  expect(lineOf([notice('a', 10), notice('b', 12), notice('c', 11)], nothing)?.id).toBe('b');
  expect(lineOf([notice('a', 10, { kind: 'planned_work' })], nothing)).toBeUndefined();
  expect(lineOf([notice('a', 10, { kind: 'known_problem' })], nothing)).toBeUndefined();
  expect(lineOf([notice('a', 10, { state: 'planned' })], nothing)).toBeUndefined();
});

test('its end is told to who has met it', () => {
  const over = notice('a', 12, { state: 'solved' });
  expect(lineOf([over], nothing)).toBeUndefined();
  expect(lineOf([over], { ...nothing, met: new Set(['a']) })).toBe(over);
});

test('what was closed comes again with an update, and the next comes in its place', () => {
  const [one, other] = [notice('a', 12), notice('b', 10)];
  const closed = closedWith([one, other], ['gone@2020'], one);
  expect(closed).toEqual([versionOf(one)]);
  expect(lineOf([one, other], { ...nothing, closed })).toBe(other);
  const updated = notice('a', 13);
  expect(lineOf([updated, other], { ...nothing, closed })).toBe(updated);
});
