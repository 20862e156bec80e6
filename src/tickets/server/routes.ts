import { z } from 'zod';
import { atDesk, signedIn } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  Again,
  Assignment,
  Change,
  History,
  HistoryQuery,
  Opening,
  TakenBack,
  TicketPage,
  TicketWithMessages,
  Undo,
} from '../rules/ticket.ts';
import { SentMoving, SentNote, SentReply } from '../rules/macros/macro.ts';
import { Counts, Filters, GroupCounts, GroupsQuery, ListQuery } from '../rules/lists/asking.ts';
import { doorOf } from '../rules/opening/door.ts';
import { giveTicket } from './handing/giving.ts';
import { Clocks, Recounts } from '../rules/clocks/schemas.ts';
import { clocksOn } from './clocks/reading.ts';
import { recountsUnderWay } from './clocks/recounting.ts';
import { historyOf } from './history.ts';
import { countTickets, groupTickets, listTickets } from './lists.ts';
import { sendAgain, takeBack } from './sending/sending.ts';
import { noteWith, sendMoveWith, sendReplyWith } from './sending/together.ts';
import { lookAt } from './accesses/accesses.ts';
import { changeTicket, openTicket } from './tickets.ts';
import { undoChange } from './undo/undoing.ts';

const params = z.object({ number: id() });
const waiting = z.object({ number: id(), id: id() });
const answer = TicketWithMessages;

/** URL to deed, a line each. With `waits`, what the desk sends to a school leaves when the undo window is over. */
// prettier-ignore
export const ticketRoutes = (waits: boolean) => [
  route({ method: 'GET', path: '/api/tickets', says: 'The tickets one may see: newest activity first by cursor, or by place in any order', may: signedIn, door: 'read_tickets', query: ListQuery, answer: TicketPage, deed: (ctx, { query }) => listTickets(ctx, query) }),
  route({ method: 'GET', path: '/api/tickets/counts', says: 'How many there are of the same filters', may: signedIn, door: 'read_tickets', query: Filters, answer: Counts, deed: (ctx, { query }) => countTickets(ctx, query) }),
  route({ method: 'GET', path: '/api/tickets/groups', says: 'How many of them in each group, in the list’s order', may: signedIn, door: 'read_tickets', query: GroupsQuery, answer: GroupCounts, deed: (ctx, { query }) => groupTickets(ctx, query) }),
  route({ method: 'POST', path: '/api/tickets', says: 'Open a ticket', may: signedIn, door: ({ body }) => doorOf(body.category), body: Opening, status: 201, answer, deed: (ctx, { body }) => openTicket(ctx, body) }),
  route({ method: 'GET', path: '/api/tickets/:number', says: 'A ticket with its messages', may: signedIn, door: 'read_tickets', params, answer, deed: (ctx, { params }) => lookAt(ctx, params.number) }),
  route({ method: 'PATCH', path: '/api/tickets/:number', says: 'Correct category, impact or urgency', may: atDesk, params, body: Change, answer, deed: (ctx, { params, body }) => changeTicket(ctx, params.number, body) }),
  route({ method: 'POST', path: '/api/tickets/:number/replies', says: 'Reply: the other side reads it; the desk’s leaves after ten seconds', may: signedIn, door: 'act_on_tickets', params, body: SentReply, status: 201, answer, deed: (ctx, { params, body }) => sendReplyWith(ctx, params.number, body, waits) }),
  route({ method: 'POST', path: '/api/tickets/:number/notes', says: 'Note: only the iGroup reads it', may: atDesk, params, body: SentNote, status: 201, answer, deed: (ctx, { params, body }) => noteWith(ctx, params.number, body, waits) }),
  route({ method: 'POST', path: '/api/tickets/:number/moves', says: 'Make a move of the life cycle, with what it requires', may: signedIn, door: 'act_on_tickets', params, body: SentMoving, answer, deed: (ctx, { params, body }) => sendMoveWith(ctx, params.number, body, waits) }),
  route({ method: 'DELETE', path: '/api/tickets/:number/outgoing/:id', says: 'Take back one’s own message before it leaves', may: atDesk, params: waiting, answer: TakenBack, deed: (ctx, { params }) => takeBack(ctx, params.number, params.id) }),
  route({ method: 'POST', path: '/api/tickets/:number/outgoing/:id/again', says: 'Send one’s own message again that was stopped: it leaves once, after ten seconds', may: atDesk, params: waiting, body: Again, answer, deed: (ctx, { params, body }) => sendAgain(ctx, params.number, params.id, body) }),
  route({ method: 'POST', path: '/api/tickets/:number/undo', says: 'Undo one’s own last change', may: signedIn, door: 'act_on_tickets', params, body: Undo, answer: TakenBack, deed: (ctx, { params, body }) => undoChange(ctx, params.number, Number(body.change)) }),
  route({ method: 'PUT', path: '/api/tickets/:number/assignment', says: 'Give the ticket to an agent, to a team, to who is next in it, or to nobody', may: atDesk, params, body: Assignment, answer, deed: (ctx, { params, body }) => giveTicket(ctx, params.number, body) }),
  route({ method: 'GET', path: '/api/tickets/:number/history', says: 'The story of a ticket or a part of it, oldest first', may: signedIn, door: 'read_tickets', params, query: HistoryQuery, answer: History, deed: (ctx, { params, query }) => historyOf(ctx, params.number, query) }),
  route({ method: 'GET', path: '/api/tickets/:number/clocks', says: 'The clocks of a ticket: what is promised, how it stands, and why, line by line', may: signedIn, door: 'read_tickets', params, answer: Clocks, deed: (ctx, { params }) => clocksOn(ctx, params.number) }),
  route({ method: 'GET', path: '/api/clocks/recounts', says: 'How many open tickets are being counted anew since a calendar changed', may: atDesk, answer: Recounts, deed: recountsUnderWay }),
];
