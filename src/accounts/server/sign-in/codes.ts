import { randomInt } from 'node:crypto';
import { hashOf } from './secrets.ts';

/** No vowels (no words), nothing that looks like another letter or a digit. 16 of them are 64 bits. */
const letters = 'BCDFGHJKMNPRTVWX';

/** A code that is shown once and typed by hand, in fours. Only its hash is kept. */
export const newCode = (): string =>
  Array.from({ length: 16 }, () => letters[randomInt(letters.length)])
    .join('')
    .match(/.{4}/g)!
    .join('-');

/** What is kept of a code, however it is typed: in fours or not, in any case. */
export const hashOfCode = (typed: string): Buffer => hashOf(typed.toUpperCase().replace(/[^A-Z]/g, ''));
