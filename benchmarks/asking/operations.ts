import { randomUUID } from 'node:crypto';
import { diceOf } from '../county/dice.ts';
import { agents, contacts, county_password, secretOf, type Someone } from '../county/people.ts';
import { messageOf, subjectOf } from '../county/words.ts';

/** What is measured. `deliver` is a reply by one until another hears of it on a stream. */
export const operations = ['list', 'open', 'create', 'reply', 'sign in', 'deliver'] as const;
export type Operation = (typeof operations)[number];

/** One HTTP request, as a browser on our own pages would send it. */
export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** What it answers when it worked. */
  status: number;
}

/** Tickets to choose from: all, and those that an agent can write to without a move. */
export interface Numbers {
  all: readonly number[];
  in_progress: readonly number[];
}

const dice = diceOf(Date.now());
const texts = Array.from({ length: 200 }, () => messageOf(dice).text);

/** A request of the operation by the so-many-th caller; tickets and texts by chance. */
export function requestOf(operation: Operation, caller: number, numbers: Numbers): Asked {
  const agent = agents[caller % agents.length]!;
  switch (operation) {
    case 'list':
      return get(agent, '/api/tickets?limit=50');
    case 'open':
      return get(agent, `/api/tickets/${dice.one(numbers.all)}`);
    case 'create':
      return post(contacts[caller * 2]!, '/api/tickets', {
        subject: subjectOf(dice),
        description: dice.one(texts),
        category: 'pen',
        impact: 'one_person',
        urgency: 'low',
      });
    case 'reply':
    case 'deliver':
      return post(agent, `/api/tickets/${dice.one(numbers.in_progress)}/replies`, { text: dice.one(texts) });
    case 'sign in': {
      const { id, username } = contacts[caller * 2]!;
      return post(undefined, '/api/session', { username, password: county_password, person: id });
    }
  }
}

const cookieOf = (someone: Someone) => ({ cookie: `firstline=${secretOf(someone)}` });

export const get = (someone: Someone, path: string): Asked => ({
  method: 'GET',
  path,
  headers: cookieOf(someone),
  status: 200,
});

export const post = (someone: Someone | undefined, path: string, body: object): Asked => ({
  method: 'POST',
  path,
  headers: {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    'idempotency-key': randomUUID(),
    ...(someone && cookieOf(someone)),
  },
  body: JSON.stringify(body),
  status: 201,
});

/** Somebody's stream of live updates. */
export const streamOf = (caller: number): Asked => ({
  ...get(agents[(caller + 1) % agents.length]!, '/api/events'),
  status: 200,
});
