import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Person } from '#accounts/rules/who.ts';
import { limitAnybody } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { Drawn } from '../rules/drawn.ts';
import { style } from '../rules/svg.ts';
import { openDrawings, type Document, type Kept } from './documents.ts';
import { papers } from './paper.ts';

export { drawnNow, type Document } from './documents.ts';

/** The documents of the paper (S25, S26, S27) at addresses that stay: for everybody, without sign-in. */

const software = actorOf({ side: 'system', job: 'documents' });
const Asked = z.object({ lang: z.enum(['en', 'fr']).optional() });
const AskedPaper = Asked.extend({ paper: z.enum(papers).optional() });

/** Puts the documents on the server; `warm` lays out what is not stored yet; a paper is made when one is asked for. */
export function serveDrawings(
  { app: plain, database, clock }: Served<Person>,
  documents: readonly Document[],
) {
  const app = (plain as FastifyInstance).withTypeProvider<ZodTypeProvider>();
  const limit = limitAnybody(clock);
  const drawingOf = openDrawings(database, software);
  const asked = (document: Document, request: FastifyRequest) => {
    limit(request);
    return drawingOf(document, (request.query as z.infer<typeof Asked>).lang ?? langOf(request));
  };

  for (const document of documents) {
    const { name } = document;
    app.route({
      method: 'GET',
      url: `/api/documents/${name}`,
      schema: {
        ...open_to_all,
        summary: `The chart “${name}” for a page: its shapes, and all of it in words; no sign-in`,
        querystring: Asked,
        response: { 200: Drawn, '4xx': Problem },
      },
      handler: async (request, reply) => {
        const { drawn } = await asked(document, request);
        if (isKnown(request, reply, drawn)) return reply.code(304).send(undefined as never);
        return drawn.content;
      },
    });
    app.get(
      `/documents/${name}.svg`,
      { schema: { hide: true, querystring: Asked } },
      async (request, reply) => {
        const { svg } = await asked(document, request);
        if (isKnown(request, reply, svg)) return reply.code(304).send();
        return reply
          .header('content-type', 'image/svg+xml; charset=utf-8')
          .header('content-security-policy', svg_policy)
          .send(svg.content);
      },
    );
    app.get(
      `/documents/${name}.pdf`,
      { schema: { hide: true, querystring: AskedPaper } },
      async (request, reply) => {
        const { paper } = await asked(document, request);
        const file = await paper(request.query.paper ?? 'letter');
        if (isKnown(request, reply, file)) return reply.code(304).send();
        return reply
          .header('content-type', 'application/pdf')
          .header('content-disposition', `inline; filename="${name}.pdf"`)
          .send(file.content);
      },
    );
  }

  return {
    async warm(): Promise<void> {
      for (const document of documents)
        for (const lang of ['en', 'fr'] as const) await drawingOf(document, lang);
    },
  };
}

const open_to_all = { tags: ['documents'], security: [] };

/** Only the one style that every file has, by its hash. */
const svg_policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Says which content this is; whether the one who asks has it already. */
function isKnown(request: FastifyRequest, reply: FastifyReply, { etag }: Kept<unknown>): boolean {
  reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'accept-language');
  return request.headers['if-none-match']?.split(/, */).includes(etag) ?? false;
}
