import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The program as its next version would be: the same, with another name for each file that its pages are made of. */
export async function nextBuild(): Promise<{ folder: string; leave: () => Promise<void> }> {
  // Beside `dist`, where its packages and migrations are found.
  const folder = await mkdtemp('.next-build-');
  await cp('dist/server', join(folder, 'server'), { recursive: true });
  const web = join(folder, 'web');
  const plain = (path: string) => !/\.(br|gz)$/.test(path);
  await cp('dist/web', web, { recursive: true, filter: plain });
  const assets = await readdir(join(web, 'assets'));
  const there = new Set(assets);
  const renamed = (text: string) =>
    text.replace(/[\w.~-]+\.(js|css|woff2|svg|png)\b/g, name => (there.has(name) ? `next-${name}` : name));
  const pages = (await readdir(web)).filter(name => name.endsWith('.html'));
  for (const page of pages) await rewritten(join(web, page), join(web, page), renamed);
  for (const name of assets) {
    await rewritten(join(web, 'assets', name), join(web, 'assets', `next-${name}`), renamed);
    await rm(join(web, 'assets', name));
  }
  return { folder, leave: () => rm(folder, { recursive: true, force: true }) };
}

async function rewritten(from: string, to: string, change: (text: string) => string): Promise<void> {
  if (/\.(js|css|html)$/.test(from)) return writeFile(to, change(await readFile(from, 'utf8')));
  await cp(from, to);
}
