import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, newLine } from '../asking/http.ts';
import { post, type Asked } from '../asking/operations.ts';
import { agents, contacts, type Someone } from '../county/people.ts';

/** A write that the server has acknowledged: a ticket, or a reply on one, with a text that nobody else has written. */
export interface Acknowledged {
  deed: 'opened' | 'replied';
  ticket: number;
  marker: string;
}

export interface Writers {
  acknowledged: Acknowledged[];
  /** Answers that are neither yes nor “the server was away”. */
  refused: string[];
  /** How often a request was sent again, because no answer came. */
  retries: () => number;
  /** Each finishes what it has begun; nothing is left without an answer. */
  finish: () => Promise<void>;
}

/**
 * Clients that write without a pause, and ask again with the same key whatever they got no answer for: people of
 * schools, and two agents whose replies wait out the undo window at the server.
 */
export function startWriters(count: number, url: () => string): Writers {
  const line = newLine(count);
  const run = randomUUID();
  const writers: Writers = { acknowledged: [], refused: [], retries: () => retries, finish };
  let finishing = false;
  let retries = 0;
  const opened: number[] = [];

  async function write(index: number): Promise<void> {
    const me = contacts[index * 2]!;
    let mine: number[] = [];
    for (let made = 0; !finishing; made += 1) {
      const marker = `${run} ${index} ${made}`;
      const ticket = made % 3 === 0 ? undefined : mine[made % mine.length];
      const number = await insist(ticket === undefined ? opening(me, marker) : replying(me, ticket, marker));
      if (number === undefined) continue;
      writers.acknowledged.push({
        deed: ticket === undefined ? 'opened' : 'replied',
        ticket: number,
        marker,
      });
      if (ticket === undefined) {
        mine = [number, ...mine].slice(0, 5);
        opened.push(number);
      }
    }
  }

  async function answer(index: number): Promise<void> {
    const me = agents[index]!;
    for (let made = 0; !finishing; made += 1) {
      const marker = `${run} agent ${index} ${made}`;
      const number =
        opened.length > 0 ? await insist(replying(me, opened[made % opened.length]!, marker)) : 0;
      if (number) writers.acknowledged.push({ deed: 'replied', ticket: number, marker });
      await sleep(20);
    }
  }

  /** Until there is an answer; the ticket's number, when it is yes. */
  async function insist(asked: Asked): Promise<number | undefined> {
    for (;;) {
      const answer = await ask(line, url(), asked).catch(() => undefined);
      if (answer?.status === asked.status) return (JSON.parse(answer.text) as { number: number }).number;
      if (answer && answer.status < 500)
        return void writers.refused.push(`${asked.path}: ${answer.status} ${answer.text}`);
      retries += 1;
      await sleep(20);
    }
  }

  const writing = Promise.all([
    ...Array.from({ length: count }, (_, index) => write(index)),
    ...Array.from({ length: 2 }, (_, index) => answer(index)),
  ]);
  async function finish(): Promise<void> {
    finishing = true;
    await writing;
    line.destroy();
  }
  return writers;
}

const opening = (someone: Someone, marker: string) =>
  post(someone, '/api/tickets', {
    subject: marker,
    description: marker,
    category: 'pen',
    impact: 'one_person',
    urgency: 'low',
  });

const replying = (someone: Someone, ticket: number, marker: string) =>
  post(someone, `/api/tickets/${ticket}/replies`, { text: marker });
