import { expect, test } from 'vitest';
import { built_in_views } from '#tickets/rules/lists/order.ts';
import {
  builtInOf,
  columnsOf,
  parseSearch,
  queryOf,
  readSearch,
  sameQuery,
  stringifySearch,
} from './filters.ts';

test.each([
  [
    '?court=desk,school&q=report+card&sort=-school&group=state&columns=number,subject&view=12&show=table',
    '?court=desk,school&q=report+card&sort=-school&group=state&columns=number,subject&view=12&show=table',
  ],
  ['?sort=activity&state=open', '?state=open'],
  ['?sort=drop+table&group=mood&columns=subject,colour,number&show=all', '?columns=number,subject'],
  ['?view=%3Cscript%3E&q=+', ''],
])('the address %s is read as %s', (given, read) =>
  expect(stringifySearch(readSearch(parseSearch(given)))).toBe(read),
);

test('an address is the view whose query it is, whatever it is shown as', () => {
  for (const { id, query } of built_in_views)
    expect(builtInOf({ ...query, show: 'table', view: 'x' })).toBe(id);
  expect(builtInOf({ assignee: 'me', sort: 'school' })).toBeUndefined();
});

test('columns are told apart, their order is the table’s', () => {
  expect(columnsOf('subject,number')).toEqual(['number', 'subject']);
  expect(sameQuery({}, { columns: 'number' })).toBe(false);
  expect(queryOf({ q: 'x', view: '1', show: 'table' })).toEqual({ q: 'x' });
});
