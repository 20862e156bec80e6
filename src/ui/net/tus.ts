import { pageHeaders } from './acting.ts';
import { read, unreachable } from './api.ts';

/** What every request of an upload says: which version of tus it speaks. */
export const tus_headers = { 'tus-resumable': '1.0.0', accept: 'application/json' };

/** A request of an upload that carries no bytes; its answer, also a 404. Throws a `Problem` on any other refusal. */
export async function ask(
  method: 'HEAD' | 'POST' | 'DELETE',
  url: string,
  { headers, signal }: { headers?: Record<string, string>; signal?: AbortSignal | undefined } = {},
): Promise<Response> {
  const answer = await fetch(url, {
    method,
    headers: { ...tus_headers, ...pageHeaders(), ...headers },
    ...(signal && { signal }),
  }).catch(() => {
    throw unreachable();
  });
  if (!answer.ok && answer.status !== 404) read(false, answer.status, await answer.text().catch(() => ''));
  return answer;
}
