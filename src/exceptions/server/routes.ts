import { z } from 'zod';
import { atSchool, signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { serveRegisterFile } from '#accounts/server/accounts.ts';
import { route } from '#accounts/server/acting.ts';
import { serveRoutes, type Served } from '#platform/http/routes.ts';
import { id } from '#platform/schemas.ts';
import {
  Asking,
  Deciding,
  Ending,
  Exception,
  ExceptionQuery,
  Exceptions,
  OnTicket,
  Prolonging,
  Spending,
} from '../rules/exception.ts';
import { decidesExceptions, mayAsk, worksAtDesk } from '../rules/policy.ts';
import {
  askForException,
  countTicket,
  decideException,
  endException,
  lookAtExceptions,
  prolongException,
  spendOn,
  withdrawException,
} from './deeds.ts';
import { cellsOf, exceptionsIn, exceptionsOn, heads, listExceptions } from './reading.ts';

const OfTicket = z.object({ number: id() });
const One = z.object({ id: id() });
const Counting = z.object({ id: id(), number: id() });
const answer = Exception;
const one = '/api/exceptions/:id';
const nothing = z.object({}).optional();

// prettier-ignore
const routes = [
  route({ method: 'GET', path: '/api/exceptions', says: 'Exceptions: a school’s own and those that stand for all, or the desk’s of every school', may: signedIn, door: 'read_tickets', query: ExceptionQuery, answer: Exceptions, deed: (ctx, { query }) => listExceptions(ctx, query) }),
  route({ method: 'PUT', path: '/api/exceptions/look', says: 'Mark that one has looked at one’s school’s exceptions', may: atSchool, door: 'read_tickets', answer: z.object({}), deed: lookAtExceptions }),
  route({ method: 'GET', path: '/api/tickets/:number/exceptions', says: 'What is asked for or allowed on a ticket, and what is in force at its school', may: signedIn, door: 'read_tickets', params: OfTicket, answer: OnTicket, deed: (ctx, { params }) => exceptionsOn(ctx, params.number) }),
  route({ method: 'POST', path: '/api/tickets/:number/exceptions', says: 'Ask on a ticket for an exception: help with what is the school’s own', may: mayAsk, door: 'act_on_tickets', params: OfTicket, body: Asking, status: 201, answer: OnTicket, deed: (ctx, { params, body }) => askForException(ctx, params.number, body) }),
  route({ method: 'POST', path: `${one}/decision`, says: 'Allow an exception for some days, or refuse it with the reason', may: decidesExceptions, params: One, body: Deciding, answer, deed: (ctx, { params, body }) => decideException(ctx, params.id, body) }),
  route({ method: 'POST', path: `${one}/prolongation`, says: 'Let an exception stand longer, with the reason', may: decidesExceptions, params: One, body: Prolonging, answer, deed: (ctx, { params, body }) => prolongException(ctx, params.id, body) }),
  route({ method: 'POST', path: `${one}/end`, says: 'End an exception before its last day, with the reason', may: decidesExceptions, params: One, body: Ending, answer, deed: (ctx, { params, body }) => endException(ctx, params.id, body) }),
  route({ method: 'POST', path: `${one}/withdrawal`, says: 'Take back what was asked and nobody has decided', may: signedIn, door: 'act_on_tickets', params: One, body: nothing, answer, deed: (ctx, { params }) => withdrawException(ctx, params.id) }),
  route({ method: 'POST', path: `${one}/minutes`, says: 'Note minutes that an exception took beside its tickets', may: worksAtDesk, params: One, body: Spending, status: 201, answer, deed: (ctx, { params, body }) => spendOn(ctx, params.id, body) }),
  route({ method: 'PUT', path: `${one}/tickets/:number`, says: 'Count a ticket’s minutes for an exception', may: worksAtDesk, params: Counting, body: nothing, answer, deed: (ctx, { params }) => countTicket(ctx, params, true) }),
  route({ method: 'DELETE', path: `${one}/tickets/:number`, says: 'Count a ticket’s minutes for an exception no more', may: worksAtDesk, params: Counting, answer, deed: (ctx, { params }) => countTicket(ctx, params, false) }),
];

const tag = 'exceptions';

/** Puts the routes of this house on the server. */
export function serveExceptions(served: Served<Person>): void {
  serveRoutes(served, tag, routes);
  serveRegisterFile(served, {
    name: tag,
    summary: 'Exceptions as CSV, of the same filters',
    may: signedIn,
    filters: ExceptionQuery.omit({ limit: true, offset: true }),
    told: 'exceptions_exported',
    heads,
    lines: async (ctx, page) => (await exceptionsIn(ctx, page)).map(row => cellsOf(ctx, row)),
  });
}
