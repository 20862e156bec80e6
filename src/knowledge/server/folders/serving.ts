import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Person } from '#accounts/rules/who.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Storage } from '#platform/files/storage.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notValid } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { ArticlesQuery } from '../../rules/article.ts';
import { folder_limits, FolderImport, FolderPlan } from '../../rules/folder/import.ts';
import { publishesArticles } from '../../rules/policy.ts';
import { exportFolder } from './exporting.ts';
import { foreseeFolder, importFolder } from './importing.ts';
import { articlesIn } from './reading.ts';
import { filesIn, zipOf } from './zip.ts';

/** Folders of articles as zips, in and out. */

const tags = ['knowledge'];

export function serveFolders(served: Served<Person>, storage: Storage): void {
  void served.app.register(async app => {
    app.addContentTypeParser(
      /^application\/(zip|x-zip-compressed|octet-stream)/,
      { parseAs: 'buffer', bodyLimit: folder_limits.zip_bytes },
      (_request, content, done) => done(null, content),
    );
    const people = new WeakMap<FastifyRequest, Person>();
    app.route({
      method: 'POST',
      url: '/api/articles/import',
      schema: {
        tags,
        summary:
          'Bring in a folder of articles as a zip of Markdown or HTML with pictures: first what would come of it; with its `plan`, exactly that is done',
        consumes: ['application/zip'],
        querystring: FolderImport,
        response: { 200: FolderPlan, '4xx': Problem },
      },
      onRequest: async request =>
        void people.set(request, await admit(served, request, { may: publishesArticles })),
      handler: async (request, reply) => {
        const who = people.get(request)!;
        const as = <T>(work: (ctx: Ctx) => Promise<T>) => within(served, request, who, work);
        if (!(request.body instanceof Buffer)) throw notValid('zip', none_sent);
        const options = request.query as FolderImport;
        const files = await filesIn(request.body);
        const folder = articlesIn(files, options);
        if (folder.articles.length > folder_limits.articles) throw notValid('zip', too_many);
        const answer = options.plan
          ? await importFolder(as, { files, folder, options, storage })
          : await foreseeFolder(as, folder, options);
        return reply.send(answer);
      },
    });
  });

  served.app.route({
    method: 'GET',
    url: '/api/articles/export.zip',
    schema: {
      tags,
      summary: 'Articles as a folder that can be brought in again, of the filters of the list',
      querystring: ArticlesQuery,
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: publishesArticles });
      const query = request.query as z.output<typeof ArticlesQuery>;
      const files = await within(served, request, who, ctx => exportFolder(ctx, query, storage));
      const name = `articles ${localDate(served.clock(), who.zone)}.zip`;
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .send(zipOf(files));
    },
  });
}

const none_sent = { en: 'Choose a zip file to send.', fr: 'Choisissez un fichier zip à envoyer.' };
const too_many = {
  en: `At most ${folder_limits.articles} articles at once.`,
  fr: `Au plus ${folder_limits.articles} articles à la fois.`,
};
