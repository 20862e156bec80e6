import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { openGrowing } from '#platform/files/growing.ts';
import type { Storage } from '#platform/files/storage.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { limits } from '#platform/schemas.ts';
import { File } from '../../rules/ticket.ts';
import { fileOf } from '../shapes.ts';
import { receivingInto, type Within } from './receiving.ts';
import { selectFile, type UploadRow } from './store.ts';

/** Unfinished ones are tidied after this. */
export const upload_hours = 24;

const protocol = '1.0.0';
const bytes_type = 'application/offset+octet-stream';
const params = z.object({ id: z.uuid() });

/**
 * Uploads that go on where a line was cut: the tus protocol 1.0 with creation, termination and expiration. The last
 * byte makes a file as `POST /api/files` does; its id is then in `Upload-File`.
 */
export async function uploadRoutes(served: Served<Person>, storage: Storage, folder: string): Promise<void> {
  const receiving = receivingInto(await openGrowing(folder), storage);

  await served.app.register(async app => {
    app.addContentTypeParser(bytes_type, (_request, content, done) => done(null, content));
    app.addHook('onRequest', async (request, reply) => {
      reply.header('tus-resumable', protocol);
      if (
        request.method !== 'GET' &&
        request.method !== 'OPTIONS' &&
        request.headers['tus-resumable'] !== protocol
      )
        return reply.code(412).header('tus-version', protocol).send();
    });
    const schema = (summary: string) => ({ tags: ['tickets'], summary });
    const asked = async (request: FastifyRequest) => {
      const who = await admit(served, request, { may: signedIn, door: 'sign_in' });
      const mine: Within = work => within(served, request, who, work);
      return { mine, id: (request.params as { id: string }).id };
    };

    app.route({
      method: 'OPTIONS',
      url: '/api/uploads',
      schema: schema('What this server knows of tus'),
      handler: async (request, reply) => {
        await asked(request);
        return reply
          .code(204)
          .headers({
            'tus-version': protocol,
            'tus-extension': 'creation,termination,expiration',
            'tus-max-size': limits.file_bytes,
          })
          .send();
      },
    });
    app.route({
      method: 'POST',
      url: '/api/uploads',
      schema: schema(
        'Begin an upload that can go on after a cut (tus 1.0; Upload-Length, Upload-Metadata: filename)',
      ),
      handler: async (request, reply) => {
        const { mine } = await asked(request);
        const size = wholeNumber(request, 'upload-length');
        const upload = await receiving.begin(mine, { name: nameIn(request), size });
        return standsAt(reply, upload).code(201).header('location', `/api/uploads/${upload.id}`).send();
      },
    });
    app.route({
      method: 'HEAD',
      url: '/api/uploads/:id',
      schema: { ...schema('How much of it is here'), params },
      handler: async (request, reply) => {
        const { mine, id } = await asked(request);
        const upload = await receiving.look(mine, id);
        return standsAt(reply, upload).header('upload-length', upload.size).send();
      },
    });
    app.route({
      method: 'PATCH',
      url: '/api/uploads/:id',
      bodyLimit: limits.file_bytes,
      schema: { ...schema('Send its next bytes, from Upload-Offset on'), consumes: [bytes_type], params },
      handler: async (request, reply) => {
        const { mine, id } = await asked(request);
        const announced = request.headers['content-length'];
        const upload = await receiving.receive(mine, id, {
          offset: wholeNumber(request, 'upload-offset'),
          length: announced === undefined ? undefined : Number(announced),
          content: request.body as Readable,
        });
        return standsAt(reply, upload).code(204).send();
      },
    });
    app.route({
      method: 'DELETE',
      url: '/api/uploads/:id',
      schema: { ...schema('Give an upload up'), params },
      handler: async (request, reply) => {
        const { mine, id } = await asked(request);
        await receiving.giveUp(mine, id);
        return reply.code(204).send();
      },
    });
    app.route({
      method: 'GET',
      url: '/api/uploads/:id',
      exposeHeadRoute: false,
      schema: { ...schema('The file that a finished upload became'), params, response: { 200: File } },
      handler: async (request, reply) => {
        const { mine, id } = await asked(request);
        const { file_id } = await receiving.look(mine, id);
        if (!file_id) throw notNow(unfinished);
        const file = await mine(ctx => selectFile(ctx, file_id));
        if (!file) throw notFound();
        return reply.send(fileOf(file));
      },
    });
  });
}

/** What every answer tells of an upload. */
const standsAt = (reply: FastifyReply, { received, touched_at, file_id }: UploadRow): FastifyReply =>
  reply.headers({
    'upload-offset': received,
    'upload-expires': new Date(touched_at.getTime() + upload_hours * 3_600_000).toUTCString(),
    ...(file_id && { 'upload-file': file_id }),
  });

function wholeNumber({ headers }: FastifyRequest, name: 'upload-length' | 'upload-offset'): number {
  const given = headers[name];
  if (typeof given === 'string' && /^\d{1,12}$/.test(given)) return Number(given);
  throw notValid(name, { en: 'Must be a whole number.', fr: 'Doit être un nombre entier.' });
}

/** `Upload-Metadata: filename bm90ZS50eHQ=,…` */
function nameIn({ headers }: FastifyRequest): string {
  const pairs = String(headers['upload-metadata'] ?? '').split(',');
  const coded = pairs.map(pair => pair.trim().split(' ')).find(([key]) => key === 'filename')?.[1];
  return coded ? Buffer.from(coded, 'base64').toString() : '';
}

const unfinished = {
  en: 'This file is not all here yet.',
  fr: 'Ce fichier n’est pas encore arrivé en entier.',
};
