import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawings, drawRoutes, placed } from './main.docs.ts';

const root = join(import.meta.dirname, '..');

test.each(Object.keys(drawings))('what the docs show of the code is true: %s (npm run docs)', name => {
  const { file, draw } = drawings[name]!;
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toBe(placed(text, name, draw()));
});

test('a text without the markers is not drawn into', () => {
  expect(() => placed('# A page', 'life', 'x')).toThrow('<!-- life -->');
});

test('the routes of the API are listed by tag and path, each with its sentence', () => {
  const get = { summary: 'The tickets', tags: ['tickets'] };
  const paths = { '/api/b': { post: { summary: 'Do b', tags: ['tickets'] } }, '/api/a': { get } };
  const lines = drawRoutes({ paths }).split('\n');
  expect(lines[0]).toBe('## Tickets');
  expect(lines.slice(-2)).toEqual(['| `GET /api/a` | The tickets |', '| `POST /api/b` | Do b |']);
});
