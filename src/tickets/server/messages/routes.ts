import { z } from 'zod';
import { atDesk, signedIn } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { Edit, TicketWithMessages } from '../../rules/ticket.ts';
import { editMessage } from './editing.ts';

const params = z.object({ number: id(), id: id() });
const answer = TicketWithMessages;

/** One's own words, changed with trace. */
// prettier-ignore
export const messageRoutes = [
  route({ method: 'PATCH', path: '/api/tickets/:number/replies/:id', says: 'Edit one’s own message: a quarter of an hour, until the other side has seen it; old texts are kept', may: signedIn, door: 'act_on_tickets', params, body: Edit, answer, deed: (ctx, { params, body }) => editMessage(ctx, 'reply', params, body) }),
  route({ method: 'PATCH', path: '/api/tickets/:number/notes/:id', says: 'Edit one’s own note, within a day; old texts are kept', may: atDesk, params, body: Edit, answer, deed: (ctx, { params, body }) => editMessage(ctx, 'note', params, body) }),
];
