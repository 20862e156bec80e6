import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import type { Step } from './step.ts';
import { stepWords } from './words.ts';

const saying = {
  lang: 'en',
  words: en,
  nameOf: (id: number) => (id === 7 ? 'Ines Roy' : undefined),
  teamOf: (id: number) => (id === 3 ? 'Access' : undefined),
  fieldOf: (id: number) =>
    id === 2
      ? {
          name: { en: 'Browser', fr: 'Navigateur' },
          kind: 'choice' as const,
          choices: [{ id: 'edge', en: 'Edge', fr: 'Edge' }],
        }
      : undefined,
} as const;

test.each<[Step, string]>([
  [{ does: 'assign', agent: 'me' }, 'give to me'],
  [{ does: 'assign', agent: 7 }, 'give to Ines Roy'],
  [{ does: 'assign', agent: null }, 'give to nobody'],
  [{ does: 'change', category: 'attendance' }, 'category → Attendance'],
  [{ does: 'change', promised: 'answer' }, 'promised → An answer: the work is the school’s'],
  [{ does: 'move', move: 'resolve' }, 'then: Solve'],
  [{ does: 'note', text: `${'x'.repeat(39)} y` }, `note “${'x'.repeat(39)}…”`],
  [{ does: 'tag', add: ['trax', 'june'], remove: ['may'] }, 'tag +trax, +june, −may'],
  [{ does: 'team', team: 3 }, 'give to the team Access'],
  [{ does: 'team', team: 4 }, 'give to the team …'],
  [{ does: 'field', field: 2, value: 'edge' }, 'Browser → Edge'],
  [{ does: 'field', field: 2, value: null }, 'Browser → nothing'],
  [{ does: 'follow', person: 'me', follows: true }, 'follow'],
  [{ does: 'follow', person: 7, follows: false }, 'no longer follows: Ines Roy'],
  [{ does: 'snooze', until: 'next_monday' }, 'snooze until next Monday'],
  [{ does: 'snooze', until: '2026-12-01' }, 'snooze until 2026-12-01'],
])('%j is said as %j', (step, words) => {
  expect(stepWords(step, saying)).toBe(words);
});
