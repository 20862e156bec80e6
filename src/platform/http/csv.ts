import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Sends CSV as it comes, as a file that a browser saves under this name. It is for its reader alone. */
export const sendCsv = (reply: FastifyReply, content: Readable, name: string): FastifyReply =>
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(content);
