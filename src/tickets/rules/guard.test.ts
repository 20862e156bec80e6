import { expect, test } from 'vitest';
import { stopOf, type Audience, type Guarded, type Stop } from './guard.ts';

const audience: Audience = { school: 1, people: [4, 7] };
const seen = { reply: 30, note: 12 };

test.each<[why: string, written: Guarded, newest: { reply: number; note: number }, Stop | undefined]>([
  ['leaves when nothing is newer and the readers are the same', { seen, to: audience }, seen, undefined],
  [
    'leaves when the readers are named in another order',
    { to: { school: 1, people: [7, 4] } },
    seen,
    undefined,
  ],
  ['leaves as written by a script that says nothing', {}, { reply: 99, note: 99 }, undefined],
  ['stops for a newer reply', { seen }, { reply: 31, note: 12 }, 'unseen'],
  ['stops for a newer note', { seen }, { reply: 30, note: 13 }, 'unseen'],
  [
    'leaves when what is newest was seen',
    { seen: { reply: 31, note: 13 } },
    { reply: 31, note: 13 },
    undefined,
  ],
  ['stops when somebody was added', { to: { school: 1, people: [4] } }, seen, 'audience'],
  ['stops when somebody was taken off', { to: { school: 1, people: [4, 7, 9] } }, seen, 'audience'],
  ['stops when one was put in another’s place', { to: { school: 1, people: [4, 9] } }, seen, 'audience'],
  ['stops when the ticket went to another school', { to: { school: 2, people: [4, 7] } }, seen, 'audience'],
  [
    'tells of the readers first: that is the worse mistake',
    { seen, to: { school: 2, people: [4, 7] } },
    { reply: 31, note: 12 },
    'audience',
  ],
])('a message %s', (_, written, newest, stop) => {
  expect(stopOf(written, { newest, audience })).toBe(stop);
});
