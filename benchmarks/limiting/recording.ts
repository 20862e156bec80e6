import pg from 'pg';
import { openDatabase } from '#platform/db/database.ts';
import { readConfig } from '#platform/config.ts';
import { openServer } from '../../src/main.server.ts';
import { hashOf } from '#accounts/server/sign-in/secrets.ts';
import { requestOf, type Asked, type Numbers, type Operation } from '../asking/operations.ts';

/** A value of a query: as it was, or one that each request has anew, or one that an insert before has answered. */
export type Value = { as_it_was: unknown } | { of_request: OfRequest } | { of_step: number; column: number };
export type OfRequest = 'session' | 'number' | 'key' | 'now';

export interface Step {
  /** Text, row mode and parsers, as the product gives them to `pg`. */
  query: pg.QueryConfig;
  values: Value[];
}

interface Seen {
  query: pg.QueryConfig;
  values: unknown[];
  rows: unknown[][];
}

/**
 * The queries that the product makes for one request of each operation, in order: taken from the product itself, so
 * that the limit cannot drift from it. Writes to the database that the environment names.
 */
export async function recordQueries(
  operations: readonly Operation[],
  numbers: Numbers,
): Promise<Record<string, Step[]>> {
  const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
  const now = new Date();
  const server = await openServer(config, {
    database: await openDatabase(config),
    clock: () => now,
    jobs: false,
  });
  const recorded: Record<string, Step[]> = {};
  for (const operation of operations) {
    const asked = requestOf(operation, 0, numbers);
    const seen = await watchQueries(async () => {
      const { statusCode, body } = await server.app.inject({
        method: asked.method,
        url: asked.path,
        headers: asked.headers,
        payload: asked.body,
      });
      if (statusCode !== asked.status) throw new Error(`${operation} answered ${statusCode}: ${body}`);
    });
    recorded[operation] = stepsOf(seen, valuesOf(asked, now));
  }
  await server.stop();
  return recorded;
}

/** What is different with each request. */
export function valuesOf(
  { path, headers }: Pick<Asked, 'path' | 'headers'>,
  now: Date,
): Record<OfRequest, unknown> {
  return {
    session: hashOf(/firstline=([\w-]+)/.exec(headers['cookie'] ?? '')?.[1] ?? ''),
    number: Number(/tickets\/(\d+)/.exec(path)?.[1]),
    key: headers['idempotency-key'],
    now: now.toISOString(),
  };
}

async function watchQueries(work: () => Promise<void>): Promise<Seen[]> {
  const seen: Seen[] = [];
  const original = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [asked, values] = given;
    const query = typeof asked === 'string' ? { text: asked } : (asked as pg.QueryConfig);
    const step: Seen = { query, values: Array.isArray(values) ? values : (query.values ?? []), rows: [] };
    seen.push(step);
    const keep = (result: { rows?: unknown[][] } | undefined) => void (step.rows = result?.rows ?? []);
    const done = given.at(-1);
    if (typeof done === 'function')
      return original.apply(this, [
        ...given.slice(0, -1),
        (error: unknown, result: { rows: unknown[][] }) => (keep(result), done(error, result)),
      ]);
    return (original.apply(this, given) as Promise<{ rows: unknown[][] }>).then(
      result => (keep(result), result),
    );
  } as typeof pg.Client.prototype.query;
  await work().finally(() => (pg.Client.prototype.query = original as typeof pg.Client.prototype.query));
  return seen;
}

function stepsOf(seen: readonly Seen[], of_request: Record<OfRequest, unknown>): Step[] {
  const names = Object.keys(of_request) as OfRequest[];
  return seen.map(({ query, values }, index) => ({
    query,
    values: values.map(value => {
      const name = names.find(each => same(of_request[each], value));
      return name
        ? { of_request: name }
        : (insertedBefore(seen.slice(0, index), value) ?? { as_it_was: value });
    }),
  }));
}

const same = (a: unknown, b: unknown) => (Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b);

/** Numbers that rows were given: such as the ticket's, in all that follows its insert. */
function insertedBefore(seen: readonly Seen[], value: unknown): Value | undefined {
  for (const [of_step, { query, rows }] of seen.entries()) {
    if (typeof value !== 'number' || !/^insert .* returning/is.test(query.text)) continue;
    const column = rows[0]?.indexOf(value) ?? -1;
    if (column >= 0) return { of_step, column };
  }
  return undefined;
}
