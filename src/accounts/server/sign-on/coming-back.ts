import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState } from '#platform/db/database.ts';
import type { Served } from '#platform/http/routes.ts';
import { Refusal } from '#platform/refusals.ts';
import { stateOfLink } from '../../rules/links.ts';
import { wayIsOver, type ReturnReason } from '../../rules/sign-on.ts';
import type { AtDesk, Person } from '../../rules/who.ts';
import { actorOf } from '../acting.ts';
import { personOfSession } from '../gate.ts';
import { arrive, type Arrived } from '../links/arriving.ts';
import { linkOf } from '../links/store.ts';
import { cookiesOf, setCookies, wayCookie } from '../sign-in/cookies.ts';
import { hashOf, looksLikeSecret } from '../sign-in/secrets.ts';
import { entranceOf } from '../sign-in/entrance.ts';
import { openSession } from '../sign-in/sign-in.ts';
import { recordDeed } from '../story/story.ts';
import { provenBy, type Crossing } from './departing.ts';
import { clientOf, comeBack, WayFailed, type CameBack } from './provider.ts';
import {
  boundTo,
  departureOf,
  endSubject,
  insertSubject,
  offerOf,
  personOfSubject,
  useDeparture,
  type Departure,
  type ProviderRow,
} from './store.ts';

/**
 * Where the provider sends browsers back to. Whatever comes of it is a page: of the desk when it went well, else the
 * page that the browser left from, with the reason in its address. No word of the provider's is shown or logged.
 */
export function serveComingBack(served: Served<Person>, crossing: Crossing): void {
  served.app.route({
    method: 'GET',
    url: '/api/sign-on/back',
    schema: { tags: ['Accounts'], summary: 'Come back from the provider of single sign-on' },
    handler: async (request, reply) => {
      const leave: { departure?: Departure } = {};
      wayCookie.clear(crossing.home, reply);
      try {
        return await cameBack(served, crossing, { request, reply, leave });
      } catch (error) {
        if (!(error instanceof WayFailed)) throw error;
        // Its keys may be others now: the next way asks for them anew.
        if (error.reason === 'wrong_key') crossing.providers.forget();
        return reply.redirect(pageAfter(error.reason, leave.departure), 303);
      }
    },
  });
}

const pageAfter = (reason: ReturnReason, departure: Departure | undefined) =>
  departure?.purpose === 'binding' ? `${own_page}?sign_on=${reason}` : `/sign-in?sign_on=${reason}`;
const own_page = '/desk/tokens';

interface Request {
  request: FastifyRequest;
  reply: FastifyReply;
  leave: { departure?: Departure };
}

async function cameBack(
  served: Served<Person>,
  crossing: Crossing,
  { request, reply, leave }: Request,
): Promise<FastifyReply> {
  const { home, back, sealing, providers } = crossing;
  const db = served.database.owner;
  const { state } = request.query as { state?: unknown };
  const cookie = wayCookie.of(home, request);
  if (typeof state !== 'string' || !looksLikeSecret(state) || !cookie) throw new WayFailed('unknown_way');
  const departure = await departureOf(db, hashOf(state), hashOf(cookie));
  if (!departure) throw new WayFailed('unknown_way');
  leave.departure = departure;
  if (wayIsOver(departure.at, served.clock())) throw new WayFailed('late');
  if (!(await useDeparture(db, departure.state_hash, served.clock()))) throw new WayFailed('again');
  const row = await offerOf(db);
  if (!row) throw new WayFailed('off');
  const came = new URL(back(request));
  came.search = request.url.split('?')[1] ?? '';
  const found = await providers.of(clientOf(row, sealing));
  const who = await comeBack(found, came, { state, ...provenBy(cookie) }, row.claim);
  if (departure.purpose === 'binding') {
    await bindOwn(served, crossing, request, { departure, row, who });
    return reply.redirect(`${own_page}?sign_on=bound`, 303);
  }
  const as =
    departure.purpose === 'invitation'
      ? await arriveBy(served, { departure, row, who })
      : await personOfSubject(db, row.issuer, who.subject);
  if (!as) throw new WayFailed('unknown_subject');
  const { secrets } = await openSession(entranceOf(served, home, request), as);
  setCookies(home, reply, secrets);
  return reply.redirect(departure.left_for ?? '/desk', 303);
}

interface Back {
  departure: Departure;
  row: ProviderRow;
  who: CameBack;
}

/** Somebody who is signed in, in this same browser and session, binds her own subject; another one of hers ends. */
async function bindOwn(
  served: Served<Person>,
  { home }: Crossing,
  request: FastifyRequest,
  { departure, row, who }: Back,
): Promise<void> {
  const { session } = cookiesOf(home, request);
  const me = session ? await personOfSession(served, session) : null;
  if (!me || me.side !== 'desk' || me.session_id !== departure.session_id) throw new WayFailed('unknown_way');
  const seen_as = await who.seen_as();
  await unlessBound(() =>
    served.database.transact(actorOf({ side: 'system', job: 'sign-on' }), async db => {
      const now = served.clock();
      const before = await boundTo(db, { person_id: me.person_id });
      if (before) await endSubject(db, before.id, { ended_by: me.person_id, ended_at: now });
      await insertSubject(db, { ...subjectOf(row, who, me), seen_as, bound_by: 'herself', bound_at: now });
      await recordDeed({ who: me, db, now }, { ...bound, facts: { person: me.person_id, by: 'herself' } });
    }),
  );
}

/** She comes into the iGroup by her invitation, with this subject in place of a password. */
async function arriveBy(served: Served<Person>, { departure, row, who }: Back): Promise<Arrived> {
  const link = await linkOf(served.database.owner, { id: departure.link_id! });
  const now = served.clock();
  if (!link || stateOfLink(link, now) !== 'open') throw new WayFailed('no_link');
  const seen_as = await who.seen_as();
  return unlessBound(() =>
    served.database.transact(actorOf({ side: 'system', job: 'sign-on' }), db =>
      arrive(db, link, {
        now,
        password_hash: null,
        beside: async me => {
          await insertSubject(db, {
            ...subjectOf(row, who, me),
            seen_as,
            bound_by: 'invitation',
            bound_at: now,
          });
        },
      }),
    ),
  );
}

const subjectOf = ({ issuer }: ProviderRow, { subject }: CameBack, { person_id }: AtDesk) => ({
  issuer,
  subject,
  person_id,
});
const bound = { kind: 'sign_on_bound', audience: 'desk' } as const;

async function unlessBound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) === '23505') throw new WayFailed('taken');
    if (error instanceof Refusal) throw new WayFailed('no_link'); // used or withdrawn this very moment
    throw error;
  }
}
