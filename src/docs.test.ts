import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawings, placed } from './main.docs.ts';

const root = join(import.meta.dirname, '..');

test.each(Object.keys(drawings))('what the docs show of the code is true: %s (npm run docs)', name => {
  const { file, draw } = drawings[name]!;
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toBe(placed(text, name, draw()));
});

test('a text without the markers is not drawn into', () => {
  expect(() => placed('# A page', 'life', 'x')).toThrow('<!-- life -->');
});
