import type { FastifyRequest } from 'fastify';
import type { Config } from '#platform/config.ts';
import type { Database, Db } from '#platform/db/database.ts';
import type { Gate } from '#platform/http/routes.ts';
import { notAllowed } from '#platform/refusals.ts';
import { sessionStands, tokenStands, worthWriting } from '../rules/expiry.ts';
import { cameFrom, type CameFrom } from '../rules/origin.ts';
import { desk_zone, scopes, type DeskRole, type Person, type SchoolRole, type Scope } from '../rules/who.ts';
import { actorOf } from './acting.ts';
import { cookiesOf } from './sign-in/cookies.ts';
import { hashOf } from './sign-in/secrets.ts';
import { markSeen, markTokenSeen } from './sign-in/store.ts';
import { personById, readersOf, type PersonRow, type Readers } from './sign-in/views.ts';

type Home = Pick<Config, 'public_url'>;
type Surroundings = { database: Database; clock: () => Date };

/**
 * Who is asking: by `Authorization: Bearer`, else by the session's cookie. Somebody who left, a closed login, a
 * session or token that is over: nobody. A change that comes with the cookie and from
 * another site's page is refused; browsers always say where a change comes from, so what says nothing is a script.
 */
export function gateOf({ database, clock, config }: Surroundings & { config: Home }): Gate<Person> {
  const readers = readersOf(database.owner);
  return {
    identify: async (request, use = 'in use') => {
      const token = bearerOf(request);
      if (token !== undefined) return personOfToken({ database, clock, readers }, token);
      const { session } = cookiesOf(config, request);
      if (session === undefined) return null;
      if (changes(request.method) && originOf(config, request) === 'elsewhere') throw fromElsewhere();
      return personOfSession({ database, clock, readers }, session, use);
    },
    actorOf,
    inScope: (who, method) => who.scopes.includes(changes(method) ? 'write' : 'read'),
  };
}

/**
 * The person of a session's cookie, or null. Notes that the session is in use, every five minutes; a page that is
 * only open does not keep its session from ending idle.
 */
export async function personOfSession(
  { database, clock, readers = readersOf(database.owner) }: Surroundings & { readers?: Readers },
  secret: string,
  use: 'in use' | 'only open' = 'in use',
): Promise<Person | null> {
  const now = clock();
  const row = await readers.session(hashOf(secret));
  if (!row || row.left_at || row.closed_at || !sessionStands(row, now)) return null;
  if (use === 'in use' && worthWriting(row.seen_at, now)) await markSeen(database.owner, row.id, now);
  return personOf(row, { session_id: row.id, token_id: null, scopes });
}

/** Notes that the token is in use, every five minutes, as of sessions. */
async function personOfToken(
  { database, clock, readers }: Surroundings & { readers: Readers },
  secret: string,
): Promise<Person | null> {
  const now = clock();
  const row = await readers.token(hashOf(secret));
  if (!row || row.left_at || !tokenStands(row, now)) return null;
  if (worthWriting(row.seen_at, now)) await markTokenSeen(database.owner, row.id, now);
  return personOf(row, { session_id: null, token_id: row.id, scopes: row.scopes });
}

/** Somebody of the iGroup as she may act now, for a deed that she began earlier; undefined when she has left. */
export async function deskPerson(db: Db, id: number, by: Omit<By, 'scopes'>): Promise<Person | undefined> {
  const row = await personById(db, id);
  return row && !row.left_at && row.school_id === null ? personOf(row, { ...by, scopes }) : undefined;
}

type By = { session_id: string | null; token_id: string | null; scopes: readonly Scope[] };

function personOf({ person_id, name, roles, school_id, zone }: PersonRow, by: By): Person {
  const acting = { person_id, name, ...by };
  return school_id === null
    ? { side: 'desk', roles: roles as DeskRole[], zone: desk_zone, ...acting }
    : { side: 'school', school_id, roles: roles as SchoolRole[], zone: zone ?? desk_zone, ...acting };
}

const changes = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

const bearerOf = ({ headers }: FastifyRequest) => /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];

function originOf({ public_url }: Home, { headers, host }: FastifyRequest): CameFrom {
  const site = headers['sec-fetch-site'];
  const said = { origin: headers.origin, site: typeof site === 'string' ? site : undefined };
  return cameFrom(said, { host, public_origin: public_url?.origin });
}

/** For the doors that need no cookie (sign-in, set-up): refuses another site's page, but not a script. */
export function refuseOtherSites(home: Home, request: FastifyRequest): void {
  if (originOf(home, request) === 'elsewhere') throw fromElsewhere();
}

const fromElsewhere = () =>
  notAllowed({
    en: 'This request did not come from this help desk’s own pages (its Origin is another one).',
    fr: 'Cette requête ne vient pas des pages de ce centre d’aide (son origine est autre).',
  });
