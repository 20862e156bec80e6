import { z } from 'zod';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  Bulk,
  BulkLines,
  BulkLinesQuery,
  BulkPreview,
  BulkPreviewing,
  Bulks,
  NewBulk,
} from '../../rules/bulks/bulk.ts';
import { beginBulk, linesOf, listBulks, shown, stopBulk, undoBulk, worksMany as may } from './bulks.ts';
import { previewBulk } from './previewing.ts';

const params = z.object({ id: id() });

/** URL to deed, a line each. With `waits`, what speaks to schools waits until the undo window is over. */
// prettier-ignore
export const bulkRoutes = (waits: boolean) => [
  route({ method: 'POST', path: '/api/bulks/preview', says: 'What would come of steps on many tickets, and who refuses why', may, body: BulkPreviewing, answer: BulkPreview, deed: (ctx, { body }) => previewBulk(ctx, body) }),
  route({ method: 'POST', path: '/api/bulks', says: 'Do steps on many tickets, beside the requests', may, body: NewBulk, status: 202, answer: Bulk, deed: (ctx, { body }) => beginBulk(ctx, body, waits) }),
  route({ method: 'GET', path: '/api/bulks', says: 'One’s own of the last day, with how far they are', may, answer: Bulks, deed: ctx => listBulks(ctx) }),
  route({ method: 'GET', path: '/api/bulks/:id', says: 'How far one of them is', may, params, answer: Bulk, deed: (ctx, { params }) => shown(ctx, params.id) }),
  route({ method: 'GET', path: '/api/bulks/:id/tickets', says: 'What became of each ticket, with reasons', may, params, query: BulkLinesQuery, answer: BulkLines, deed: (ctx, { params, query }) => linesOf(ctx, params.id, query) }),
  route({ method: 'POST', path: '/api/bulks/:id/stop', says: 'Do no more of it', may, params, answer: Bulk, deed: (ctx, { params }) => stopBulk(ctx, params.id) }),
  route({ method: 'POST', path: '/api/bulks/:id/undo', says: 'Take all of it back, each ticket if it still can be', may, params, answer: Bulk, deed: (ctx, { params }) => undoBulk(ctx, params.id) }),
];
