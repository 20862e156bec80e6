import { answerTo, sessionChanges, type Whose } from '#ui/offline/answers.ts';
import { clearOut, fileOf, pageOf, takeIn, type Shell } from '#ui/offline/shell.ts';

/**
 * The worker's map: what opens without a line. What stands in neither list passes it by: the desk, the stream of events,
 * uploads and downloads, and whatever changes something.
 */

/** What the build is made of; put in when it is built. */
declare const __shell__: Shell;

interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Asking extends Lasting {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
declare const self: {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
};

const page_of = (path: string): string | undefined =>
  path === '/guide'
    ? '/guide'
    : /^\/(desk|api|assets|documents|status)(\/|$)|\./.test(path)
      ? undefined
      : '/';

/** What is answered for the line that is down, and whose it is. */
const kept: [Whose, RegExp][] = [
  ['own', /^\/api\/(session|passing|announcements|status\/notices|fields|templates|gate)$/],
  ['own', /^\/api\/tickets(\/counts|\/\d+(\/(history|clocks|problem|course))?)?$/],
  ['own', /^\/api\/articles(\/\d+(\/pictures\/\d+)?)?$/],
  [
    'everybody',
    /^\/api\/igroup$|^\/api\/public\/(guide|notices|articles(\/\d+(\/pictures\/\d+)?)?)$|^\/status$/,
  ],
];

function onFetch(event: Asking): void {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method !== 'GET') {
    if (pathname.startsWith('/api/session')) event.respondWith(sessionChanges(request));
    return;
  }
  if (pathname.startsWith('/assets/')) return event.respondWith(fileOf(request));
  const page = request.mode === 'navigate' && page_of(pathname);
  if (page) return event.respondWith(pageOf(request, page, __shell__));
  const [whose] = kept.find(([, paths]) => paths.test(pathname)) ?? [];
  if (whose) event.respondWith(answerTo(request, whose, work => event.waitUntil(work)));
}

const on = (name: string, hear: (event: never) => void) => addEventListener(name, hear as EventListener);

on('install', (event: Lasting) => event.waitUntil(takeIn(__shell__).then(() => self.skipWaiting())));
on('activate', (event: Lasting) => event.waitUntil(clearOut().then(() => self.clients.claim())));
on('fetch', onFetch);
