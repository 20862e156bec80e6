import { z } from 'zod';
import { atDesk, atSchool, signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import { serveRoutes, type Served } from '#platform/http/routes.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import {
  NewNotice,
  Notice,
  NoticeChange,
  Notices,
  NoticesQuery,
  NoticeVersions,
  Publishing,
  Systems,
  SystemsChange,
  Told,
} from '../rules/notice.ts';
import { draftsNotices, keepsSystems, tellsNotices } from '../rules/policy.ts';
import {
  Affected,
  Gathered,
  Gathering,
  Match,
  MeToo,
  ProblemOfTicket,
  Putting,
  Typed,
  Works,
} from '../rules/problem.ts';
import { servePages, type Links } from './page/serving.ts';
import { affectedBy, gatherTickets, partTicket, problemOfTicket, putTicket } from './problems/gathering.ts';
import { sayMeToo, sayWorks, takeMeTooBack } from './problems/me-toos.ts';
import { listNotices, matchFor, noticeAt, versionsAt } from './reading.ts';
import { listSystems, setSystems } from './systems.ts';
import { takeUpdateBack, tellUpdate } from './telling.ts';
import { beginNotice, changeNotice, dropNotice, publishNotice } from './writing.ts';

/**
 * The doors of the gate: what is told is read at every standing, as announcements are. "Me too" stands in place of a
 * ticket, so it is ordinary work as one is.
 */
const door = 'notices';
const params = z.object({ id: z.uuid() });
const OfTicket = z.object({ number: id() });
const base = '/api/status/notices';
const one = `${base}/:id`;
const of_ticket = '/api/tickets/:number/problem';

type OfSchool = Ctx & { who: { side: 'school' } };
/** Where the wall in code is down, the iGroup comes too: it has no computers to speak of. */
const asSchool = (ctx: Ctx): OfSchool => {
  if (ctx.who.side !== 'school') throw notFound();
  return ctx as OfSchool;
};

/** URL to deed, a line each. With `waits`, what is told waits until the undo window is over. */
// prettier-ignore
const statusRoutes = (waits: boolean) => [
  route({ method: 'GET', path: base, says: 'What is told of the supported system: planned work, incidents, known problems. For a school what concerns it', may: signedIn, door, query: NoticesQuery, answer: Notices, deed: (ctx, { query }) => listNotices(ctx, query) }),
  route({ method: 'POST', path: base, says: 'Begin a notice: a draft that the iGroup alone sees', may: draftsNotices, body: NewNotice, status: 201, answer: Notice, deed: (ctx, { body }) => beginNotice(ctx, body) }),
  route({ method: 'GET', path: one, says: 'One notice with its updates', may: signedIn, door, params, answer: Notice, deed: (ctx, { params }) => noticeAt(ctx, params.id) }),
  route({ method: 'PATCH', path: one, says: 'Change a notice; its text before is kept', may: draftsNotices, params, body: NoticeChange, answer: Notice, deed: (ctx, { params, body }) => changeNotice(ctx, params.id, body) }),
  route({ method: 'POST', path: `${one}/publication`, says: 'Show a draft to those whom it is for', may: draftsNotices, params, body: Publishing, answer: Notice, deed: (ctx, { params, body }) => publishNotice(ctx, params.id, body.edition) }),
  route({ method: 'DELETE', path: one, says: 'Give a draft up', may: draftsNotices, params, answer: Notice, deed: (ctx, { params }) => dropNotice(ctx, params.id) }),
  route({ method: 'GET', path: `${one}/versions`, says: 'What was changed in its text, and by whom', may: atDesk, params, answer: NoticeVersions, deed: (ctx, { params }) => versionsAt(ctx, params.id) }),
  route({ method: 'POST', path: `${one}/updates`, says: 'Tell what is new, to its readers and in each of its tickets; with `move` it also begins, is solved, cancelled or there again', may: draftsNotices, params, body: Told, status: 201, answer: Notice, deed: (ctx, { params, body }) => tellUpdate(ctx, params.id, body, waits) }),
  route({ method: 'DELETE', path: '/api/status/updates/:id', says: 'Take back one’s own update before it is told', may: tellsNotices, params, answer: Notice, deed: (ctx, { params }) => takeUpdateBack(ctx, params.id) }),
  route({ method: 'GET', path: `${one}/affected`, says: 'Who is affected: its tickets, and the people who have it too', may: atDesk, params, answer: Affected, deed: (ctx, { params }) => affectedBy(ctx, params.id) }),
  route({ method: 'POST', path: `${one}/tickets`, says: 'Gather tickets into a known problem', may: draftsNotices, params, body: Gathering, status: 201, answer: Gathered, deed: (ctx, { params, body }) => gatherTickets(ctx, params.id, body.tickets) }),
  route({ method: 'PUT', path: `${one}/me-too`, says: 'Say that one has it too, and with what; once for each person', may: atSchool, params, body: MeToo, answer: Notice, deed: (ctx, { params, body }) => sayMeToo(asSchool(ctx), params.id, body) }),
  route({ method: 'DELETE', path: `${one}/me-too`, says: 'Take that back', may: atSchool, params, answer: Notice, deed: (ctx, { params }) => takeMeTooBack(asSchool(ctx), params.id) }),
  route({ method: 'PUT', path: `${one}/me-too/answer`, says: 'Say whether it works again; if not, a ticket is opened in the same step', may: atSchool, params, body: Works, answer: Notice, deed: (ctx, { params, body }) => sayWorks(asSchool(ctx), params.id, body.works) }),
  route({ method: 'POST', path: '/api/status/matches', says: 'The problem, if there is one, that somebody seems to be writing of', may: signedIn, door: 'read_knowledge', body: Typed, answer: Match, deed: (ctx, { body }) => matchFor(ctx, body) }),
  route({ method: 'GET', path: of_ticket, says: 'The known problem that a ticket is of', may: signedIn, door: 'read_tickets', params: OfTicket, answer: ProblemOfTicket, deed: (ctx, { params }) => problemOfTicket(ctx, params.number) }),
  route({ method: 'PUT', path: of_ticket, says: 'Put a ticket into a known problem', may: draftsNotices, params: OfTicket, body: Putting, answer: ProblemOfTicket, deed: (ctx, { params, body }) => putTicket(ctx, params.number, body.notice) }),
  route({ method: 'DELETE', path: of_ticket, says: 'Take a ticket out of its known problem', may: draftsNotices, params: OfTicket, answer: ProblemOfTicket, deed: (ctx, { params }) => partTicket(ctx, params.number) }),
  route({ method: 'GET', path: '/api/status/systems', says: 'What a notice may be about', may: atDesk, answer: Systems, deed: listSystems }),
  route({ method: 'PUT', path: '/api/status/systems', says: 'Keep the list of what a notice may be about', may: keepsSystems, body: SystemsChange, answer: Systems, deed: (ctx, { body }) => setSystems(ctx, body) }),
];

/** Puts the routes of this house on the server, and its public page, which leads to `links`. */
export function serveStatus(
  served: Served<Person>,
  { waits, links }: { waits: boolean; links: Links },
): void {
  serveRoutes(served, 'status', statusRoutes(waits));
  servePages(served, links);
}
