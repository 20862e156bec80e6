import { expect, test } from 'vitest';
import { columns } from '#tickets/rules/lists/order.ts';
import { leastWidth, looks, nextSort, sortedAs, tracksOf } from './columns.ts';

test.each([
  ['activity', undefined, 'descending'],
  ['activity', '-activity', 'ascending'],
  ['school', 'school', 'ascending'],
  ['school', '-school', 'descending'],
  ['number', 'number', 'descending'],
  ['subject', 'school', 'none'],
  ['minutes', 'number', 'none'],
] as const)('the column %s of a list sorted by %s is %s', (name, sort, as) =>
  expect(sortedAs(name, sort)).toBe(as),
);

test('a second press on a heading turns the sort round, a third turns it back', () => {
  expect(nextSort('school', undefined)).toBe('school');
  expect(nextSort('school', 'school')).toBe('-school');
  expect(nextSort('school', '-school')).toBe('school');
  expect(nextSort('activity', undefined)).toBe('-activity');
});

test('every column has its track, and together they need no less than their least widths', () => {
  for (const name of columns) expect(tracksOf([name])).toContain(`${looks[name].least}rem`);
  expect(leastWidth(['number', 'subject'])).toBeCloseTo(3 + 4.25 + 14 + 1.5);
});
