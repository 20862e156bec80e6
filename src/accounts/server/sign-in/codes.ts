import { randomInt } from 'node:crypto';
import { hashOf } from './secrets.ts';

/** No vowels (no words), nothing that looks like another letter or a digit; each is 4 bits. */
const letters = 'BCDFGHJKMNPRTVWX';

/** A code that is read out or typed by hand, in groups of four; of one that opens something only the hash is kept. */
export const newCode = (groups = 4): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

/** What is kept of a code, however it is typed: in fours or not, in any case. */
export const hashOfCode = (typed: string): Buffer => hashOf(typed.toUpperCase().replace(/[^A-Z]/g, ''));
