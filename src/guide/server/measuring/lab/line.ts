import { request, type IncomingMessage } from 'node:http';
import type { Line } from '../../../rules/measuring/measuring.ts';
import { pace, textOf, type Way } from './ways.ts';

/** The lab's port: what a browser's `fetch` would do over these ways, in the lab's faster time. */

interface Asked {
  method?: 'GET' | 'POST';
  body?: string;
  headers?: Record<string, string>;
}

class NotFound extends Error {}

/** Asks over a way and reads the answer as it comes; fails when there is none after so many milliseconds. */
async function over<T>(
  way: Way,
  path: string,
  { body, ...asked }: Asked,
  { within, read }: { within: number; read: (came: IncomingMessage) => Promise<T> },
): Promise<T> {
  if (way.port === null) throw new NotFound();
  const signal = AbortSignal.timeout(within);
  const came = await new Promise<IncomingMessage>((settle, fail) => {
    const sent = request(
      { ...asked, host: '127.0.0.1', port: way.port!, path, signal, agent: false },
      settle,
    );
    sent.on('error', fail);
    sent.end(body);
  });
  return read(came);
}

const answered = async (came: IncomingMessage) => ({
  status: came.statusCode ?? 0,
  text: await textOf(came),
});

export const lineOver = (desk: Way, others: Record<string, Way>, ahead_ms: number): Line => ({
  ask: (path, { within, ...asked }) => over(desk, path, asked, { within: within / pace, read: answered }),
  // The stream keeps its own time: the desk's events are as far apart as they are.
  listen: (path, within) =>
    over(
      desk,
      path,
      {},
      {
        within,
        read: async came => {
          const parts: { at: number; text: string }[] = [];
          for await (const part of came as AsyncIterable<Buffer>)
            parts.push({ at: performance.now(), text: part.toString() });
          return parts;
        },
      },
    ),
  reach: (address, within) => over(others[address]!, '/', {}, { within: within / pace, read: answered }),
  ticks: () => performance.now() * pace,
  clock: () => new Date(Date.now() + ahead_ms),
});

export type Sight = 'page' | 'not_found' | 'timeout' | 'blocked' | 'server_error' | 'altered' | 'slow';

/** What somebody sees who opens a page over a way: as she would read it off her screen. */
export async function look(way: Way, marker: string): Promise<Sight> {
  const began = performance.now();
  try {
    const { status, text } = await over(way, '/', {}, { within: 10_000 / pace, read: answered });
    if (status >= 500) return 'server_error';
    if (!text.includes(marker)) return 'blocked';
    if (text.includes('filter.example')) return 'altered';
    return (performance.now() - began) * pace > 2500 ? 'slow' : 'page';
  } catch (error) {
    return error instanceof NotFound ? 'not_found' : 'timeout';
  }
}
