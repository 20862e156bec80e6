import { z } from 'zod';
import { atDesk, atSchool, signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { route } from '#accounts/server/acting.ts';
import type { Config } from '#platform/config.ts';
import { serveRoutes, type Served } from '#platform/http/routes.ts';
import { id } from '#platform/schemas.ts';
import { worksAtDesk } from '#knowledge/rules/policy.ts';
import { Check, Checks, NewCheck, ReadCode, Typed } from '../rules/check.ts';
import {
  Against,
  DrawnDraft,
  Dropping,
  GuideVersion,
  GuideWriting,
  keepsGuide,
  KeptGuide,
  OfVersion,
  Publishing,
  Taking,
} from '../rules/editing.ts';
import { checksOn, keepCheck, listChecks, putOnTicket, readAloud } from './checks/keeping.ts';
import { drawnDraft } from './drawn.ts';
import { dropDraft, keptGuide, publishGuide, saveDraft, takeVersion, versionAt } from './editing/writing.ts';
import { serveMeasures } from './measuring/serving.ts';
import { handed_back, HandBackTexts, HandBackWriting } from '../rules/whose/hand-back.ts';
import { WhoseAnswer } from '../rules/whose/answer.ts';
import { keepFirst, remembering } from './reading/published.ts';
import { Network, NetworkNews, NetworkWriting } from '../rules/network/network.ts';
import { networkFor, networkNews } from './network/reading.ts';
import { lookAtNetwork, publishNetwork } from './network/writing.ts';
import { serveGuideToAll } from './reading/serving.ts';
import { listHandBack, restoreHandBack, writeHandBack } from './whose/hand-back.ts';
import { whoseIs } from './whose/whose.ts';

const OfDuty = z.object({ duty: z.enum(handed_back) });
const OfTicket = z.object({ number: id() });

// prettier-ignore
const routes = [
  route({ method: 'GET', path: '/api/guide', says: 'The connectivity guide in both languages: what is published, what is being written and what is wrong with it', may: atDesk, answer: KeptGuide, deed: ctx => keptGuide(ctx) }),
  route({ method: 'GET', path: '/api/guide/drawing', says: 'The guide as it is being written, drawn: its shapes, and all of it in words', may: atDesk, answer: DrawnDraft, deed: ctx => drawnDraft(ctx) }),
  route({ method: 'PUT', path: '/api/guide/draft', says: 'Keep what is written of the guide', may: keepsGuide, body: GuideWriting, answer: KeptGuide, deed: (ctx, { body }) => saveDraft(ctx, body) }),
  route({ method: 'DELETE', path: '/api/guide/draft', says: 'Drop what is written of the guide and not published', may: keepsGuide, query: Dropping, answer: KeptGuide, deed: (ctx, { query }) => dropDraft(ctx, query.edition) }),
  route({ method: 'POST', path: '/api/guide/versions', says: 'Publish what is written of the guide, when nothing is wrong with it', may: keepsGuide, body: Publishing, status: 201, answer: KeptGuide, deed: (ctx, { body }) => publishGuide(ctx, body) }),
  route({ method: 'GET', path: '/api/guide/versions/:version', says: 'A version of the guide, and what is different in it against another: the one before, if none is named', may: atDesk, params: OfVersion, query: Against, answer: GuideVersion, deed: (ctx, { params, query }) => versionAt(ctx, params.version, query.against) }),
  route({ method: 'POST', path: '/api/guide/versions/:version/draft', says: 'Begin the draft of the guide from a version: it is laid into what is being written', may: keepsGuide, params: OfVersion, body: Taking, answer: KeptGuide, deed: (ctx, { params, body }) => takeVersion(ctx, params.version, body) }),
  route({ method: 'GET', path: '/api/checks', says: 'The newest runs of the connectivity guide: of all schools for the desk, of one’s own for a school', may: signedIn, door: 'connectivity_check', answer: Checks, deed: ctx => listChecks(ctx) }),
  route({ method: 'POST', path: '/api/checks', says: 'Keep a run of the connectivity guide, or what came to it since; with `opens`, open the ticket that it allows', may: atSchool, door: ({ body }) => (body.opens ? 'ordinary_work' : 'connectivity_check'), body: NewCheck, status: 201, answer: Check, deed: (ctx, { body }) => keepCheck(ctx, body) }),
  route({ method: 'GET', path: '/api/checks/codes/:code', says: 'What a code says that was read out over the telephone, and the runs that were kept under it', may: worksAtDesk, params: Typed, answer: ReadCode, deed: (ctx, { params }) => readAloud(ctx, params.code) }),
  route({ method: 'GET', path: '/api/tickets/:number/checks', says: 'The runs of the connectivity guide that belong to a ticket', may: signedIn, door: 'read_tickets', params: OfTicket, answer: Checks, deed: (ctx, { params }) => checksOn(ctx, params.number) }),
  route({ method: 'GET', path: '/api/tickets/:number/responsibility', says: 'Whose a ticket’s matter is, by what, and whether an exception is possible', may: atDesk, params: OfTicket, answer: WhoseAnswer, deed: (ctx, { params }) => whoseIs(ctx, params.number) }),
  route({ method: 'GET', path: '/api/network', says: 'The addresses that a school’s firewall must allow: what holds, what is to come, and what to type into common firewalls', may: signedIn, door: 'read_knowledge', answer: Network, deed: networkFor }),
  route({ method: 'GET', path: '/api/network/news', says: 'Whether a change of these addresses is news to one: to technical contacts and leads, when it is told and on its day', may: signedIn, door: 'read_knowledge', answer: NetworkNews, deed: networkNews }),
  route({ method: 'POST', path: '/api/network/lists', says: 'Publish a list of addresses, from a day on', may: keepsGuide, body: NetworkWriting, status: 201, answer: Network, deed: (ctx, { body }) => publishNetwork(ctx, body) }),
  route({ method: 'PUT', path: '/api/network/look', says: 'Mark that one has looked at the addresses', may: atSchool, door: 'read_knowledge', answer: z.object({}), deed: lookAtNetwork }),
  route({ method: 'GET', path: '/api/hand-back-texts', says: 'With what tickets are handed back to schools: whose it is, and the next step', may: atDesk, answer: HandBackTexts, deed: ctx => listHandBack(ctx) }),
  route({ method: 'PUT', path: '/api/hand-back-texts/:duty', says: 'Write with what tickets of a kind are handed back', may: keepsGuide, params: OfDuty, body: HandBackWriting, answer: HandBackTexts, deed: (ctx, { params, body }) => writeHandBack(ctx, params.duty, body) }),
  route({ method: 'DELETE', path: '/api/hand-back-texts/:duty', says: 'Say again what Firstline came with', may: keepsGuide, params: OfDuty, answer: HandBackTexts, deed: (ctx, { params }) => restoreHandBack(ctx, params.duty) }),
  route({ method: 'POST', path: '/api/tickets/:number/checks', says: 'Put what a code says on a ticket', may: worksAtDesk, params: OfTicket, body: Typed, status: 201, answer: Checks, deed: (ctx, { params, body }) => putOnTicket(ctx, params.number, body.code) }),
];

/** Puts the routes of this house on the server; an installation without a guide begins with the one it came with. */
export async function serveGuide(served: Served<Person>, config: Config): Promise<void> {
  await keepFirst(served.database, served.clock());
  serveGuideToAll(served, config, remembering(served.clock));
  serveMeasures(served, config);
  serveRoutes(served, 'guide', routes);
}
