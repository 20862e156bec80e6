import { z } from 'zod';
import { atDesk } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { NewView, View, ViewChange, ViewCounts, Views } from '../../rules/lists/view.ts';
import { changeView, countViews, listViews, removeView, saveView } from './views.ts';

const params = z.object({ id: id() });

/** URL to deed, a line each. */
// prettier-ignore
export const viewRoutes = [
  route({ method: 'GET', path: '/api/views', says: 'One’s own stored queries and the shared ones', may: atDesk, answer: Views, deed: ctx => listViews(ctx) }),
  route({ method: 'GET', path: '/api/views/counts', says: 'How many tickets each view has, built-in and stored', may: atDesk, answer: ViewCounts, deed: ctx => countViews(ctx) }),
  route({ method: 'POST', path: '/api/views', says: 'Keep a query under a name', may: atDesk, body: NewView, status: 201, answer: View, deed: (ctx, { body }) => saveView(ctx, body) }),
  route({ method: 'PATCH', path: '/api/views/:id', says: 'Rename it, share it, store another query, or bring it back', may: atDesk, params, body: ViewChange, answer: View, deed: (ctx, { params, body }) => changeView(ctx, params.id, body) }),
  route({ method: 'DELETE', path: '/api/views/:id', says: 'Remove it; for a day it can be brought back', may: atDesk, params, answer: View, deed: (ctx, { params }) => removeView(ctx, params.id) }),
];
