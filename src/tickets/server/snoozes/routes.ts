import { z } from 'zod';
import { atDesk } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { Snoozing } from '../../rules/tasks/snooze.ts';
import { TicketWithMessages } from '../../rules/ticket.ts';
import { endSnooze, seeSnoozed, snoozeTicket } from './snoozing.ts';

const params = z.object({ number: id() });
const answer = TicketWithMessages;

// prettier-ignore
export const snoozeRoutes = [
  route({ method: 'PUT', path: '/api/tickets/:number/snooze', says: 'Put a ticket away until a morning or the school’s answer, for oneself alone', may: atDesk, params, body: Snoozing, answer, deed: (ctx, { params, body }) => snoozeTicket(ctx, params.number, body) }),
  route({ method: 'DELETE', path: '/api/tickets/:number/snooze', says: 'Take it back before its time', may: atDesk, params, answer, deed: (ctx, { params }) => endSnooze(ctx, params.number) }),
  route({ method: 'PUT', path: '/api/tickets/:number/snooze/seen', says: 'One has seen that it is back', may: atDesk, use: 'only open', params, answer: z.object({ seen: z.literal(true) }), deed: (ctx, { params }) => seeSnoozed(ctx, params.number) }),
];
