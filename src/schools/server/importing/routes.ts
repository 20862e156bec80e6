import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { keepersOfSchools } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import type { Storage } from '#platform/files/storage.ts';
import { sendCsv } from '#platform/http/csv.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, serveRoutes, within, type Served } from '#platform/http/routes.ts';
import { id } from '#platform/schemas.ts';
import { localDate } from '#sla/rules/zones.ts';
import { import_kinds, type ImportKind } from '../../rules/importing/fields.ts';
import {
  Heads,
  Import,
  ImportLines,
  Imports,
  LinesQuery,
  Mapping,
  NewImport,
  Reading,
} from '../../rules/importing/import.ts';
import { exported } from './exporting.ts';
import { receiveFile, headsAs } from './files.ts';
import {
  beginImport,
  cancelImport,
  importFor,
  importOne,
  listImports,
  listLines,
  mapImport,
  refuseSecond,
  startImport,
} from './importing.ts';
import { refusedLines } from './refused.ts';

const params = z.object({ id: id() });
const may = keepersOfSchools;

// prettier-ignore
const importRoutes = [
  route({ method: 'GET', path: '/api/imports', says: 'The imports of the last day, the newest first', may, answer: Imports, deed: ctx => listImports(ctx) }),
  route({ method: 'GET', path: '/api/imports/:id', says: 'How far an import is', may, params, answer: Import, deed: (ctx, { params }) => importOne(ctx, params.id) }),
  route({ method: 'PUT', path: '/api/imports/:id/mapping', says: 'Say which column goes to which field, and have the lines looked at', may, params, body: Mapping, answer: Import, status: 202, deed: (ctx, { params, body }) => mapImport(ctx, params.id, body) }),
  route({ method: 'GET', path: '/api/imports/:id/lines', says: 'What would come, or came, of each line', may, params, query: LinesQuery, answer: ImportLines, deed: (ctx, { params, query }) => listLines(ctx, params.id, query) }),
  route({ method: 'POST', path: '/api/imports/:id/start', says: 'Do what was foreseen, all at once', may, params, answer: Import, status: 202, deed: (ctx, { params }) => startImport(ctx, params.id) }),
  route({ method: 'DELETE', path: '/api/imports/:id', says: 'Put an import aside', may, params, answer: Import, deed: (ctx, { params }) => cancelImport(ctx, params.id) }),
];

/** Imports, and what moves files: each reads or writes the disk outside of its transactions. */
export function serveImports(served: Served<Person>, storage: Storage): void {
  serveRoutes(served, 'imports', importRoutes);
  const asked = async (request: FastifyRequest) => {
    const who = await admit(served, request, { may });
    const as = <T>(work: (ctx: Ctx) => Promise<T>) => within(served, request, who, work);
    return { who, as, lang: langOf(request) };
  };
  const tags = ['imports'];

  void served.app.register(async app => {
    app.addContentTypeParser('text/csv', (_request, content, done) => done(null, content));
    app.route({
      method: 'POST',
      url: '/api/imports',
      schema: {
        tags,
        summary: 'Begin an import: the file as it is, of type text/csv, at most 20 MB',
        consumes: ['text/csv'],
        querystring: NewImport,
        response: { 201: Import, '4xx': Problem },
      },
      handler: async (request, reply) => {
        const { as } = await asked(request);
        const given = request.query as z.output<typeof NewImport>;
        await as(refuseSecond);
        const file = await receiveFile(storage, request, given.name);
        const begun = await as(ctx => beginImport(ctx, { ...file, kind: given.kind }));
        return reply.code(201).send(begun);
      },
    });
  });

  served.app.route({
    method: 'GET',
    url: '/api/imports/:id/heads',
    schema: {
      tags,
      summary: 'The heads and first lines of an import’s file, as it would be read so',
      params,
      querystring: Reading,
      response: { 200: Heads, '4xx': Problem },
    },
    handler: async (request, reply) => {
      const { as } = await asked(request);
      const row = await as(ctx => importFor(ctx, (request.params as { id: number }).id));
      return reply.send(await headsAs(storage, row, request.query as z.output<typeof Reading>));
    },
  });

  served.app.route({
    method: 'GET',
    url: '/api/imports/:id/refused',
    schema: { tags, summary: 'The refused lines of an import as CSV, with the reasons', params },
    handler: async (request, reply) => {
      const { as, lang } = await asked(request);
      const row = await as(ctx => importFor(ctx, (request.params as { id: number }).id));
      return sendCsv(reply, refusedLines(row, as, lang), `${row.name.replace(/\.csv$/i, '')} refused.csv`);
    },
  });

  for (const kind of import_kinds)
    served.app.route({
      method: 'GET',
      url: export_paths[kind],
      schema: { tags: ['Schools'], summary: export_says[kind] },
      handler: async (request, reply) => {
        const { who, as, lang } = await asked(request);
        const day = localDate(served.clock(), who.zone);
        return sendCsv(reply, await exported(kind, as, lang), `${kind} ${day}.csv`);
      },
    });
}

const export_paths: Record<ImportKind, string> = {
  schools: '/api/schools.csv',
  people: '/api/schools/people.csv',
};
const export_says: Record<ImportKind, string> = {
  schools: 'All schools as CSV, as an import takes them back',
  people: 'All people of schools as CSV, as an import takes them back',
};
