import { Readable } from 'node:stream';
import { z } from 'zod';
import { keepsOwnSchool, readsRegister, seesRights } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { route } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendCsv } from '#platform/http/csv.ts';
import { langOf } from '#platform/http/language.ts';
import { admit, serveRoutes, within, type Served } from '#platform/http/routes.ts';
import { id } from '#platform/schemas.ts';
import { csv_begin, csvLine } from '#platform/text/csv.ts';
import { localDate } from '#sla/rules/zones.ts';
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
  serveFile(served);
}

const Filters = RegisterQuery.omit({ limit: true, offset: true });
const lines_at_once = 200;

/** The register as a file, read a part at a time in transactions of their own. */
function serveFile(served: Served<Person>): void {
  served.app.route({
    method: 'GET',
    url: '/api/rights/file',
    schema: { tags: [tag], summary: 'The register as CSV, of the same filters', querystring: Filters },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: readsRegister, door: 'read_tickets' });
      const lang = langOf(request);
      const query = Filters.parse(request.query);
      // Told before the first line leaves: who asked may break off, and has read what came.
      await within(served, request, who, ctx =>
        recordDeed(ctx, {
          kind: 'rights_exported',
          audience: who.side,
          ...(who.side === 'school' && { school_id: who.school_id }),
        }),
      );
      const part = (offset: number) =>
        within(served, request, who, async ctx =>
          (await rightsIn(ctx, { ...query, limit: lines_at_once, offset })).map(row =>
            csvLine(cellsOf(row, lang)),
          ),
        );
      return sendCsv(
        reply,
        Readable.from(fileOf(part, csv_begin + csvLine(heads[lang])), { objectMode: false }),
        `rights-${localDate(served.clock(), who.zone)}.csv`,
      );
    },
  });
}

async function* fileOf(part: (offset: number) => Promise<string[]>, head: string) {
  yield head;
  for (let offset = 0; ; offset += lines_at_once) {
    const lines = await part(offset);
    if (lines.length > 0) yield lines.join('');
    if (lines.length < lines_at_once) return;
  }
}
