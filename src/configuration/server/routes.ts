import { Readable } from 'node:stream';
import { z } from 'zod';
import { atDesk, opensTickets, signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { route } from '#accounts/server/acting.ts';
import { sendCsv } from '#platform/http/csv.ts';
import { langOf } from '#platform/http/language.ts';
import { admit, serveRoutes, within, type Served } from '#platform/http/routes.ts';
import { id } from '#platform/schemas.ts';
import { localDate } from '#sla/rules/zones.ts';
import { ChangeFilters, ChangeQuery, Changes } from '../rules/change.ts';
import {
  Asking,
  Completing,
  ConfigurationRequest,
  Deciding,
  GivingUp,
  MayAsk,
  Planning,
  RollingBack,
  Settling,
  UnderWay,
} from '../rules/request.ts';
import { checkDays, fileOf, listChanges, lookAtChanges } from './changes.ts';
import { decideRequest, giveUp, settleRequest } from './deciding.ts';
import { completeRequest, planAnew, rollBack } from './doing.ts';
import { askForChange, listUnderWay, requestFor, whoMayAsk } from './requests.ts';

/**
 * The doors of the gate: asking is ordinary work, as a ticket of this category is, and giving up is acting on a ticket.
 * The log is read as knowledge is: it is written for schools and says how the system is now.
 */
const params = z.object({ number: id() });
const answer = ConfigurationRequest;
const one = '/api/configuration/requests/:number';

// prettier-ignore
const configurationRoutes = [
  route({ method: 'GET', path: '/api/configuration/asking', says: 'Whether one may ask for a change of configuration, and who of one’s school may', may: signedIn, door: 'ordinary_work', answer: MayAsk, deed: whoMayAsk }),
  route({ method: 'GET', path: '/api/configuration/requests', says: 'Requests that wait for a decision, and what is planned and not yet done', may: atDesk, answer: UnderWay, deed: listUnderWay }),
  route({ method: 'POST', path: '/api/configuration/requests', says: 'Ask for a change of configuration: a ticket with its request', may: opensTickets, door: 'ordinary_work', body: Asking, status: 201, answer, deed: (ctx, { body }) => askForChange(ctx, body) }),
  route({ method: 'GET', path: one, says: 'What a ticket asks to change, and what was done with it', may: signedIn, door: 'read_tickets', params, answer, deed: (ctx, { params }) => requestFor(ctx, params.number) }),
  route({ method: 'PATCH', path: one, says: 'Settle a request before it is decided: its words, the schools affected, what they will read, the day', may: atDesk, params, body: Settling, answer, deed: (ctx, { params, body }) => settleRequest(ctx, params.number, body) }),
  route({ method: 'POST', path: `${one}/decision`, says: 'Approve a request, or refuse it with the reason', may: atDesk, params, body: Deciding, answer, deed: (ctx, { params, body }) => decideRequest(ctx, params.number, body) }),
  route({ method: 'PUT', path: `${one}/day`, says: 'Move the day for which an approved change is planned', may: atDesk, params, body: Planning, answer, deed: (ctx, { params, body }) => planAnew(ctx, params.number, body.planned_for) }),
  route({ method: 'POST', path: `${one}/completion`, says: 'Record what was really changed, and when', may: atDesk, params, body: Completing, answer, deed: (ctx, { params, body }) => completeRequest(ctx, params.number, body) }),
  route({ method: 'POST', path: `${one}/giving-up`, says: 'Give a request up, with the reason', may: signedIn, door: 'act_on_tickets', params, body: GivingUp, answer, deed: (ctx, { params, body }) => giveUp(ctx, params.number, body) }),
  route({ method: 'POST', path: `${one}/rolling-back`, says: 'Take a change back that was done, with the reason', may: atDesk, params, body: RollingBack, answer, deed: (ctx, { params, body }) => rollBack(ctx, params.number, body) }),
  route({ method: 'GET', path: '/api/configuration/changes', says: 'The log of changes, planned ones first: for a school what concerns it', may: signedIn, door: 'read_knowledge', query: ChangeQuery, answer: Changes, deed: (ctx, { query }) => listChanges(ctx, query) }),
  route({ method: 'PUT', path: '/api/configuration/changes/look', says: 'Mark that one has looked at the log', may: signedIn, door: 'read_knowledge', answer: z.object({}), deed: lookAtChanges }),
];

const tag = 'configuration';

/** Puts the routes of this house on the server. */
export function serveConfiguration(served: Served<Person>): void {
  serveRoutes(served, tag, configurationRoutes);
  serveFile(served);
}

const lines_at_once = 500;

function serveFile(served: Served<Person>): void {
  served.app.route({
    method: 'GET',
    url: '/api/configuration/changes/file',
    schema: {
      tags: [tag],
      summary: 'The log of changes as CSV, of the same filters: for a school what concerns it',
      querystring: ChangeFilters,
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: signedIn, door: 'read_knowledge' });
      const filters = ChangeFilters.parse(request.query);
      checkDays(filters);
      const part = (cursor: string | undefined) =>
        within(served, request, who, ctx => listChanges(ctx, { ...filters, cursor, limit: lines_at_once }));
      const name = `changes-${localDate(served.clock(), who.zone)}.csv`;
      return sendCsv(
        reply,
        Readable.from(fileOf({ side: who.side, lang: langOf(request) }, part), { objectMode: false }),
        name,
      );
    },
  });
}
