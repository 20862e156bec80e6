import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptSnippets, putIn, shownSnippets, writtenSnippets } from './putting-in.ts';

const ids = new Map([['clear the cache', 3]]);
const names = new Map([[3, 'Clear the cache']]);

test('a snippet is named as one writes it, kept by its id, and follows a new name', () => {
  const kept = keptSnippets('First {{ Clear the cache }}, then {{something else}}.', ids);
  expect(kept).toBe('First {{#3}}, then {{something else}}.');
  expect(putIn(kept)).toEqual({ names: ['something else'], ids: [3] });
  expect(writtenSnippets(kept, names)).toBe('First {{Clear the cache}}, then {{something else}}.');
});

test.each([
  ['alone', '{{#3}}', 'Press Ctrl.\n\n1. Wait.'],
  ['in a list', '1. {{#3}}\n2. Next', '1. Press Ctrl.\n   \n   1. Wait.\n2. Next'],
  ['in a list of a list', '- a\n  - {{#3}}', '- a\n  - Press Ctrl.\n    \n    1. Wait.'],
  ['in a note', '> [!NOTE]\n> {{#3}}', '> [!NOTE]\n> Press Ctrl.\n> \n> 1. Wait.'],
  ['within a sentence', 'Do this: {{#3}}', 'Do this: Press Ctrl.\n\n1. Wait.'],
])('shown %s, it goes on where it stands', (_, text, shown) =>
  expect(shownSnippets(text, new Map([[3, 'Press Ctrl.\n\n1. Wait.']]))).toBe(shown),
);

test('one that is not there stays as it is written, and nothing is put in twice', () => {
  expect(shownSnippets('{{#4}}', new Map([[3, 'x']]))).toBe('{{#4}}');
  expect(shownSnippets('{{#3}}', new Map([[3, '{{#3}}']]))).toBe('{{#3}}');
});

test('a text without braces stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter(text => !text.includes('{{')),
      text => {
        expect(keptSnippets(text, ids)).toBe(text);
        expect(shownSnippets(text, new Map([[3, 'x']]))).toBe(text);
      },
    ),
  );
});
