import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Person } from '#accounts/rules/who.ts';
import { deskTime, limitAnybody, refuseOtherSites } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import type { Config } from '#platform/config.ts';
import type { Storage } from '#platform/files/storage.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { dateWords } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import { box_names } from '../../rules/boxes.ts';
import { namedIn, shownLinks } from '../../rules/links.ts';
import { PublicArticle, PublicArticles, PublicAsked, PublicSuggestions } from '../../rules/public.ts';
import { SearchedInVain } from '../../rules/searches.ts';
import { countSearch } from '../searches/store.ts';
import { OnePicture, sendPicture } from '../pictures/serving.ts';
import { everybody_base, picturesOf, publicPicture, shownFrom } from '../pictures/store.ts';
import { goneLink } from '../shapes.ts';
import type { Answering } from '../suggesting/answering.ts';
import { for_everybody, publicArticle, publicArticles, publicLines, publicTitles } from './views.ts';

/** Answers for everybody, without sign-in: what is published for the public, and nothing else. */

const software = actorOf({ side: 'system', job: 'public-articles' });
const open_to_all = { tags: ['knowledge'], security: [] };

export function servePublicArticles(
  { app: plain, database, clock }: Served<Person>,
  answering: Answering,
  { storage, config: home }: { storage: Storage; config: Pick<Config, 'public_url'> },
): void {
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
      const seen = { lang: langOf(request) };
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
      const { row, titleOf, pictures, zone } = await database.transact(software, async db => {
        const found = await publicArticle(db, request.params.id);
        if (!found) throw notFound();
        const titleOf = await publicTitles(db, namedIn(found.body).ids);
        const pictures = await picturesOf({ db }, found.id, found.body);
        return { row: found, titleOf, pictures, zone: (await deskTime(db)).zone };
      });
      const { body, published_at, review_on, ...line } = row;
      const now = clock();
      return {
        ...line,
        html: htmlOf(shownLinks(body, { titleOf, base: '/help', gone: goneLink[lang] }), {
          boxes: box_names[line.lang],
          picture: shownFrom(everybody_base, pictures),
        }),
        published: dateWords(localDate(published_at, zone), { now, zone, lang }),
        review_over: review_on !== null && review_on <= localDate(now, zone),
      };
    },
  });
  // Asked with each pause of typing, so what is read beside it is not counted with it.
  const limitAsking = limitAnybody(clock);
  app.route({
    method: 'POST',
    url: '/api/public/suggestions',
    schema: {
      ...open_to_all,
      summary:
        'Which of the articles that everybody may read may answer a question, ranked with scores; no sign-in',
      body: PublicAsked,
      response: { 200: PublicSuggestions, '4xx': Problem },
    },
    handler: async request => {
      limitAsking(request);
      const { title, limit: most } = request.body;
      // Before the transaction: the embedded database has one session.
      const index = await answering.index();
      const may = (which: number) => answering.article(which)?.audience === 'public';
      const ranked = index.articlesFor({ title, text: '' }, { may, limit: most });
      const ids = ranked.items.map(item => item.id);
      const rows = new Map(
        (await database.transact(software, db => publicLines(db, ids))).map(row => [row.id, row]),
      );
      return {
        confident: ranked.confident,
        items: ranked.items.flatMap(({ id: which, score }) => {
          const row = rows.get(which);
          return row ? [{ id: which, title: row.title, lang: row.lang, score }] : [];
        }),
      };
    },
  });
  app.route({
    method: 'POST',
    url: '/api/public/article-searches',
    schema: {
      ...open_to_all,
      summary: 'Say that a search of these found nothing: its words are counted; no sign-in',
      body: SearchedInVain,
      response: { 202: z.object({}), '4xx': Problem },
    },
    handler: async (request, reply) => {
      refuseOtherSites(home, request);
      limit(request);
      const { words } = request.body;
      await database.transact(software, db =>
        countSearch({ db, now: clock(), school_id: null, by_desk: false }, words),
      );
      return reply.code(202).send({});
    },
  });
  // Not counted among what one address asks: an article may show many.
  app.route({
    method: 'GET',
    url: '/api/public/articles/:id/pictures/:picture',
    compress: false,
    schema: {
      ...open_to_all,
      summary: 'A picture of an article that everybody may read; no sign-in',
      params: OnePicture,
    },
    handler: async (request, reply) => {
      const row = await database.transact(software, db => publicPicture(db, request.params, for_everybody));
      return sendPicture(request, reply, { row, storage, shared: true });
    },
  });
}
