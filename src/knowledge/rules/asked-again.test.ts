import { expect, test } from 'vitest';
import { isAskedAgain } from './asked-again.ts';

const solved = {
  question: 'I forgot my password\nThe sign-in page does not accept my password any more.',
  category: 'login_access',
} as const;
const asked = (subject: string, text = '') => ({ subject, text, category: 'login_access' as const });

test.each([
  [asked('I forgot my password', 'The sign-in page does not accept my password any more.')],
  [asked('Forgotten password', 'The page where we sign in does not accept the password.')],
  // Less was typed, and all of it is the same.
  [asked('password forgot')],
])('the same in other words is asked again: %o', ticket => {
  expect(isAskedAgain(solved, ticket)).toBe(true);
});

test('something else of the same area is not', () => {
  expect(isAskedAgain(solved, asked('A new teacher needs a user name', 'She starts on Monday.'))).toBe(false);
});

test('where nothing was typed, what it is about decides', () => {
  const silent = { question: null, category: 'login_access' } as const;
  expect(isAskedAgain(silent, asked('Anything'))).toBe(true);
  expect(isAskedAgain({ ...silent, category: 'pen' }, asked('Anything'))).toBe(false);
  expect(isAskedAgain({ ...silent, category: null }, asked('Anything'))).toBe(true);
});

test('in French as well', () => {
  const question = 'J’ai oublié mon mot de passe';
  expect(isAskedAgain({ question, category: null }, asked('Le mot de passe est oublié'))).toBe(true);
});
