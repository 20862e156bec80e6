import { z } from 'zod';
import { atDesk } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import type { Person } from '#accounts/rules/who.ts';
import type { Storage } from '#platform/files/storage.ts';
import { admit, serveRoutes, within, type Served } from '#platform/http/routes.ts';
import { notFound } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { Export, Exports, NewExport } from '../../rules/exports/export.ts';
import { askForExport, exportOne, listExports, own, removeExport } from './exports.ts';

const params = z.object({ id: z.uuid() });

// prettier-ignore
const exportRoutes = [
  route({ method: 'GET', path: '/api/exports', says: 'One’s own exports of the last day', may: atDesk, answer: Exports, deed: ctx => listExports(ctx) }),
  route({ method: 'POST', path: '/api/exports', says: 'Have a list written into a file', may: atDesk, body: NewExport, status: 201, answer: Export, deed: (ctx, { body }) => askForExport(ctx, body) }),
  route({ method: 'GET', path: '/api/exports/:id', says: 'How far an export is', may: atDesk, params, answer: Export, deed: (ctx, { params }) => exportOne(ctx, params.id) }),
  route({ method: 'DELETE', path: '/api/exports/:id', says: 'Cancel an export, or remove its file', may: atDesk, params, answer: Export, deed: (ctx, { params }) => removeExport(ctx, params.id) }),
];

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** Exports, and the files themselves, to whom they belong. */
export function serveExports(served: Served<Person>, storage: Storage): void {
  serveRoutes(served, 'reports', exportRoutes);
  served.app.route({
    method: 'GET',
    url: '/api/exports/:id/file',
    compress: false, // a browser shows the progress of a known length
    schema: { tags: ['reports'], summary: 'The file of an export, for whoever asked for it', params },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: atDesk });
      const row = await within(served, request, who, ctx => own(ctx, (request.params as { id: string }).id));
      const there = row.sha256 !== null && row.size !== null && (await storage.has(row.sha256));
      if (!there) throw notFound();
      const name = `${row.name.replaceAll(/[\\/:*?"<>|]/g, ' ')} ${localDate(row.asked_at, who.zone)}.${row.format}`;
      return reply
        .header('content-type', types[row.format])
        .header('content-length', row.size!)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(storage.read(row.sha256!));
    },
  });
}
