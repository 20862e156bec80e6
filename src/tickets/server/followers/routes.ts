import { z } from 'zod';
import { atDesk } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { TicketWithMessages } from '../../rules/ticket.ts';
import { addFollower, removeFollower } from './following.ts';

const params = z.object({ number: id(), person: id() });
const answer = TicketWithMessages;

// prettier-ignore
export const followerRoutes = [
  route({ method: 'PUT', path: '/api/tickets/:number/followers/:person', says: 'Follow a ticket, or have a colleague follow it', may: atDesk, params, answer, deed: (ctx, { params }) => addFollower(ctx, params.number, params.person) }),
  route({ method: 'DELETE', path: '/api/tickets/:number/followers/:person', says: 'Follow it no longer', may: atDesk, params, answer, deed: (ctx, { params }) => removeFollower(ctx, params.number, params.person) }),
];
