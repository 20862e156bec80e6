import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Live } from '#platform/live/live.ts';
import type { Signals } from '#platform/live/signals.ts';
import { admit, type Served } from '#platform/http/routes.ts';
import { seesRights, signedIn } from '../../rules/policy.ts';
import type { Person } from '../../rules/who.ts';
import { actorOf, readsInside, visibleTo } from '../acting.ts';
import { sessions_ended } from '../sign-in/store.ts';
import { events } from './story.ts';

/** One event as an open page hears it: what kind, and on which ticket. The page asks the API for the rest. */
export interface Heard {
  position: number;
  kind: string;
  ticket: number | null;
}

const heartbeat_ms = 20_000;
const most_unread_bytes = 1_000_000;
export const rows_at_once = 500;

/** Which readers may see the same rows: the desk with and without what is about rights (S10), or one school. */
export const groupOf = (who: Person): string =>
  who.side === 'school' ? `school:${who.school_id}` : seesRights(who) ? 'desk:rights' : 'desk';

/** Whom a signal may be for that this person hears. */
const namesOf = (who: Person): string[] => [
  ...new Set([groupOf(who), who.side === 'school' ? 'schools' : 'desk', `person:${who.person_id}`]),
];

/** Wakes those whom an event concerns: the payload of its NOTIFY is `position:school`, null means "look yourselves". */
export function wakeFor(live: Live<Heard>, payload: string | null): void {
  if (payload === null) return live.wakeAll();
  const school = payload.split(':')[1];
  live.wake('desk');
  live.wake('desk:rights');
  if (school) live.wake(`school:${school}`);
}

const readAfter =
  ({ database, code_wall }: Served<Person>, who: Person) =>
  (after: number): Promise<Heard[]> =>
    database.transact(actorOf(who), db =>
      db
        .select({ position: events.position, kind: events.kind, ticket: events.ticket_number })
        .from(events)
        .where(
          and(
            gt(events.position, after),
            visibleTo({ who, code_wall }, events.school_id),
            readsInside({ who, code_wall }) ? undefined : eq(events.audience, 'school'),
          ),
        )
        .orderBy(asc(events.position))
        .limit(rows_at_once),
    );

const Resuming = z.object({ after: z.coerce.number().int().min(0).optional() });

/** `GET /api/events`: server-sent events in commit order; `Last-Event-ID` (or `?after=`) goes on where it was cut.
 * Beside them `signal` events, which have no place in the order and are not told again. */
export function streamRoute(served: Served<Person>, live: Live<Heard>, signals: Signals): void {
  const open = new Set<FastifyReply['raw']>();
  served.app.addHook('preClose', async () => open.forEach(raw => raw.end()));
  served.app.route({
    method: 'GET',
    url: '/api/events',
    schema: {
      tags: ['live'],
      summary: 'What happens, as server-sent events; resumes by Last-Event-ID',
      querystring: Resuming,
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: signedIn, door: 'gate_page' });
      const hears = worksHere(served, who) ? groupOf(who) : null;
      const read = readAfter(served, who);
      const newest = await newestPosition(served, who);
      // After a restore the numbers may be lower than those that a page remembers.
      const position = Math.min(resumed(request) ?? newest, newest);
      if (reply.raw.destroyed || request.raw.socket.destroyed) return reply.hijack(); // the page was left meanwhile
      openStream(reply, position);
      open.add(reply.raw);
      const reader = {
        position,
        send: (row: Heard) => write(reply, `id: ${row.position}\ndata: ${JSON.stringify(row)}\n\n`),
      };
      // At the gate nothing of the story is heard, only that the gate opens, and what is announced.
      const leave = hears === null ? () => undefined : live.join(hears, read, reader);
      const beating = () => void keepAlive(served, request, { reply, hears });
      const unhear = signals.join(namesOf(who), ({ kind, facts }) => {
        if (hears !== null || heard_at_gate.has(kind))
          write(reply, `event: signal\ndata: ${JSON.stringify({ kind, ...facts })}\n\n`);
        if (kind === 'standing' || kind === sessions_ended) beating();
      });
      const beat = setInterval(beating, heartbeat_ms);
      reply.raw.once('close', () => {
        open.delete(reply.raw);
        clearInterval(beat);
        leave();
        unhear();
      });
      return reply;
    },
  });
}

function resumed(request: FastifyRequest): number | undefined {
  const header = Number(request.headers['last-event-id'] ?? Number.NaN);
  if (Number.isSafeInteger(header) && header >= 0) return header;
  return (request.query as z.infer<typeof Resuming>).after;
}

const newestPosition = ({ database }: Served<Person>, who: Person): Promise<number> =>
  database.transact(actorOf(who), async db => {
    const [row] = await db
      .select({ newest: sql<number>`coalesce(max(${events.position}), 0)::bigint` })
      .from(events);
    return row!.newest;
  });

function openStream(reply: FastifyReply, position: number): void {
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  write(reply, `retry: 2000\nevent: hello\nid: ${position}\ndata: ${JSON.stringify({ position })}\n\n`);
}

const write = (reply: FastifyReply, text: string) => {
  if (reply.raw.writableEnded || reply.raw.destroyed) return;
  // Whoever reads nothing is cut off, and goes on by Last-Event-ID.
  if (reply.raw.writableLength > most_unread_bytes) reply.raw.destroy();
  else reply.raw.write(text);
};

/** What is heard by who may not come further than the gate. */
const heard_at_gate = new Set(['standing', 'announcements', 'status']);

const worksHere = ({ gate }: Pick<Served<Person>, 'gate'>, who: Person) => !gate.shut(who, 'sign_in');

/**
 * A stream ends with its session: somebody who was signed out hears nothing more. It ends also when the gate opens or
 * shuts, or with a role that rights are kept by, and the page opens another, which hears what it then may.
 */
async function keepAlive(
  served: Served<Person>,
  request: FastifyRequest,
  { reply, hears }: { reply: FastifyReply; hears: string | null },
): Promise<void> {
  const who = await served.gate.identify(request, 'only open').catch(() => null);
  const now = who && worksHere(served, who) ? groupOf(who) : null;
  if (who && now === hears) return write(reply, ': still here\n\n');
  if (who) write(reply, 'event: again\ndata: {}\n\n');
  reply.raw.end();
}
