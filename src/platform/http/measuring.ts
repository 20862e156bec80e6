import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';

const current = new AsyncLocalStorage<{ queries: number }>();
let counting = false;

/** Counts every query that a request makes, BEGIN and COMMIT too, and says it in Server-Timing. For benchmarks and tests. */
export function measureQueries(app: FastifyInstance): void {
  countFromNowOn();
  app.addHook('onRequest', (_request, _reply, done) => current.run({ queries: 0 }, done));
  app.addHook('onSend', async (_request, reply) => {
    reply.header('server-timing', `queries;dur=${current.getStore()?.queries ?? 0}`);
  });
}

function countFromNowOn(): void {
  if (counting) return;
  counting = true;
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const request = current.getStore();
    if (request) request.queries += 1;
    return query.apply(this, args);
  } as typeof pg.Client.prototype.query;
}
