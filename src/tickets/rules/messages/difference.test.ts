import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Part } from '#platform/text/difference.ts';
import { differenceOf } from './difference.ts';

const without = (pieces: readonly Part[], is: Part['is']) =>
  pieces
    .filter(piece => piece.is !== is)
    .map(({ text }) => text)
    .join('');

test('one changed word is one that went and one that came', () =>
  expect(differenceOf('Press F5 twice.', 'Press F6 twice.')).toEqual([
    { is: 'same', text: 'Press ' },
    { is: 'gone', text: 'F5' },
    { is: 'new', text: 'F6' },
    { is: 'same', text: ' twice.' },
  ]));

test('what went and what stayed is the old text, what came and what stayed the new one', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', 'word'), { maxLength: 30 })
    .map(all => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = differenceOf(before, after);
      expect(without(pieces, 'new')).toBe(before);
      expect(without(pieces, 'gone')).toBe(after);
      if (before === after) expect(pieces.every(({ is }) => is === 'same')).toBe(true);
    }),
  );
});

test('very long texts are told as old and new', () => {
  const long = 'word '.repeat(2000);
  expect(differenceOf(long, `${long}more`).map(({ is }) => is)).toEqual(['gone', 'new']);
});
