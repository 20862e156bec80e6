import { expect, test } from 'vitest';
import { narrowed, nextSort, readSchoolsSearch, searchWith, sortedAs } from './search.ts';

test.each([
  [{}, {}],
  [{ words: '  ', kind: '', sort: 'name' }, {}],
  [
    { words: 'alder', kind: 'public,castle', wave: 'none,3,-1,x', sort: '-fte' },
    { words: 'alder', kind: 'public', wave: 'none,3', sort: '-fte' },
  ],
  [{ words: 7, kind: ['public'], wave: null, sort: 'size', page: '2' }, {}],
  [{ sort: '-name' }, { sort: '-name' }],
])('of %j the address keeps %j', (given, kept) => expect(readSchoolsSearch(given)).toEqual(kept));

test('a value that is empty is taken away', () => {
  expect(searchWith({ words: 'alder', sort: 'fte' }, 'words', '')).toEqual({ sort: 'fte' });
  expect(searchWith({ sort: 'fte' }, 'kind', 'public')).toEqual({ sort: 'fte', kind: 'public' });
  expect([narrowed({ sort: 'fte' }), narrowed({ wave: 'none' })]).toEqual([false, true]);
});

test('a heading sorts by its column, then turns it round', () => {
  expect([nextSort('name'), nextSort('fte'), nextSort('fte', 'fte'), nextSort('fte', '-fte')]).toEqual([
    '-name',
    'fte',
    '-fte',
    'fte',
  ]);
  expect([sortedAs('name'), sortedAs('fte', '-fte'), sortedAs('name', 'fte')]).toEqual([
    'ascending',
    'descending',
    'none',
  ]);
});
