import multipart from '@fastify/multipart';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import { onSeenTicket, readsInside, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Person } from '#accounts/rules/who.ts';
import type { Storage } from '#platform/files/storage.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notFound, notValid, Refusal } from '#platform/refusals.ts';
import { limits } from '#platform/schemas.ts';
import { File } from '../rules/ticket.ts';
import { fileNameOf } from '../rules/file-names.ts';
import { recordAccess } from './accesses/accesses.ts';
import { typeOf } from './file-types.ts';
import { fileOf, shown_pictures } from './shapes.ts';
import { insertFile } from './store.ts';
import { files } from './tables.ts';

/** Uploads: kept by hash, typed by content, put under a message later. Served to those who may see the message. */
export async function fileRoutes(served: Served<Person>, storage: Storage): Promise<void> {
  const { app } = served;
  await app.register(multipart, { limits: { fileSize: limits.file_bytes, files: 1, fields: 0, parts: 1 } });

  app.route({
    method: 'POST',
    url: '/api/files',
    schema: {
      tags: ['tickets'],
      summary: 'Upload one file (multipart, field "file", at most 25 MB)',
      consumes: ['multipart/form-data'],
      response: { 201: File },
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: signedIn, door: 'sign_in' });
      if (!request.isMultipart()) throw noFile();
      const part = await request.file();
      if (!part) throw noFile();
      const kept = await storage.keep(part.file, () => !part.file.truncated);
      if (!kept) throw tooLarge();
      const { sha256, size } = kept;
      const type = await typeOf(storage, sha256);
      const row = { sha256, size, type, name: fileNameOf(part.filename) };
      const id = await within(served, request, who, ctx => insertFile(ctx, row));
      return reply.code(201).send(fileOf({ id, ...row }));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/files/:id',
    compress: false, // most files are compressed already, and a browser shows the progress of a known length
    schema: {
      tags: ['tickets'],
      summary: 'A file, for those who may see its message',
      params: z.object({ id: z.uuid() }),
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: signedIn, door: 'read_tickets' });
      const file = await within(served, request, who, ctx =>
        seenFile(ctx, (request.params as { id: string }).id),
      );
      return sendFile(reply, file, storage);
    },
  });
}

type SeenFile = Pick<typeof files.$inferSelect, 'sha256' | 'name' | 'type' | 'size'>;

/** The ticket whose message it is under. */
const ofTicket = sql<number | null>`coalesce(
  (select ticket_number from replies where id = ${files.reply_id}),
  (select ticket_number from notes where id = ${files.note_id}))`;

async function seenFile(ctx: Ctx, id: string): Promise<SeenFile> {
  const attached = sql`(${files.reply_id} is not null or ${files.note_id} is not null)`;
  const [row] = await ctx.db
    .select({
      sha256: files.sha256,
      name: files.name,
      type: files.type,
      size: files.size,
      ticket: ofTicket,
    })
    .from(files)
    .where(
      and(
        eq(files.id, id),
        or(attached, eq(files.uploaded_by, ctx.who.person_id)), // a file under no message yet is its writer's alone
        visibleTo(ctx, files.school_id),
        readsInside(ctx) ? undefined : isNull(files.note_id),
        onSeenTicket(ctx, ofTicket),
      ),
    );
  if (!row) throw notFound();
  if (row.ticket !== null) await recordAccess(ctx, row.ticket, 'file');
  return row;
}

/** Never active content: a picture is shown, everything else is downloaded, and neither may run anything. */
function sendFile(reply: FastifyReply, file: SeenFile, storage: Storage): FastifyReply {
  const shown = shown_pictures.includes(file.type);
  return reply
    .header('content-type', shown ? file.type : 'application/octet-stream')
    .header('content-length', file.size)
    .header(
      'content-disposition',
      `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=31536000, immutable')
    .send(storage.read(file.sha256));
}

const noFile = () =>
  notValid('file', { en: 'Choose a file to send.', fr: 'Choisissez un fichier à envoyer.' });

const tooLarge = () =>
  new Refusal('too_large', {
    en: `A file may have at most ${limits.file_bytes / 1024 / 1024} MB.`,
    fr: `Un fichier peut avoir au plus ${limits.file_bytes / 1024 / 1024} Mo.`,
  });
