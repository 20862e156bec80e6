import { expect, test } from 'vitest';
import { onlyHere } from './alone.ts';
import type { Local } from './meeting.ts';

const kept: Local = { fields: { text: 'here' }, base: 3, unsent: false };

test.each<[string, Local | undefined, boolean]>([
  ['nothing is kept', undefined, false],
  ['the server has it', kept, false],
  ['the server has not', { ...kept, unsent: true }, true],
  ['nothing was written', { ...kept, fields: { text: '' }, unsent: true }, false],
  ['it was sent', { ...kept, fields: null, unsent: true }, false],
  ['another was set aside', { ...kept, aside: { text: 'mine' } }, true],
])('this computer alone has a text: %s', (_, local, only) => expect(onlyHere(local)).toBe(only));
