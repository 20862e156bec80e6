import { expect, test } from 'vitest';
import { looked, says } from './looking.ts';

const items = [
  { id: 1, title: 'Élève transféré', summary: 'Deux NIP.' },
  { id: 2, title: 'Reset a password', summary: 'Press Forgot password.' },
  { id: 3, title: 'Account locked', summary: 'After five wrong passwords.' },
];
const ids = (q: string, ranked?: number[]) => looked(items, q, ranked).map(({ id }) => id);

test('each word that is typed stands in it, whatever its accents and however much of it', () => {
  expect(says(items[0]!, 'eleve nip')).toBe(true);
  expect(says(items[1]!, 'passw res')).toBe(true);
  expect(says(items[1]!, 'password locked')).toBe(false);
});

test('what was ranked comes first, then what has the words, each once; without a search all as they are', () => {
  expect(ids('')).toEqual([1, 2, 3]);
  expect(ids('password')).toEqual([2, 3]);
  expect(ids('password', [3, 1, 99])).toEqual([3, 1, 2]);
  expect(ids('nothing like it', [])).toEqual([]);
});
