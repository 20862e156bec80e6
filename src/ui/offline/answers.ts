import { everybodys, forgetOwn, kept_at, keyOf, own, ownOf } from './kept.ts';
import { orKept } from './or-kept.ts';

/**
 * Answers of the server, kept as they pass: given again only when the line is down. A person's are kept apart, belong
 * to her session, and go with it.
 */

/** No session lives longer, so nothing of hers is shown longer without having asked the server. */
const longest_ms = 7 * 24 * 3_600_000;
/** A line that says nothing for so long is none. */
const patience_ms = 20_000;
const session = '/api/session';

/** Rises when somebody signs in or out: what was asked for before is kept no more. */
let era = 0;

export type Whose = 'own' | 'everybody';

/** The one cache of the person who is signed in; none where it is older than any session. */
async function cacheOf(request: Request, whose: Whose): Promise<Cache | undefined> {
  if (whose === 'everybody') return caches.open(everybodys);
  const name = (await caches.keys()).find(each => each.startsWith(own));
  const person = request.headers.get('acting-person');
  if (!name || (person !== null && name !== ownOf(person))) return undefined;
  const cache = await caches.open(name);
  const asked = (await cache.match('/'))?.headers.get(kept_at);
  if (asked && Date.now() - Number(asked) < longest_ms) return cache;
  await caches.delete(name);
  return undefined;
}

const keyFor = ({ url, headers }: Request): string => keyOf(url, headers.get('accept-language'));

/** Asks the server; where the line is down gives the copy, but not to who asks with `no-store`: she has it already. */
export async function answerTo(
  request: Request,
  whose: Whose,
  meanwhile: (work: Promise<unknown>) => void,
): Promise<Response> {
  const began = era;
  const passing = fetch(request).then(answer => {
    // The page waits for no copy.
    if (began === era) meanwhile(keep(request, whose, answer.clone()).catch(() => undefined));
    return answer;
  });
  const cache = request.cache === 'no-store' ? undefined : await cacheOf(request, whose);
  const kept = await cache?.match(keyFor(request));
  return kept ? orKept(passing, kept, patience_ms) : passing;
}

/** Keeps what was answered well; what may be seen no more goes, and with the session all that was hers. */
async function keep(request: Request, whose: Whose, answer: Response): Promise<void> {
  const { pathname } = new URL(request.url);
  if (pathname === session) await belongs(answer.clone());
  else if (answer.status === 401) return forgetOwn();
  const cache = await cacheOf(request, whose);
  if ([403, 404].includes(answer.status)) return void (await cache?.delete(keyFor(request)));
  if (answer.ok && answer.status === 200) await cache?.put(keyFor(request), dated(answer));
}

/** Whose computer it is now: hers alone, who is signed in for a school. */
async function belongs(answer: Response): Promise<void> {
  if (answer.status === 401) return forgetOwn();
  if (!answer.ok) return;
  const { person, side } = (await answer.json()) as { person: { id: number }; side: string };
  const name = side === 'school' ? ownOf(person.id) : undefined;
  await forgetOwn(name);
  // Says when the server last knew her, by its clock.
  if (name) await (await caches.open(name)).put('/', dated(new Response(null, { headers: answer.headers })));
}

function dated(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.set(kept_at, String(Date.now()));
  return new Response(answer.body, { status: answer.status, headers });
}

/** Somebody signs in or out, or goes over to another school: nothing of before is left. */
export async function sessionChanges(request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (!answer.ok) return answer;
  era++;
  await forgetOwn();
  return answer;
}
