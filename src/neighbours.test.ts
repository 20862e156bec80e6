import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { neighbours, objection, objectionToPackage } from './neighbours.ts';

const src = import.meta.dirname;
const files = (readdirSync(src, { recursive: true }) as string[]).filter(path => /\.tsx?$/.test(path)).sort();

/** What a file imports, as it is written: `from '…'`, `import('…')`, `import '…'`. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+)'([^']+)'/gm)].map(([, written]) => written!);

/** A line for each import that the table does not allow. */
const violationsIn = (path: string, text: string): string[] =>
  importsOf(text).flatMap(written => {
    const own = written.startsWith('#') || written.startsWith('.');
    const to = written.startsWith('#') ? written.slice(1) : normalize(join(dirname(path), written));
    const wrong = !own
      ? objectionToPackage(path, written)
      : to.startsWith('..')
        ? undefined
        : objection(path, to);
    return wrong ? [`src/${path} imports ${written}: ${wrong}`] : [];
  });

test('no house knows more than the table allows', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(path => violationsIn(path, readFileSync(join(src, path), 'utf8')))).toEqual([]);
});

test('every house of src/ is in the table, and the table has no other', () => {
  const houses = new Set(files.filter(path => path.includes('/')).map(path => path.split('/')[0]!));
  expect([...houses, 'main'].sort()).toEqual(Object.keys(neighbours).sort());
});

test('rules ask neither the clock nor chance nor the network', () => {
  const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bfetch\(|\bprocess\.env\b/;
  const rules = files.filter(path => path.includes('/rules/') && !path.endsWith('.test.ts'));
  expect(rules.filter(path => impure.test(readFileSync(join(src, path), 'utf8')))).toEqual([]);
});

test.each([
  ['tickets/rules/ticket.ts', "import { x } from '#tickets/server/store.ts';", 'rules may not import server'],
  [
    'tickets/rules/ticket.ts',
    "import { x } from 'node:fs';",
    'rules are pure: they have zod and stemmers, not node:fs',
  ],
  [
    'tickets/web/portal/Page.tsx',
    "import type { x } from '../../server/store.ts';",
    'web may not import server',
  ],
  ['tickets/web/portal/Page.tsx', "const x = import('pg');", 'web may not import pg, which is the server’s'],
  [
    'tickets/server/store.ts',
    "export * from '#schools/server/store.ts';",
    'server/store.ts is no door of schools',
  ],
  [
    'knowledge/rules/articles.ts',
    "import { x } from '@orama/stemmers/german';",
    'rules are pure: they have zod and stemmers, not @orama/stemmers/german',
  ],
  ['tickets/server/store.ts', "import '#ui/ui.ts';", 'server may not import web'],
  [
    'accounts/server/gate.ts',
    "import { x } from '#tickets/rules/ticket.ts';",
    'accounts may not know tickets',
  ],
  ['platform/http/app.ts', "import { x } from '#accounts/rules/who.ts';", 'platform may not know accounts'],
  ['schools/server/store.ts', "import { x } from '#testing/cast.ts';", 'schools may not know testing'],
  ['main.portal.tsx', "import { x } from './main.server.ts';", 'web may not import server'],
])('the check finds a wrong import in %s: %s', (path, text, wrong) => {
  expect(violationsIn(path, text)).toEqual([expect.stringContaining(wrong)]);
});
