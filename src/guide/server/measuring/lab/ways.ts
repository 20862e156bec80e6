import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Ways to a server on loopback, each with a fault: what a school's network, its line or the other end may do. */

export type Fault =
  | 'none'
  | 'name_not_found'
  | 'refused'
  | 'black_hole'
  | 'altered_body'
  | 'stripped_stream'
  | 'captive_portal'
  | 'large_post_refused'
  | 'loss_2'
  | 'loss_20'
  | 'narrow'
  | 'unavailable';

/** The lab's time runs so much faster. */
export const pace = 8;
/** A stalled answer, in the lab's own time: longer than anybody waits for it. */
const stall_ms = 1500;
const round_trip_ms = 800 / pace;
const bytes_in_ms = (64_000 / 8 / 1000) * pace;

export interface Way {
  fault: Fault;
  /** Where it is reached; null where its name isn't found. */
  port: number | null;
  close: () => void;
}

/** The same numbers in each run of a seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export async function openWay(fault: Fault, target: number, chance: () => number): Promise<Way> {
  if (fault === 'name_not_found') return { fault, port: null, close: () => undefined };
  const server = createServer((asked, answer) => pass(fault, { asked, answer, target, chance }));
  const port = await listening(server);
  const close = () => (server.closeAllConnections(), server.close());
  if (fault !== 'refused') return { fault, port, close };
  // Nobody listens there any more.
  close();
  await once(server, 'close');
  return { fault, port, close: () => undefined };
}

export async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

interface Passing {
  asked: IncomingMessage;
  answer: ServerResponse;
  target: number;
  chance: () => number;
}

function pass(fault: Fault, passing: Passing): void {
  const { asked, answer, chance } = passing;
  answer.on('error', () => undefined);
  const page = (status: number, text: string) => {
    asked.resume();
    answer.writeHead(status, { 'content-type': 'text/html' }).end(text);
  };
  const lost = fault === 'loss_2' ? 0.02 : fault === 'loss_20' ? 0.2 : 0;
  if (fault === 'black_hole') return void asked.resume();
  if (fault === 'captive_portal') return page(200, '<h1>Welcome. Sign in to this network.</h1>');
  if (fault === 'unavailable') return page(503, '<h1>Service unavailable</h1>');
  if (fault === 'large_post_refused' && Number(asked.headers['content-length'] ?? 0) > 100_000)
    return page(413, '<h1>Too large for this proxy</h1>');
  const wait = fault === 'narrow' ? round_trip_ms : chance() < lost ? stall_ms : 0;
  setTimeout(() => forward(fault, passing), wait);
}

function forward(fault: Fault, { asked, answer, target }: Passing): void {
  const onward = request(
    { port: target, host: '127.0.0.1', method: asked.method, path: asked.url, headers: asked.headers },
    came => void bring(fault, came, answer),
  );
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}

async function bring(fault: Fault, came: IncomingMessage, answer: ServerResponse): Promise<void> {
  const headers = { ...came.headers };
  const type = headers['content-type'] ?? '';
  if (fault === 'altered_body' && type.startsWith('text/html')) {
    const text = await textOf(came);
    delete headers['content-length'];
    const injected = text.replace('</body>', '<script src="//filter.example/toolbar.js"></script></body>');
    return void answer.writeHead(came.statusCode ?? 200, headers).end(injected);
  }
  if (fault === 'stripped_stream' && type.startsWith('text/event-stream'))
    return void answer.writeHead(came.statusCode ?? 200, headers).end(await textOf(came));
  answer.writeHead(came.statusCode ?? 200, headers);
  if (fault !== 'narrow') return void came.pipe(answer);
  for await (const part of came as AsyncIterable<Buffer>) {
    await new Promise(settle => setTimeout(settle, part.length / bytes_in_ms));
    answer.write(part);
  }
  answer.end();
}

export async function textOf(came: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of came as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
}
