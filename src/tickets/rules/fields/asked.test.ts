import { expect, test } from 'vitest';
import { asked_field, askedFields, askedIds } from './asked.ts';

test.each([
  ['3:final', 'final'],
  ['3:yes', true],
  ['3:41', 41],
  ['3:2026-11-24', '2026-11-24'],
  ['3:..-1d', { first: undefined, last: '2026-11-22' }],
  ['3:0d..7d', { first: '2026-11-23', last: '2026-11-30' }],
  ['3:-7d..0d', { first: '2026-11-16', last: '2026-11-23' }],
  ['3:2026-11-01..2026-11-30', { first: '2026-11-01', last: '2026-11-30' }],
  ['3:2026-12-01..', { first: '2026-12-01', last: undefined }],
])('%s is %j on 23 November', (asked, value) => {
  expect(asked).toMatch(asked_field);
  expect(askedFields([asked], '2026-11-23').get('3')).toEqual([value]);
});

test.each(['x:1', '3', '3:', '3:a..b', '3:1..2', '3:0d..7d..9d', '3:-99999d..'])('%s is nothing', asked =>
  expect(asked).not.toMatch(asked_field),
);

test('answers of one field stand together, and each field is named once', () => {
  const asked = ['3:a', '4:yes', '3:b'];
  expect([...askedFields(asked, '2026-11-23')]).toEqual([
    ['3', ['a', 'b']],
    ['4', [true]],
  ]);
  expect(askedIds(asked)).toEqual([3, 4]);
});
