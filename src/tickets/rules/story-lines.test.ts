import { expect, test } from 'vitest';
import { isAsked, partsOfLine } from './story-lines.ts';

test.each([
  ['replied', ['messages']],
  ['noted', ['messages']],
  ['opened', ['messages', 'changes']],
  ['ask_school', ['messages', 'changes']],
  ['reopen', ['messages', 'changes']],
  ['level2_answered', ['messages', 'changes']],
  ['assigned', ['changes']],
  ['take', ['changes']],
  ['confirm', ['changes']],
  ['inside', ['changes']],
  ['something of tomorrow', ['changes']],
])('a line of the kind %s is about %j', (kind, parts) => expect(partsOfLine(kind)).toEqual(parts));

const lines = [
  { kind: 'replied', person: 12 },
  { kind: 'assigned', person: 12 },
  { kind: 'assigned', person: 3 },
  { kind: 'closed', person: null },
];
test.each([
  [{}, 4],
  [{ what: ['messages'] }, 1],
  [{ what: ['changes'] }, 3],
  [{ what: ['messages', 'changes'] }, 4],
  [{ who: [12] }, 2],
  [{ who: [12], what: ['changes'] }, 1],
  [{ who: ['software'] }, 1],
  [{ who: ['software', 3] }, 2],
] as const)('asked for %j there are %i lines', (asked, count) =>
  expect(lines.filter(line => isAsked(line, asked))).toHaveLength(count),
);
