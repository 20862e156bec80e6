import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { compressed, targets } from './vite.compressed.ts';

const web = 'dist/web/';

/** The files that a page leads to, as they name each other. */
function filesFrom(pages: readonly string[]): string[] {
  const built = new Set(readdirSync(`${web}assets`));
  const found = new Set<string>();
  const visit = (text: string): void => {
    for (const [name] of text.matchAll(/[\w.~-]+\.(?:js|css|woff2|svg|png)\b/g)) {
      if (!built.has(name) || found.has(name)) continue;
      found.add(name);
      if (/\.(js|css)$/.test(name)) visit(readFileSync(`${web}assets/${name}`, 'utf8'));
    }
  };
  for (const page of pages) visit(readFileSync(web + page, 'utf8'));
  return [...found].map(name => `/assets/${name}`);
}

/** What opens without a line: the portal and the guide, with all that they may load. The desk needs its line. */
function shell(): { build: string; files: string[] } {
  const files = ['/', '/guide', ...filesFrom(['portal.html', 'guide.html'])];
  const build = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
  return { build, files };
}

/** The worker: one file under a name that stays, as a browser knows it by its address. */
export default defineConfig(() => ({
  plugins: [compressed()],
  define: { __shell__: JSON.stringify(shell()) },
  publicDir: false as const,
  build: {
    outDir: web,
    emptyOutDir: false,
    target: targets,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: 'src/main.worker.ts',
      output: { format: 'iife' as const, entryFileNames: 'worker.js' },
    },
  },
}));
