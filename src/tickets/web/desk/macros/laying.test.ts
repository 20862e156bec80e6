import { expect, test } from 'vitest';
import type { Step } from '#tickets/rules/steps/step.ts';
import { alsoIn, insertAt, laidInto, withText } from './laying.ts';

const step: Step = { does: 'assign', agent: 'me' };

test.each([
  ['', 0, 'Hello', 'Hello'],
  ['Thanks.', 7, 'Bye', 'Thanks. Bye'],
  ['Thanks.', 7, 'One\nTwo', 'Thanks.\n\nOne\nTwo'],
  ['a c', 2, 'b', 'a b c'],
  ['a\n', 2, 'b', 'a\nb'],
  ['end', 0, 'One\nTwo', 'One\nTwo\n\nend'],
])('into %j at %d comes %j', (text, at, piece, whole) => {
  expect(insertAt(text, at, piece)).toBe(whole);
});

test('a form keeps what somebody wrote and chose', () => {
  const now = { answer: 'Mine.', minutes: '7', resolution_code: '' };
  const laid = laidInto(now, {
    macro: 3,
    fields: { answer: 'Done.', minutes: 5, resolution_code: 'solved_l1', school_agreed: true },
    also: [step],
  });
  expect(laid).toEqual({
    answer: 'Mine. Done.',
    resolution_code: 'solved_l1',
    school_agreed: 'yes',
    also: JSON.stringify([step]),
    macro: '3',
  });
});

test('two macros go together, and the same step is done once', () => {
  const once = laidInto({}, { macro: 3, fields: { text: 'One.' }, also: [step] });
  const twice = laidInto(once, {
    macro: 4,
    fields: { text: 'Two.' },
    also: [step, { does: 'assign', agent: 9 }],
  });
  expect(twice['text']).toBe('One. Two.');
  expect(withText(twice)).toEqual({ also: [step, { does: 'assign', agent: 9 }], macro: 4 });
});

test('a draft that is broken has no steps', () => {
  expect([alsoIn({}), alsoIn({ also: '{' }), alsoIn({ also: '3' })]).toEqual([[], [], []]);
  expect(withText({ also: '' })).toEqual({});
});
