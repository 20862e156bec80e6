import { pageHeaders, read, unreachable } from '#ui/ui.ts';

/** Sends a file as it is, and reads the answer; throws a `Problem` as other requests do. */
export async function sendBytes<A>(path: string, content: Blob, type: string): Promise<A> {
  const lost = () => {
    throw unreachable();
  };
  const headers = { ...pageHeaders(), accept: 'application/json', 'content-type': type };
  const response = await fetch(path, { method: 'POST', headers, body: content }).catch(lost);
  return read<A>(response.ok, response.status, await response.text().catch(lost));
}
