import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { limitAnybody } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import type { Person } from '#accounts/rules/who.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { langs } from '#platform/schemas.ts';
import { page_style } from '../../rules/page.ts';
import { PublicNotices } from '../../rules/public.ts';
import { pageIn, type Links } from './pages.ts';
import { publicNotices } from './views.ts';

export type { Links };

const software = actorOf({ side: 'system', job: 'public-notices' });

/** Nothing but its own style, which is named by what it is: no script runs there, and nothing is loaded. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(page_style).digest('base64')}'`,
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

/** What everybody reads without sign-in: the page `/status`, and the same as data. */
export function servePages({ app: plain, database, clock }: Served<Person>, links: Links): void {
  const app = (plain as FastifyInstance).withTypeProvider<ZodTypeProvider>();
  const limit = limitAnybody(clock);
  const told = () => database.transact(software, db => publicNotices(db, clock()));
  app.route({
    method: 'GET',
    url: '/api/public/notices',
    schema: {
      tags: ['status'],
      security: [],
      summary: 'The notices that everybody may read, with those of the last 90 days; no sign-in',
      response: { 200: PublicNotices, '4xx': Problem },
    },
    handler: async request => {
      limit(request);
      return (await told()).in(langOf(request));
    },
  });
  app.route({
    method: 'GET',
    url: '/status',
    schema: { hide: true, querystring: z.object({ lang: z.string().optional() }) },
    handler: async (request, reply) => {
      limit(request);
      const lang = langs.find(each => each === request.query.lang) ?? langOf(request);
      const other = `/status?lang=${lang === 'en' ? 'fr' : 'en'}`;
      return reply
        .headers({
          'content-security-policy': policy,
          'content-language': lang,
          'cache-control': 'no-cache',
          vary: 'accept-language',
        })
        .type('text/html; charset=utf-8')
        .send(pageIn(await told(), lang, { links, at: '', other }));
    },
  });
}
