import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verify } from '@node-rs/argon2';
import { hashPassword } from '#accounts/server/accounts.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { county_password } from './county/people.ts';
import { recordQueries, valuesOf, type OfRequest, type Step, type Value } from './limiting/recording.ts';
import type { Operation } from './asking/operations.ts';
import { numbersOf } from './measuring/numbers.ts';

/**
 * The limit: a bare `node:http` server that makes the product's own queries (session, role and settings included)
 * and answers their rows as JSON; at sign-in, one check of a password. What the product adds is the difference.
 */

type Replay = (values: Record<OfRequest, unknown>) => Promise<unknown>;

const limited = ['list', 'open', 'create', 'reply'] as const satisfies readonly Operation[];

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const numbers = await numbersOf({ DATA_DIR: config.data_dir, DATABASE_URL: config.database_url ?? '' });
  const recorded = await recordQueries(limited, numbers);
  const database = await openDatabase(config);
  const hash = await hashPassword(county_password);
  const replays: Record<string, Replay> = {
    'sign in': async () => ({ right: await verify(hash, county_password) }),
  };
  for (const operation of limited) replays[operation] = replayOn(database, recorded[operation]!);
  const server = createServer((request, response) => {
    const replay = replays[operationOf(request) ?? ''];
    if (!replay) return void response.writeHead(404).end();
    answer(request, response, replay).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1', () =>
    console.log(`open at http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  );
  process.once('SIGTERM', () => void database.stop().finally(() => process.exit(0)));
}

const operationOf = ({ method, url = '' }: IncomingMessage): Operation | undefined => {
  if (url === '/api/session') return 'sign in';
  if (!url.startsWith('/api/tickets')) return undefined;
  if (method === 'POST') return url.endsWith('/replies') ? 'reply' : 'create';
  return url.includes('?') ? 'list' : 'open';
};

async function answer(request: IncomingMessage, response: ServerResponse, replay: Replay): Promise<void> {
  if (request.method === 'POST') JSON.parse(await bodyOf(request));
  const rows = await replay(
    valuesOf({ path: request.url!, headers: request.headers as Record<string, string> }, new Date()),
  );
  const text = JSON.stringify(rows);
  response.writeHead(request.method === 'POST' ? 201 : 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** The steps again, on one connection. */
function replayOn({ pool }: Database, steps: readonly Step[]): Replay {
  return async of_request => {
    const answers: unknown[][][] = [];
    const given = (value: Value) => {
      if ('of_request' in value) return of_request[value.of_request];
      return 'of_step' in value ? answers[value.of_step]![0]![value.column] : value.as_it_was;
    };
    const client = await pool.connect();
    try {
      for (const { query, values } of steps)
        answers.push((await client.query(query, values.map(given))).rows as unknown[][]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.release();
    return answers;
  };
}

await start();
