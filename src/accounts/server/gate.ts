import type { FastifyRequest } from 'fastify';
import type { Config } from '#platform/config.ts';
import type { Database, Db } from '#platform/db/database.ts';
import type { Gate } from '#platform/http/routes.ts';
import { notAllowed, notNow, Refusal } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { opensFirst } from '../rules/first-change.ts';
import { sessionStands, tokenStands, worthWriting } from '../rules/expiry.ts';
import { cameFrom, type CameFrom } from '../rules/origin.ts';
import { scopes, type DeskRole, type Person, type SchoolRole, type Scope } from '../rules/who.ts';
import { actorOf } from './acting.ts';
import { cookiesOf } from './sign-in/cookies.ts';
import { timeOf } from './igroup/store.ts';
import { hashOf } from './sign-in/secrets.ts';
import { markSeen, markTokenSeen } from './sign-in/store.ts';
import { personById, readersOf, type PersonRow, type Readers } from './sign-in/views.ts';

type Home = Pick<Config, 'public_url'>;
type Surroundings = { database: Database; clock: () => Date };
/** What the schools' house says of a door: the refusal where it is shut to a person (schools/server/gate.ts). */
type Doors = { shut: Gate<Person>['shut'] };

/**
 * Who is asking: by `Authorization: Bearer`, else by the session's cookie. Somebody who left, a closed login, a
 * session or token that is over: nobody. A change that comes with the cookie and from
 * another site's page is refused; browsers always say where a change comes from, so what says nothing is a script. A
 * page that was opened for somebody else than is signed in by now gets nothing and does nothing.
 */
export function gateOf({
  database,
  clock,
  config,
  shut,
}: Surroundings & Doors & { config: Home }): Gate<Person> {
  const readers = readersOf(database.owner);
  return {
    identify: async (request, use = 'in use') => {
      const token = bearerOf(request);
      if (token !== undefined) return personOfToken({ database, clock, readers }, token);
      const { session } = cookiesOf(config, request);
      if (session === undefined) return null;
      if (changes(request.method) && originOf(config, request) === 'elsewhere') throw fromElsewhere();
      const who = await personOfSession({ database, clock, readers }, session, use);
      if (who && !namesHer(request, who)) throw anotherActs();
      if (who?.must_change && !opensFirst(request.method, request.routeOptions.url)) throw chooseFirst();
      return who;
    },
    actorOf,
    shut,
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
  const who = personOf(row, now, { session_id: row.id, token_id: null, scopes });
  return row.made_at && who.side === 'school' ? { ...who, must_change: true } : who;
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
  return personOf(row, now, { session_id: null, token_id: row.id, scopes: row.scopes });
}

/** Somebody as she may act now, for a deed that she began earlier or before she has a session; undefined when she has left. */
export async function personActing(
  db: Db,
  id: number,
  { now, ...by }: Omit<By, 'scopes'> & { now: Date },
): Promise<Person | undefined> {
  const row = await personById(db, id);
  return row && !row.left_at ? personOf(row, now, { ...by, scopes }) : undefined;
}

/** The same, of the iGroup alone. */
export async function deskPerson(db: Db, id: number, by: Omit<By, 'scopes'>): Promise<Person | undefined> {
  const row = await personById(db, id);
  if (!row || row.left_at || row.school_id !== null) return undefined;
  return atDesk(row, { ...by, scopes });
}

type By = { session_id: string | null; token_id: string | null; scopes: readonly Scope[] };

function atDesk({ person_id, name, roles, desk: said }: PersonRow, by: By): Person {
  const desk = timeOf(said);
  return { side: 'desk', roles: roles as DeskRole[], zone: desk.zone, desk, person_id, name, ...by };
}

/** Whoever asks, as of now: what is planned for her school's next day opens by itself when that day begins there. */
function personOf(row: PersonRow, now: Date, by: By): Person {
  const { person_id, name, school_id, trained_from, stage1_from, suspended_from } = row;
  if (school_id === null) return atDesk(row, by);
  const desk = timeOf(row.desk);
  const zone = row.zone ?? desk.zone;
  return {
    side: 'school',
    school_id,
    roles: row.roles as SchoolRole[],
    zone,
    desk,
    since: { trained_from, stage1_from, suspended_from },
    today: localDate(now, zone),
    person_id,
    name,
    ...by,
  };
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

/** A page says for whom it was opened, by her number; a script says nothing. */
const namesHer = ({ headers }: FastifyRequest, { person_id }: Person) =>
  headers['acting-person'] === undefined || headers['acting-person'] === String(person_id);

const anotherActs = () =>
  notNow(
    {
      en: 'Somebody else is signed in in this browser by now, or you act for another school. Nothing was done.',
      fr: 'Une autre personne est maintenant connectée dans ce navigateur, ou vous agissez pour une autre école. Rien n’a été fait.',
    },
    { stop: 'another_person' },
  );

const chooseFirst = () =>
  new Refusal(
    'not_allowed',
    {
      en: 'First choose a password of your school’s own: the one from the letter opens nothing else.',
      fr: 'Choisissez d’abord un mot de passe propre à votre école : celui de la lettre n’ouvre rien d’autre.',
    },
    { stop: 'must_change' },
  );

const fromElsewhere = () =>
  notAllowed({
    en: 'This request did not come from this help desk’s own pages (its Origin is another one).',
    fr: 'Cette requête ne vient pas des pages de ce centre d’aide (son origine est autre).',
  });
