import { orKept } from './or-kept.ts';

/** The pages and what they are made of, as one build: they open without a line. */

const beginning = 'shell-';
/** A tab that was opened before two new builds still finds its files. */
const builds_kept = 3;
/** So long a page that is opened waits for the line, before it is taken from here. */
const patience_ms = 6000;

export interface Shell {
  build: string;
  files: readonly string[];
}

/** Fetches all of a build, one after the other so that the line stays free for whoever works; whole, or not at all. */
export async function takeIn({ build, files }: Shell): Promise<void> {
  const cache = await caches.open(beginning + build);
  for (const file of files) {
    if (await cache.match(file)) continue;
    const page = !file.includes('.');
    const answer = await fetch(file, page ? { cache: 'reload' } : {});
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    await cache.put(file, answer);
  }
}

/** The newest builds stay, the others go: also files of which an open tab may have need. */
export async function clearOut(): Promise<void> {
  const builds = (await caches.keys()).filter(name => name.startsWith(beginning));
  await Promise.all(builds.slice(0, -builds_kept).map(name => caches.delete(name)));
}

/** A file whose name says what it holds: from here, of whatever build. */
export async function fileOf(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The page as it is now; where the line is down, or says nothing, as it was taken in. */
export async function pageOf(request: Request, page: string, { build }: Shell): Promise<Response> {
  const asked = fetch(request);
  const kept = await (await caches.open(beginning + build)).match(page);
  return kept ? orKept(asked, kept, patience_ms) : asked;
}
