import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { drawings, placed } from './main.docs.ts';

const root = join(import.meta.dirname, '..');

test.each(Object.keys(drawings))('what the docs show of the code is true: %s (npm run docs)', async name => {
  const { file, draw } = drawings[name]!;
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const drawn = await format(placed(text, name, draw()), { ...(await resolveConfig(path)), filepath: path });
  expect(text).toBe(drawn);
});

test('a text without the markers is not drawn into', () => {
  expect(() => placed('# A page', 'life', 'x')).toThrow('<!-- life -->');
});
