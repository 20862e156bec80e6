import { z } from 'zod';
import { keepsOwnSchool, readsRegister, seesRights } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { serveRegisterFile } from '#accounts/server/accounts.ts';
import { route } from '#accounts/server/acting.ts';
import { serveRoutes, type Served } from '#platform/http/routes.ts';
import { id } from '#platform/schemas.ts';
import { keepsRights, mayAsk } from '../rules/policy.ts';
import { Register, RegisterQuery } from '../rules/register.ts';
import { AsRead, Asking, Because, Editing, Keeping, Refusing, RightsRequest } from '../rules/request.ts';
import { askForRights } from './asking.ts';
import { editRequest } from './editing.ts';
import { cellsOf, heads, registerOf, rightsIn } from './register.ts';
import {
  approveRequest,
  doneRequest,
  keepRight,
  letGo,
  prepareRequest,
  refuseRequest,
  requestOf,
  withdrawRequest,
} from './requests.ts';

const params = z.object({ number: id() });
const answer = RightsRequest;
const nothing = z.object({}).optional();

/**
 * Asking is ordinary work at the gate: rights are given to people of schools that are trained and in Stage 1, and of
 * process.json's never-gated list only the locked-out security contact comes near. She asks through `locked_out`, not
 * here. What is under way is read and answered as tickets are.
 */
// prettier-ignore
const rightsRoutes = [
  route({ method: 'POST', path: '/api/rights/requests', says: 'Ask for rights in the supported system: to give, to change, to take away', may: mayAsk, body: Asking, status: 201, answer, deed: (ctx, { body }) => askForRights(ctx, body) }),
  route({ method: 'GET', path: '/api/rights/requests/:number', says: 'What a ticket asks for, who had a hand in it, what can be done', may: seesRights, door: 'read_tickets', params, answer, deed: (ctx, { params }) => requestOf(ctx, params.number) }),
  route({ method: 'PUT', path: '/api/rights/requests/:number', says: 'Say anew what is asked for, while nobody has decided', may: mayAsk, door: 'act_on_tickets', params, body: Editing, answer, deed: (ctx, { params, body }) => editRequest(ctx, params.number, body) }),
  route({ method: 'POST', path: '/api/rights/requests/:number/preparation', says: 'Checked, and put before a second person', may: keepsRights, params, body: AsRead, answer, deed: (ctx, { params, body }) => prepareRequest(ctx, params.number, body) }),
  route({ method: 'POST', path: '/api/rights/requests/:number/approval', says: 'Approve a request', may: keepsRights, params, body: AsRead, answer, deed: (ctx, { params, body }) => approveRequest(ctx, params.number, body) }),
  route({ method: 'POST', path: '/api/rights/requests/:number/refusal', says: 'Refuse a request, with the reason that the school reads', may: keepsRights, params, body: Refusing, answer, deed: (ctx, { params, body }) => refuseRequest(ctx, params.number, body) }),
  route({ method: 'POST', path: '/api/rights/requests/:number/completion', says: 'It is carried out in the supported system', may: keepsRights, params, body: nothing, answer, deed: (ctx, { params }) => doneRequest(ctx, params.number) }),
  route({ method: 'POST', path: '/api/rights/requests/:number/withdrawal', says: 'Take back one’s school’s request, and the ticket with it', may: keepsOwnSchool, door: 'act_on_tickets', params, body: Because, answer, deed: (ctx, { params, body }) => withdrawRequest(ctx, params.number, body) }),
  route({ method: 'POST', path: '/api/rights/requests/:number/keeping', says: 'Keep a right that ends: until when, and why', may: keepsOwnSchool, door: 'act_on_tickets', params, body: Keeping, answer, deed: (ctx, { params, body }) => keepRight(ctx, params.number, body) }),
  route({ method: 'POST', path: '/api/rights/requests/:number/release', says: 'Let a right go that ends', may: keepsOwnSchool, door: 'act_on_tickets', params, body: nothing, answer, deed: (ctx, { params }) => letGo(ctx, params.number) }),
  route({ method: 'GET', path: '/api/rights', says: 'The register: who has what at which school, since when, who approved', may: readsRegister, door: 'read_tickets', query: RegisterQuery, answer: Register, deed: (ctx, { query }) => registerOf(ctx, query) }),
];

const tag = 'rights';

/** Puts the routes of this house on the server. */
export function serveRights(served: Served<Person>): void {
  serveRoutes(served, tag, rightsRoutes);
  serveRegisterFile(served, {
    name: tag,
    summary: 'The register as CSV, of the same filters',
    may: readsRegister,
    filters: RegisterQuery.omit({ limit: true, offset: true }),
    told: 'rights_exported',
    heads,
    lines: async (ctx, page) => (await rightsIn(ctx, page)).map(row => cellsOf(row, ctx.lang)),
  });
}
