import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atDesk, atSchool, signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, serveRoutes, within, type Served } from '#platform/http/routes.ts';
import type { Config } from '#platform/config.ts';
import type { Storage } from '#platform/files/storage.ts';
import { id } from '#platform/schemas.ts';
import { markdownOf } from '#platform/text/from-html.ts';
import {
  Article,
  Articles,
  ArticlesQuery,
  Moving,
  NewArticle,
  Pasted,
  Preview,
  Previewed,
  Version,
  Versions,
  Vote,
  Votes,
  Writing,
  Written,
} from '../rules/article.ts';
import { importsTickets, worksAtDesk, writesArticles } from '../rules/policy.ts';
import { Asked, Imported, PastTickets, Suggestions } from '../rules/suggestion.ts';
import { Answers, DeskUse, SchoolUse, Used } from '../rules/use.ts';
import { importTickets } from './importing.ts';
import { articleAt, listArticles, listVersions, listVotes, previewText, versionAt, vote } from './reading.ts';
import { serveFolders } from './folders/serving.ts';
import { markRoutes } from './marks/marks.ts';
import { servePictures } from './pictures/serving.ts';
import { servePapers } from './papers/serving.ts';
import { servePublicArticles } from './public/serving.ts';
import { searchRoutes } from './searches/searches.ts';
import { snippetRoutes } from './snippets/routes.ts';
import { synonymRoutes } from './synonyms/synonyms.ts';
import type { Answering } from './suggesting/answering.ts';
import { answersTo, suggest } from './suggesting/suggestions.ts';
import { takeUseBack, useArticle, useOnTicket } from './using.ts';
import { moveArticle } from './moving.ts';
import { beginArticle, saveArticle } from './writing.ts';

const door = 'read_knowledge';
const params = z.object({ id: id() });
const OfVersion = params.extend({ version: id() });
const OfTicket = z.object({ number: id() });
const base = '/api/articles';
const one = `${base}/:id`;
const Nothing = z.object({});

// prettier-ignore
const articleRoutes = [
  route({ method: 'GET', path: base, says: 'The articles that one may read, what was used most first; the desk also those being written', may: signedIn, door, query: ArticlesQuery, answer: Articles, deed: (ctx, { query }) => listArticles(ctx, query) }),
  route({ method: 'POST', path: base, says: 'Begin an article; with `state` it is proposed or published at once. The same external_id again changes that article', may: writesArticles, body: NewArticle, status: 201, answer: Article, deed: (ctx, { body }) => beginArticle(ctx, body) }),
  route({ method: 'POST', path: `${base}/preview`, says: 'A text as it would be shown', may: writesArticles, body: Preview, answer: Previewed, deed: (ctx, { body }) => previewText(ctx, body) }),
  route({ method: 'POST', path: `${base}/from-html`, says: 'What was copied elsewhere as Markdown: its tables, lists, headings and links', may: writesArticles, body: Pasted, answer: Written, deed: async (_ctx, { body }) => ({ text: markdownOf(body.html) }) }),
  route({ method: 'GET', path: one, says: 'One article', may: signedIn, door, params, answer: Article, deed: (ctx, { params }) => articleAt(ctx, params.id) }),
  route({ method: 'PUT', path: one, says: 'Keep what is written of an article', may: writesArticles, params, body: Writing, answer: Article, deed: (ctx, { params, body }) => saveArticle(ctx, params.id, body) }),
  route({ method: 'POST', path: `${one}/moves`, says: 'Move an article on: propose, return, publish, drop, archive, restore', may: writesArticles, params, body: Moving, answer: Article, deed: (ctx, { params, body }) => moveArticle(ctx, params.id, body) }),
  route({ method: 'GET', path: `${one}/versions`, says: 'The versions that were published, the newest first', may: atDesk, params, answer: Versions, deed: (ctx, { params }) => listVersions(ctx, params.id) }),
  route({ method: 'GET', path: `${one}/versions/:version`, says: 'A version, and what is different in it against the one before', may: atDesk, params: OfVersion, answer: Version, deed: (ctx, { params }) => versionAt(ctx, params.id, params.version) }),
  route({ method: 'POST', path: `${one}/votes`, says: 'Say whether it helped, and why not', may: signedIn, door, params, body: Vote, answer: Article, deed: (ctx, { params, body }) => vote(ctx, params.id, body) }),
  route({ method: 'GET', path: `${one}/votes`, says: 'What its readers said', may: atDesk, params, answer: Votes, deed: (ctx, { params }) => listVotes(ctx, params.id) }),
  route({ method: 'POST', path: `${one}/uses`, says: 'Note that one has read it, tried it, or that it solved the problem', may: atSchool, door, params, body: SchoolUse, status: 201, answer: Used, deed: (ctx, { params, body }) => useArticle(ctx, params.id, body) }),
  route({ method: 'DELETE', path: '/api/article-uses/:id', says: 'Take back what one said of an article', may: signedIn, door, params, answer: Nothing, deed: async (ctx, { params }) => { await takeUseBack(ctx, params.id); return {}; } }),
  route({ method: 'POST', path: '/api/tickets/:number/answers', says: 'Say which article solved a ticket, was wrong, or went to the school; or that none says it', may: worksAtDesk, params: OfTicket, body: DeskUse, status: 201, answer: Used, deed: (ctx, { params, body }) => useOnTicket(ctx, params.number, body) }),
  route({ method: 'POST', path: '/api/tickets/import', says: 'Bring in solved tickets of another system, with the articles that solved them', may: importsTickets, body: PastTickets, answer: Imported, deed: (ctx, { body }) => importTickets(ctx, body) }),
];

