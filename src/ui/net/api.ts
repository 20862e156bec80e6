import { uiWordsNow } from '../words/words.tsx';
import { heardRefusal, pageHeaders } from './acting.ts';
import { Problem } from './problem.ts';

/** A key for one submission: the same on each retry, so that what was sent twice happens once. */
export function newKey(): string {
  // randomUUID exists on https and localhost only; a help desk in a school's network may have neither.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

export interface Sending {
  /** The Idempotency-Key of a POST; made new when left out. */
  key?: string;
  signal?: AbortSignal;
  /** Goes on when the page is left; for what is small. */
  keepalive?: boolean;
  /** From the server or not at all: no copy that is kept for the time without a line. */
  fresh?: boolean;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Calls `/api…` and gives its answer, or throws a `Problem` with a sentence for the person. */
async function call<A>(
  method: Method,
  path: string,
  body: unknown,
  { key, signal, keepalive, fresh }: Sending = {},
): Promise<A> {
  const lost = (error: unknown) => {
    throw signal?.aborted ? error : unreachable();
  };
  const response = await fetch(path, {
    method,
    headers: headersOf(method, body, key),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
    ...(keepalive && { keepalive }),
    ...(fresh && { cache: 'no-store' }),
  }).catch(lost);
  // Only on reading: a refused form stays as it is, with its text and the sentence why.
  if (response.status === 401 && method === 'GET' && (path === session || (await isOver())))
    for (const hear of whenSignedOut) hear();
  return read<A>(response.ok, response.status, await response.text().catch(lost));
}

const session = '/api/session';

/**
 * Whether nobody is signed in. A question that crossed a sign-in of another tab was asked under a session that is over:
 * then the page is somebody else's, and stays with what is written on it.
 */
async function isOver(): Promise<boolean> {
  const answer = await fetch(session, { headers: pageHeaders(), cache: 'no-store' }).catch(() => undefined);
  if (answer?.status === 409) heardRefusal((await answer.json()) as { stop?: string });
  return answer?.status === 401;
}

function headersOf(method: Method, body: unknown, key: string | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    ...pageHeaders(),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(method === 'POST' && { 'idempotency-key': key ?? newKey() }),
  };
}

export const unreachable = () => new Problem({ status: 0, detail: uiWordsNow()?.no_connection ?? '' });

const whenSignedOut = new Set<() => void>();

/** Hears that the session is over, when something is asked for that needs one. Gives back how to stop hearing. */
export function onSignedOut(hear: () => void): () => void {
  whenSignedOut.add(hear);
  return () => whenSignedOut.delete(hear);
}

/** Reads an answer's text: the JSON that was asked for, or the problem that it tells. */
export function read<A>(ok: boolean, status: number, text: string): A {
  const given = parsed(text) as A | undefined;
  if (ok && (given !== undefined || text === '')) return given as A;
  const told = given as { detail?: string; stop?: string } | undefined;
  if (told) heardRefusal(told);
  if (told?.detail) throw new Problem({ ...told, detail: told.detail, status });
  throw new Problem({ status, detail: uiWordsNow()?.unexpected ?? '' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const api = {
  get: <A>(path: string, sending?: Sending) => call<A>('GET', path, undefined, sending),
  post: <A>(path: string, body: unknown, sending?: Sending) => call<A>('POST', path, body, sending),
  put: <A>(path: string, body: unknown, sending?: Sending) => call<A>('PUT', path, body, sending),
  patch: <A>(path: string, body: unknown, sending?: Sending) => call<A>('PATCH', path, body, sending),
  delete: <A>(path: string, sending?: Sending) => call<A>('DELETE', path, undefined, sending),
};

/** A path with its query; what is undefined, null or empty is left out, lists are joined by commas. */
export function withQuery(
  path: string,
  query: Record<string, string | number | readonly (string | number)[] | null | undefined>,
): string {
  const parts = Object.entries(query)
    .filter(
      ([, value]) =>
        value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length),
    )
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return parts.length ? `${path}?${parts.join('&')}` : path;
}
