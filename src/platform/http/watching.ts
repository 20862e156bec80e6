import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { notFound } from '../refusals.ts';

interface Watched {
  config: Config;
  database: Database;
  /** Open event streams, for the gauge. */
  streams: () => number;
}

/** `/healthz` (the process lives), `/readyz` (the database answers), `/metrics` (loopback, or the token). */
export function watch(app: FastifyInstance, { config, database, streams }: Watched): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const took = new Histogram({
    name: 'http_request_seconds',
    help: 'How long requests took, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  new Gauge({
    name: 'event_streams',
    help: 'Open streams of live updates',
    registers: [registry],
    collect() {
      this.set(streams());
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    took.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });

  const hidden = { schema: { hide: true }, logLevel: 'warn' as const };
  app.get('/healthz', hidden, async () => ({ alive: true }));
  app.get('/readyz', hidden, async (_request, reply) => {
    const ready = await database.pool.query('select 1').then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  app.get('/metrics', hidden, async (request, reply) => {
    if (!isNear(request) && !hasToken(request, config.metrics_token)) throw notFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** From this computer, and not through a proxy on it. */
const isNear = ({ ip, headers }: FastifyRequest): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip) && !headers['x-forwarded-for'] && !headers.forwarded;

function hasToken({ headers }: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return false;
  const hashed = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashed(headers.authorization ?? ''), hashed(`Bearer ${token}`));
}
