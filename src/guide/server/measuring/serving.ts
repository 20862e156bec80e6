import { isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { limitAnybody } from '#accounts/server/accounts.ts';
import type { Config } from '#platform/config.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { known_body, large_bytes } from '../../rules/measuring/known.ts';
import { Seen } from '../../rules/measuring/measured.ts';
import { paths, stream_events, stream_gap_ms } from '../../rules/measuring/measuring.ts';

/**
 * What a page measures its line by, without sign-in: small answers, a known text, a short stream, a large message. They
 * read nothing and keep nothing.
 */

/** From one address in a minute: a run asks a dozen times, and a school’s computers often share one address. */
const at_most = 240;
const open_to_all = { tags: ['guide'], security: [] };

export function serveMeasures(
  { app: plain, clock }: Pick<Served<unknown>, 'app' | 'clock'>,
  { trust_proxy }: Pick<Config, 'trust_proxy'>,
): void {
  const app = (plain as FastifyInstance).withTypeProvider<ZodTypeProvider>();
  const limit = limitAnybody(clock, at_most);
  app.route({
    method: 'GET',
    url: paths.answer,
    schema: {
      ...open_to_all,
      summary: 'What the desk sees of a request: its own time, and what a proxy left on it; no sign-in',
      response: { 200: Seen, '4xx': Problem },
    },
    handler: async request => {
      limit(request);
      return seenOf(request, { trust_proxy, now: clock() });
    },
  });
  app.route({
    method: 'GET',
    url: paths.body,
    schema: { ...open_to_all, summary: 'A text that both sides know; no sign-in' },
    handler: async (request, reply) => {
      limit(request);
      return reply.type('text/html; charset=utf-8').send(known_body);
    },
  });
  app.route({
    method: 'GET',
    url: paths.stream,
    schema: { ...open_to_all, summary: 'Three events, a moment apart; no sign-in' },
    handler: async (request, reply) => {
      limit(request);
      void reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      for (let sent = 1; sent <= stream_events && !reply.raw.destroyed; sent++) {
        reply.raw.write(`data: ${sent}\n\n`);
        if (sent < stream_events) await new Promise(settle => setTimeout(settle, stream_gap_ms));
      }
      reply.raw.end();
    },
  });
  largeMessage(app, limit);
}

/** A large message is counted and thrown away. */
function largeMessage(app: FastifyInstance, limit: ReturnType<typeof limitAnybody>): void {
  app.register(async own => {
    own.removeAllContentTypeParsers();
    own.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    own.route({
      method: 'POST',
      url: paths.large,
      bodyLimit: large_bytes * 2,
      schema: { ...open_to_all, summary: 'How many bytes of a large message arrived; no sign-in' },
      onRequest: async request => limit(request),
      handler: async ({ body }, reply) =>
        reply.type('text/plain').send(String(Buffer.isBuffer(body) ? body.length : 0)),
    });
  });
}

interface Here {
  trust_proxy: number;
  now: Date;
}

/** The proxies that stand in front of the installation itself are not the school's. */
export function seenOf({ headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>, here: Here): Seen {
  const one = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value.slice(0, 200) : null;
  };
  const forwarded = (one('x-forwarded-for') ?? '').split(',').filter(part => part.trim() !== '').length;
  return {
    at: here.now.toISOString(),
    address: isIPv6(ip) && !ip.startsWith('::ffff:') ? 'IPv6' : 'IPv4',
    via: one('via'),
    hops: Math.max(0, forwarded - here.trust_proxy),
    accept: one('accept'),
    mark: one('x-firstline-measure'),
  };
}
