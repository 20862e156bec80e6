import { signedIn } from '#accounts/rules/policy.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { z } from 'zod';
import { courtOf } from '../../rules/lifecycle.ts';
import { usualWords } from '../../rules/process/step-times.ts';
import { Usual } from '../../rules/process/usual.ts';
import { selectTicket } from '../views.ts';
import { stepTime } from './store.ts';

export const courseRoutes = [
  route({
    method: 'GET',
    path: '/api/tickets/:number/usual-time',
    says: 'How long tickets of this category usually are in the state of this one; null where too few tell it',
    may: signedIn,
    door: 'read_tickets',
    params: z.object({ number: id() }),
    answer: Usual,
    deed: (ctx, { params }) => usualOn(ctx, params.number),
  }),
];

/** How long this ticket's step usually takes, in the desk's open time. Refuses not_found. */
async function usualOn(ctx: Ctx, number: number): Promise<Usual> {
  const ticket = await selectTicket(ctx, number);
  if (!ticket) throw notFound();
  const time = courtOf(ticket.state) === null || ticket.passed_to ? undefined : await stepTime(ctx, ticket);
  if (!time) return { words: null, half_minutes: null, most_minutes: null };
  return { ...time, words: usualWords(time, ctx.lang) };
}
