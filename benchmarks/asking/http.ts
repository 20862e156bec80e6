import { Agent, request, type IncomingMessage } from 'node:http';
import type { Asked } from './operations.ts';

export interface Answered {
  status: number;
  text: string;
  /** How many queries the server made, when it says so. */
  queries: number | undefined;
}

/** Keeps its connections, as many as there are callers. */
export const newLine = (callers: number) => new Agent({ keepAlive: true, maxSockets: callers });

export function ask(agent: Agent, url: string, asked: Asked): Promise<Answered> {
  return new Promise((settle, fail) => {
    const sent = send(agent, url, asked, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => void parts.push(part));
      response.once('error', fail);
      response.once('end', () => {
        const queries = /queries;dur=(\d+)/.exec(String(response.headers['server-timing'] ?? ''))?.[1];
        settle({
          status: response.statusCode!,
          text: Buffer.concat(parts).toString(),
          queries: queries === undefined ? undefined : Number(queries),
        });
      });
    });
    sent.once('error', fail);
  });
}

/** A stream of events, each given as it comes; answers how to close it, once it is open. */
export function hearEvents(
  url: string,
  asked: Asked,
  heard: (event: { position: number; ticket: number | null }) => void,
): Promise<() => void> {
  return new Promise((settle, fail) => {
    const sent = send(new Agent(), url, asked, response => {
      let rest = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop()!;
        for (const line of lines) if (line.startsWith('data: ')) heard(JSON.parse(line.slice(6)));
      });
      response.once('error', () => {}); // ours to close
      settle(() => sent.destroy());
    });
    sent.once('error', fail);
  });
}

function send(
  agent: Agent,
  url: string,
  { method, path, headers, body }: Asked,
  answered: (response: IncomingMessage) => void,
) {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return request(`${url}${path}`, { agent, method, headers: { ...headers, ...length } }, answered).end(body);
}
