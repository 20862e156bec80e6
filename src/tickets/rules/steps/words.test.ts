import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import type { Step } from './step.ts';
import { stepWords } from './words.ts';

const saying = {
  lang: 'en',
  words: en,
  nameOf: (id: number) => (id === 7 ? 'Ines Roy' : undefined),
} as const;

test.each<[Step, string]>([
  [{ does: 'assign', agent: 'me' }, 'give to me'],
  [{ does: 'assign', agent: 7 }, 'give to Ines Roy'],
  [{ does: 'assign', agent: null }, 'give to nobody'],
  [{ does: 'change', category: 'attendance' }, 'category → Attendance'],
  [{ does: 'move', move: 'resolve' }, 'then: Solve'],
  [{ does: 'note', text: `${'x'.repeat(39)} y` }, `note “${'x'.repeat(39)}…”`],
  [{ does: 'tag', add: ['trax', 'june'], remove: ['may'] }, 'tag +trax, +june, −may'],
])('%j is said as %j', (step, words) => {
  expect(stepWords(step, saying)).toBe(words);
});
