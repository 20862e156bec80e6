import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const web = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const portal_bytes = 130_000;
/** What the server answers until the desk's rows are there: its page, who is signed in, a list of a hundred, its length. */
const answers_bytes = 12_000;
const desk_bytes = 200_000 - answers_bytes;
/** Of fifteen, less what is asked of the server (who is signed in, the list, its length, the stream) and the icon. */
const desk_requests = 10;

/** What a face's first screen loads: its page, all that the page names, one language, the latin letters. */
function firstScreen(face: 'portal' | 'desk'): string[] {
  const page = readFileSync(`${web}${face}.html`, 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path!);
  const named_so = (pattern: RegExp) => readdirSync(`${web}assets`).filter(name => pattern.test(name));
  const [language] = named_so(new RegExp(`^main\\.${face}\\.fr-.*\\.js$`));
  const parts = [...readFileSync(`${web}assets/${language}`, 'utf8').matchAll(/from *"\.\/([^"]+)"/g)];
  const letters = named_so(/latin-wght-normal.*\.woff2$/);
  const beside = [language, ...parts.map(([, name]) => name), ...letters].map(name => `assets/${name}`);
  expect(beside.length).toBeGreaterThanOrEqual(3);
  return [...new Set([`${face}.html`, ...named, ...beside])];
}

const compressedSize = (path: string) =>
  statSync(existsSync(`${web}${path}.br`) ? `${web}${path}.br` : `${web}${path}`).size;

function weigh(face: 'portal' | 'desk') {
  const sizes = firstScreen(face).map(path => [path, compressedSize(path)] as const);
  return { sum: sizes.reduce((all, [, size]) => all + size, 0), said: JSON.stringify(sizes, null, 1) };
}

describe('the desk', () => {
  test('loads at most 200 KB, compressed, until its rows are there', () => {
    const { sum, said } = weigh('desk');
    expect(sum, said).toBeLessThanOrEqual(desk_bytes);
  });

  test('asks for at most 15 things until then', () => {
    const files = firstScreen('desk').filter(path => !path.endsWith('.svg'));
    expect(files.length, files.join('\n')).toBeLessThanOrEqual(desk_requests);
  });

  test('does not wait for what floats', () => {
    const first = firstScreen('desk').filter(path => path.endsWith('.js'));
    const floating = first.filter(path => readFileSync(web + path, 'utf8').includes('data-rac'));
    expect(floating).toEqual([]);
  });
});

describe('the portal on a bad line', () => {
  test('loads at most 130 KB, compressed, for its first screen', () => {
    const { sum, said } = weigh('portal');
    expect(sum, said).toBeLessThanOrEqual(portal_bytes);
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

test('no page of the portal brings the desk with it: its entry would run there', () => {
  const seen = new Set<string>();
  const waiting = [...readFileSync(`${web}portal.html`, 'utf8').matchAll(/src="\/assets\/([^"]+\.js)"/g)].map(
    ([, name]) => name!,
  );
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const code = readFileSync(`${web}assets/${name}`, 'utf8');
    for (const [, next] of code.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) waiting.push(next!);
  }
  expect(seen.size).toBeGreaterThan(10);
  expect([...seen].filter(name => /^(main\.)?desk-/.test(name))).toEqual([]);
});