/** Puts the routes of this house on the server. */
export function serveKnowledge(
  served: Served<Person>,
  answering: Answering,
  kept: { storage: Storage; config: Pick<Config, 'public_url'> },
): void {
  serveRoutes(served, 'knowledge', [
    ...articleRoutes,
    ...snippetRoutes,
    ...searchRoutes,
    ...markRoutes,
    ...synonymRoutes,
  ]);
  serveSuggestions(served, answering);
  servePictures(served, kept.storage);
  servePapers(served, kept);
  serveFolders(served, kept.storage);
  servePublicArticles(served, answering, kept);
}

/** No deeds of the table: what has happened is read before their transaction, as the embedded database has one session. */
function serveSuggestions(served: Served<Person>, answering: Answering): void {
  const asking = async <T>(
    request: FastifyRequest,
    asked: Parameters<typeof admit<Person>>[2],
    work: (
      ctx: Ctx,
      known: { answering: Answering; index: Awaited<ReturnType<Answering['index']>> },
    ) => Promise<T>,
  ): Promise<T> => {
    const who = await admit(served, request, asked);
    const index = await answering.index();
    return within(served, request, who, ctx => work(ctx, { answering, index }));
  };
  const app = served.app.withTypeProvider<ZodTypeProvider>();
  app.route({
    method: 'POST',
    url: '/api/suggestions',
    schema: {
      tags: ['knowledge'],
      summary: 'Articles that may answer a question, or tickets like it that one may see, ranked with scores',
      body: Asked,
      response: { 200: Suggestions, '4xx': Problem },
    },
    handler: request =>
      asking(
        request,
        { may: signedIn, door: request.body.kind === 'ticket' ? 'read_tickets' : door },
        (ctx, known) => suggest(ctx, known, request.body),
      ),
  });
  app.route({
    method: 'GET',
    url: '/api/tickets/:number/answers',
    schema: {
      tags: ['knowledge'],
      summary:
        'For a ticket: what the school tried, which articles are likely, and what solved tickets like it',
      params: OfTicket,
      response: { 200: Answers, '4xx': Problem },
    },
    handler: request =>
      asking(request, { may: worksAtDesk }, (ctx, known) => answersTo(ctx, known, request.params.number)),
  });
}
