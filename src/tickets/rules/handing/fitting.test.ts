import { expect, test } from 'vitest';
import { firstFitting } from './fitting.ts';

const rules = [
  { id: 'access of school 1', categories: ['login_access'], schools: [1] },
  { id: 'access', categories: ['login_access', 'security_role'], schools: null },
  { id: 'school 2', categories: null, schools: [2] },
];

test.each([
  ['login_access', 1, 'access of school 1'],
  ['login_access', 3, 'access'],
  ['security_role', 2, 'access'],
  ['pen', 2, 'school 2'],
  ['pen', 1, undefined],
])('a ticket on %s of school %i goes by the rule %s', (category, school_id, id) =>
  expect(firstFitting(rules, { category, school_id })?.id).toBe(id),
);

test('without rules nothing goes anywhere', () =>
  expect(firstFitting([], { category: 'pen', school_id: 1 })).toBeUndefined());
