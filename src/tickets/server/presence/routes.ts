import { z } from 'zod';
import { atDesk } from '#accounts/rules/policy.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import type { Signals } from '#platform/live/signals.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { Presence, PresentPeople } from '../../rules/attention.ts';
import type { Doing } from '../../rules/presence.ts';
import { signalDesk } from '../signalling.ts';
import { selectTicket } from '../views.ts';
import type { PresenceBook, Told } from './presence.ts';

const kind = 'presence';
const params = z.object({ number: id() });
const use = 'only open'; // a page tells it of itself, as long as it is in sight

/** Who reads or writes a ticket now: told by the desk's pages, to the desk alone. */
// prettier-ignore
export const presenceRoutes = (book: PresenceBook) => [
  route({ method: 'GET', path: '/api/tickets/:number/presence', says: 'Who else is at a ticket now', may: atDesk, use, params, answer: PresentPeople, deed: (ctx, { params }) => others(ctx, book, params.number) }),
  route({ method: 'PUT', path: '/api/tickets/:number/presence', says: 'One is here, reading or writing; holds for 45 seconds', may: atDesk, use, params, body: Presence, answer: PresentPeople, deed: (ctx, { params, body }) => tell(ctx, book, params.number, body.doing) }),
  route({ method: 'DELETE', path: '/api/tickets/:number/presence', says: 'One has left the ticket', may: atDesk, use, params, answer: PresentPeople, deed: (ctx, { params }) => tell(ctx, book, params.number, null) }),
];

/** Notes what the signals say, from this server and from the others. */
export const hearPresence = (signals: Signals, book: PresenceBook) =>
  signals.join(
    ['desk', 'desk:rights'],
    signal => signal.kind === kind && book.note(signal.facts as unknown as Told),
  );

async function others(ctx: Ctx, book: PresenceBook, number: number) {
  if (!(await selectTicket(ctx, number))) throw notFound();
  return { items: book.at(number).filter(({ person }) => person.id !== ctx.who.person_id) };
}

/** Noted here at once, and with the commit everywhere. Refuses not_found. */
async function tell(ctx: Ctx, book: PresenceBook, number: number, doing: Doing | null) {
  const answer = await others(ctx, book, number);
  const person = { id: ctx.who.person_id, name: ctx.who.name };
  const told: Told = { ticket: number, person, doing, at: ctx.now.getTime() };
  book.note(told);
  await signalDesk(ctx.db, kind, { ...told });
  return answer;
}
