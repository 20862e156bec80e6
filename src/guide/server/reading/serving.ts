import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Person } from '#accounts/rules/who.ts';
import { igroupNames, limitAnybody } from '#accounts/server/accounts.ts';
import type { Config } from '#platform/config.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { PublicGuide } from '../../rules/check.ts';
import { askable } from '../../rules/measuring/addresses.ts';
import { hashOf } from '../../rules/measuring/known.ts';
import { speak, type Own } from '../../rules/filling.ts';
import { asSoftware, type Published, type remembering } from './published.ts';

/** The guide for everybody, without sign-in: when the connection is the problem, nobody should have to sign in first. */

export function serveGuideToAll(
  { app: plain, database, clock }: Served<Person>,
  home: Pick<Config, 'public_url'>,
  newest: ReturnType<typeof remembering>,
): void {
  const app = (plain as FastifyInstance).withTypeProvider<ZodTypeProvider>();
  const limit = limitAnybody(clock);
  const read = () => asSoftware(database, newest);
  app.route({
    method: 'GET',
    url: '/api/public/guide',
    schema: {
      tags: ['guide'],
      security: [],
      summary: 'The connectivity guide in the reader’s language, filled in; no sign-in',
      response: { 200: PublicGuide, '4xx': Problem },
    },
    handler: async (request, reply) => {
      limit(request);
      const lang = langOf(request);
      const { version, guide, called } = await asSoftware(database, async db => ({
        ...(await newest(db)),
        called: (await igroupNames(db)).name,
      }));
      const tag = `"guide-${version}-${lang}-${hashOf(JSON.stringify([called, ownOf(home, request), guide.variables]))}"`;
      void reply.headers({ etag: tag, 'cache-control': 'no-cache', vary: 'accept-language' });
      if (request.headers['if-none-match'] === tag) return unchanged(reply);
      return { version, called, guide: speak(guide, ownOf(home, request), lang) };
    },
  });
  openPage(app, read);
}

/** 304 has no body, which no schema says. */
const unchanged = (reply: FastifyReply): never => reply.code(304).send() as never;

/** The installation's own addresses: as people type them. */
export function ownOf({ public_url }: Pick<Config, 'public_url'>, request: FastifyRequest): Own {
  const home = public_url?.origin ?? `${request.protocol}://${request.host}`;
  return { HELPDESK_URL: `${home}/`, STATUS_URL: `${home}/status` };
}

/**
 * The page may reach the addresses that an administrator named, and no other: its policy says so to the browser, which
 * holds every script to it.
 */
function openPage(app: FastifyInstance, read: () => Promise<Published>): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.split('?')[0] !== '/guide') return;
    const policy = reply.getHeader('content-security-policy');
    const { guide } = await read();
    const others = guide.variables.MEASURED_SITES.flatMap(address => askable(address) ?? []).map(
      address => new URL(address).origin,
    );
    if (typeof policy === 'string' && others.length > 0)
      reply.header(
        'content-security-policy',
        `${policy};connect-src 'self' ${[...new Set(others)].join(' ')}`,
      );
  });
}
