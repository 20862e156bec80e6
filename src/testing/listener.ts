import type { AddressInfo } from 'node:net';
import type { Client } from './client.ts';
import type { House } from './house.ts';

export interface HeardEvent {
  id: number;
  kind: string;
  ticket: number | null;
}

/** A page that listens to `/api/events` over a real socket, as a browser does. */
export interface Listener {
  heard: HeardEvent[];
  /** What was true only then, by kind. */
  signals: string[];
  /** Waits until `count` events were heard; throws after three seconds. */
  until: (count: number) => Promise<HeardEvent[]>;
  cut: () => Promise<void>;
  /** When the server has ended it, or it was cut. */
  ended: Promise<void>;
}

export async function listen(
  house: House,
  client: Client,
  headers: Record<string, string> = {},
): Promise<Listener> {
  const { port } = house.app.server.address() as AddressInfo;
  const line = new AbortController();
  const stream = await fetch(`http://127.0.0.1:${port}/api/events`, {
    headers: { ...client.headers, ...headers },
    signal: line.signal,
  });
  if (!stream.ok) throw new Error(`the stream answered ${stream.status}`);
  const heard: HeardEvent[] = [];
  const signals: string[] = [];
  const begun = deferred();
  const reading = read(stream, { heard, signals }, begun.resolve).then(
    () => {},
    () => {},
  );
  await begun.promise;
  return {
    heard,
    signals,
    ended: reading,
    async until(count) {
      for (let tries = 0; heard.length < count && tries < 300; tries++)
        await new Promise(settle => setTimeout(settle, 10));
      if (heard.length < count) throw new Error(`heard ${heard.length} of ${count} events`);
      return heard;
    },
    async cut() {
      line.abort();
      await reading;
    },
  };
}

// Node 20 has no Promise.withResolvers.
function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>(settle => (resolve = settle));
  return { promise, resolve };
}

async function read(
  stream: Response,
  { heard, signals }: Pick<Listener, 'heard' | 'signals'>,
  begun: () => void,
): Promise<void> {
  let rest = '';
  for await (const chunk of stream.body!) {
    rest += Buffer.from(chunk).toString();
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const block = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (block.includes('event: hello')) begun();
      else if (block.startsWith('event: signal')) signals.push(JSON.parse(block.split('data: ')[1]!).kind);
      else if (block.startsWith('id: '))
        heard.push({ id: Number(/^id: (\d+)/.exec(block)![1]), ...JSON.parse(block.split('data: ')[1]!) });
    }
  }
}
