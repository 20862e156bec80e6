import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { speak } from '#guide/rules/filling.ts';
import { firstGuide } from '#guide/rules/first/first.ts';

const web = fileURLToPath(new URL('../../dist/web/', import.meta.url));
/** What stands in the words of the guide's page, and nowhere else. */
const guide_sign = 'from_before:';
const nowhere = {
  HELPDESK_URL: 'https://desk.town.example/',
  STATUS_URL: 'https://desk.town.example/status',
};
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

describe('the guide on a bad line', () => {
  const page = readFileSync(`${web}guide.html`, 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!);
  const letters = readdirSync(`${web}assets`).filter(name => /next-latin-wght-normal.*\.woff2$/.test(name));
  /** The words of the page, whichever language is longer. */
  const words = readdirSync(`${web}assets`)
    .filter(
      name =>
        /^(en|fr)-.*\.js$/.test(name) && readFileSync(`${web}assets/${name}`, 'utf8').includes(guide_sign),
    )
    .map(name => `assets/${name}`)
    .toSorted((one, other) => compressedSize(other) - compressedSize(one));
  /** The guide's own texts, as the server compresses them while somebody waits. */
  const texts = Math.max(
    ...(['en', 'fr'] as const).map(lang => {
      const body = JSON.stringify({
        version: 1,
        called: 'iGroup',
        guide: speak(firstGuide(), nowhere, lang),
      });
      return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
    }),
  );
  const sizes = ['guide.html', ...named, words[0]!, ...letters.slice(0, 1).map(name => `assets/${name}`)].map(
    path => [path, compressedSize(path)] as const,
  );
  const bytes = sizes.reduce((sum, [, size]) => sum + size, texts);
  const said = JSON.stringify([...sizes, ['texts', texts]], null, 1);

  test('loads at most 80 KB, compressed, with all texts of one language', () => {
    expect(words.length).toBe(2);
    expect(bytes, said).toBeLessThanOrEqual(80_000);
  });

  test('can be used after at most 20 s at 64 kbit/s with round trips of 800 ms', () => {
    // The name, the connection and its encryption; the page; its script and style; words and texts; each with its headers.
    const rounds = 3 + 1 + 1 + 1;
    const headers = (sizes.length + 1) * 800;
    const seconds = rounds * 0.8 + ((bytes + headers) * 8) / 64_000;
    expect(seconds, said).toBeLessThanOrEqual(20);
  });

  test('brings no framework and no schemas', () => {
    for (const path of named.filter(name => name.endsWith('.js'))) {
      const code = readFileSync(web + path, 'utf8');
      expect(code).not.toMatch(/_zod|react-dom|createRoot/);
    }
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
