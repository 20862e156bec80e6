import { expect, test } from 'vitest';
import { built_in_views } from './order.ts';
import { filtersOf, StoredQuery, stillTrue } from './view.ts';

const known = {
  schools: new Set([1, 2]),
  agents: new Set([12]),
  tags: new Set([7]),
  teams: new Set([3]),
  fields: new Map([
    [3, new Set(['final'])],
    [4, null],
  ]),
};

test.each([
  [
    { state: 'open,ended', q: 'report, card' },
    { state: 'open,ended', q: 'report, card' },
  ],
  [{ school: '1,9,2' }, { school: '1,2' }],
  [{ school: '9', priority: 'P1' }, { priority: 'P1' }],
  [{ tag: '7,8' }, { tag: '7' }],
  [{ assignee: 'me,none,12,13' }, { assignee: 'me,none,12' }],
  [{ team: 'mine,none,3,4' }, { team: 'mine,none,3' }],
  [{ category: 'attendance,gone', sort: 'words', group: 'mood' }, { category: 'attendance' }],
  [
    { columns: 'number,colour,subject', sort: '-school' },
    { columns: 'number,subject', sort: '-school' },
  ],
  [{ field: '3:final,3:gone,4:2026-11-30,9:yes' }, { field: '3:final,4:2026-11-30' }],
  [{ state: 7, unheard: 'of' }, {}],
])('of the stored query %j there still holds %j', (stored, holds) =>
  expect(stillTrue(stored, known)).toEqual(holds),
);

test.each([
  { state: 'gone' },
  { sort: 'words' },
  { group: 'subject' },
  { columns: 'number,colour' },
  { school: 'x' },
  { opened: 'yesterday' },
  { q: 'x'.repeat(201) },
])('%j is not to be stored', query => expect(StoredQuery.safeParse(query).success).toBe(false));

test('every built-in view is a query that could be stored, and no two are the same', () => {
  for (const { query } of built_in_views) expect(StoredQuery.parse(query)).toEqual(query);
  const all = built_in_views.map(({ query }) => JSON.stringify(filtersOf(query)));
  expect(new Set(all).size).toBe(all.length);
});
