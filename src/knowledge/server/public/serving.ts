import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Person } from '#accounts/rules/who.ts';
import { deskTime, limitAnybody } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { dateWords } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import { namedIn, shownLinks } from '../../rules/links.ts';
import { PublicArticle, PublicArticles } from '../../rules/public.ts';
import { goneLink } from '../shapes.ts';
import { publicArticle, publicArticles, publicTitles } from './views.ts';

/** Answers for everybody, without sign-in: what is published for the public, and nothing else. */

const software = actorOf({ side: 'system', job: 'public-articles' });
const open_to_all = { tags: ['knowledge'], security: [] };

export function servePublicArticles({ app: plain, database, clock }: Served<Person>): void {
  const app = (plain as FastifyInstance).withTypeProvider<ZodTypeProvider>();
  const limit = limitAnybody(clock);
  app.route({
    method: 'GET',
    url: '/api/public/articles',
    schema: {
      ...open_to_all,
      summary: 'The articles that everybody may read, frequent questions first; no sign-in',
      response: { 200: PublicArticles, '4xx': Problem },
    },
    handler: async request => {
      limit(request);
      const seen = { now: clock(), lang: langOf(request) };
      return { items: await database.transact(software, db => publicArticles(db, seen)) };
    },
  });
  app.route({
    method: 'GET',
    url: '/api/public/articles/:id',
    schema: {
      ...open_to_all,
      summary: 'One article that everybody may read; no sign-in',
      params: z.object({ id: id() }),
      response: { 200: PublicArticle, '4xx': Problem },
    },
    handler: async request => {
      limit(request);
      const lang = langOf(request);
      const { row, titleOf, zone } = await database.transact(software, async db => {
        const found = await publicArticle(db, request.params.id);
        if (!found) throw notFound();
        const { ids } = namedIn(found.body);
        return { row: found, titleOf: await publicTitles(db, ids), zone: (await deskTime(db)).zone };
      });
      const { body, published_at, review_on, ...line } = row;
      const now = clock();
      return {
        ...line,
        html: htmlOf(shownLinks(body, { titleOf, base: '/help', gone: goneLink[lang] })),
        published: dateWords(localDate(published_at, zone), { now, zone, lang }),
        review_over: review_on !== null && review_on <= localDate(now, zone),
      };
    },
  });
}
