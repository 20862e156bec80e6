import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const web = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const budget_bytes = 130_000;

/** What the portal's first screen loads: its page, all that the page names, one language, the latin letters. */
function firstScreen(): string[] {
  const page = readFileSync(`${web}portal.html`, 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path!);
  const beside = readdirSync(`${web}assets`)
    .filter(name => /^(main\.portal\.)?fr-.*\.js$|latin-wght-normal.*\.woff2$/.test(name))
    .map(name => `assets/${name}`);
  expect(beside.length).toBeGreaterThanOrEqual(2);
  return ['portal.html', ...named, ...beside];
}

const compressedSize = (path: string) =>
  statSync(existsSync(`${web}${path}.br`) ? `${web}${path}.br` : `${web}${path}`).size;

describe('the portal on a bad line', () => {
  test('loads at most 130 KB, compressed, for its first screen', () => {
    const sizes = firstScreen().map(path => [path, compressedSize(path)] as const);
    const sum = sizes.reduce((all, [, size]) => all + size, 0);
    expect(sum, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(budget_bytes);
  });

  test('has no script and no style in its pages', () => {
    for (const page of readdirSync(web).filter(name => name.endsWith('.html')))
      expect(readFileSync(web + page, 'utf8')).not.toMatch(/<style|style=|<script(?![^>]*src=)/);
  });

  test('holds no schema library: the rules that screens share are plain', () => {
    const holding = readdirSync(`${web}assets`).filter(
      name => name.endsWith('.js') && readFileSync(`${web}assets/${name}`, 'utf8').includes('_zod'),
    );
    expect(holding).toEqual([]);
  });
});
