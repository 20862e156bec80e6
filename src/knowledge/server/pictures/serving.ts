import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import type { Storage } from '#platform/files/storage.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { picture_limits as limits } from '../../rules/pictures.ts';
import { NewPictureAnswer } from '../../rules/picture.ts';
import { writesArticles } from '../../rules/policy.ts';
import { held } from '../holding.ts';
import type { PictureRow } from '../tables.ts';
import { drawnAnew } from './drawing-anew.ts';
import { countPictures, keepContent, putPicture, seenPicture, signed_in_base } from './store.ts';

const params = z.object({ id: id() });
export const OnePicture = params.extend({ picture: id() });
const tags = ['knowledge'];

/** Pictures come in whole, drawn anew outside of any transaction, and go out to those who read their article. */
export function servePictures(served: Served<Person>, storage: Storage): void {
  void served.app.register(async app => {
    // Also one that its sender calls something else: its bytes say what it is.
    app.addContentTypeParser(
      /^(image\/|application\/octet-stream)/,
      { parseAs: 'buffer', bodyLimit: limits.bytes },
      (_request, content, done) => done(null, content),
    );
    const people = new WeakMap<FastifyRequest, Person>();
    app.route({
      method: 'POST',
      url: `${signed_in_base}/:id/pictures`,
      schema: {
        tags,
        summary: 'Add a picture to an article: PNG, JPEG, WebP or GIF as it is, at most 10 MB',
        consumes: ['image/*'],
        params,
        response: { 201: NewPictureAnswer, '4xx': Problem },
      },
      onRequest: async request =>
        void people.set(request, await admit(served, request, { may: writesArticles })),
      handler: async (request, reply) => {
        const who = people.get(request)!;
        const { id: article } = request.params as z.output<typeof params>;
        if (!(request.body instanceof Buffer)) throw notValid('picture', none_sent);
        const drawn = await drawnAnew(request.body);
        const sha256 = await keepContent(storage, drawn);
        const { content, ...picture } = drawn;
        const number = await within(served, request, who, async ctx => {
          await held(ctx, article);
          if ((await countPictures(ctx, article)) >= limits.in_article) throw notNow(too_many);
          return putPicture(ctx, article, { ...picture, sha256, size: content.length });
        });
        return reply.code(201).send({ id: number, width: drawn.width, height: drawn.height });
      },
    });
  });

  served.app.route({
    method: 'GET',
    url: `${signed_in_base}/:id/pictures/:picture`,
    compress: false,
    schema: { tags, summary: 'A picture, for those who may read its article', params: OnePicture },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: signedIn, door: 'read_knowledge' });
      const row = await within(served, request, who, ctx =>
        seenPicture(ctx, request.params as z.output<typeof OnePicture>),
      );
      return sendPicture(request, reply, { row, storage, shared: false });
    },
  });
}

interface Sent {
  row: PictureRow | undefined;
  storage: Storage;
  /** Whether caches between may hold it. */
  shared: boolean;
}

/** Asked for again each time it is shown, so that what was withdrawn is gone; what has not changed is not sent again. */
export function sendPicture(
  request: FastifyRequest,
  reply: FastifyReply,
  { row, storage, shared }: Sent,
): FastifyReply {
  if (!row) throw notFound();
  const tag = `"${row.sha256}"`;
  reply
    .header('etag', tag)
    .header('cache-control', shared ? 'no-cache' : 'private, no-cache')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply
    .header('content-type', row.type)
    .header('content-length', row.size)
    .header('content-disposition', 'inline')
    .send(storage.read(row.sha256));
}

const none_sent = { en: 'Choose a picture to send.', fr: 'Choisissez une image à envoyer.' };
const too_many = {
  en: `An article has at most ${limits.in_article} pictures.`,
  fr: `Un article a au plus ${limits.in_article} images.`,
};
