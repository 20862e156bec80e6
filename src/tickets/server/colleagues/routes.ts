import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { Colleagues, TicketWithMessages } from '../../rules/ticket.ts';
import { addPersonTo, colleaguesOf, removePersonFrom } from './colleagues.ts';

const params = z.object({ number: id() });
const ofPerson = params.extend({ person: id() });
const answer = TicketWithMessages;

// prettier-ignore
export const colleagueRoutes = [
  route({ method: 'GET', path: '/api/tickets/:number/colleagues', says: 'Who of the school can be put on the ticket', may: signedIn, door: 'sign_in', params, answer: Colleagues, deed: (ctx, { params }) => colleaguesOf(ctx, params.number) }),
  route({ method: 'PUT', path: '/api/tickets/:number/people/:person', says: 'Put a person of the school on the ticket', may: signedIn, door: 'act_on_tickets', params: ofPerson, answer, deed: (ctx, { params }) => addPersonTo(ctx, params.number, params.person) }),
  route({ method: 'DELETE', path: '/api/tickets/:number/people/:person', says: 'Take a person off the ticket', may: signedIn, door: 'act_on_tickets', params: ofPerson, answer, deed: (ctx, { params }) => removePersonFrom(ctx, params.number, params.person) }),
];
