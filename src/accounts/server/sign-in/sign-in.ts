import type { z } from 'zod';
import type { Database, Db } from '#platform/db/database.ts';
import { notAllowed, notSignedIn, notValid, Refusal } from '#platform/refusals.ts';
import { sessionEnds } from '../../rules/expiry.ts';
import { administrators, keepersOfSchools, leads, opensTickets, readsAudit } from '../../rules/policy.ts';
import { Username, type Session, type SignIn, type WhoIsIt } from '../../rules/session.ts';
import type { Person } from '../../rules/who.ts';
import { personOfSession } from '../gate.ts';
import type { Cookies } from './cookies.ts';
import { checkPassword } from './passwords.ts';
import { hashOf, newSecret } from './secrets.ts';
import { as_owner, endSessionOf, insertSession, rememberBrowser } from './store.ts';
import { countTry } from './tries.ts';
import { loginNamed, peopleBehind, schoolNamed } from './views.ts';

/** Where and when somebody signs in: nobody is acting yet, so there is no Ctx. */
export interface Entrance {
  database: Database;
  clock: () => Date;
  /** The caller's IP address. */
  address: string;
  cookies: Cookies;
}

/** Signed in: the session that the person sees, and the secrets for her cookies. */
export interface SignedIn {
  session: Session;
  secrets: { session: string; browser: string };
}

/**
 * Signs in with a login. A school's login without `person` answers its people to choose from (S24), once the
 * password was right. Refuses with not_signed_in, whatever was wrong of user name and password; not_valid when
 * `person` is not of that school or has left; too_many (rules/limits.ts).
 */
export async function signIn(
  entrance: Entrance,
  given: z.output<typeof SignIn>,
): Promise<SignedIn | z.infer<typeof WhoIsIt>> {
  const { database, clock, address, cookies } = entrance;
  const username = Username.safeParse(given.username).data ?? '';
  const browser_hash = cookies.browser ? hashOf(cookies.browser) : null;
  const login = await loginNamed(database.owner, username, browser_hash);
  const tried = { username, address, browser_hash: login?.known ? browser_hash : null };
  const { forgive } = await countTry(database, tried, clock());
  const right = await checkPassword(login?.password_hash, given.password);
  const people = login && right ? await peopleBehind(database.owner, login) : [];
  if (!login || !right || (login.person_id !== null && people.length === 0)) throw wrong();
  await forgive();
  if (login.school_id !== null && given.person === undefined) return { people };
  const person = login.school_id === null ? people[0] : people.find(({ id }) => id === given.person);
  if (!person) throw notValid('person', notOfThisSchool);
  return openSession(entrance, { login_id: login.id, person_id: person.id });
}

/** Opens a session, ends the one that the browser came with, and knows the browser at this login from now on. */
export async function openSession(
  { database, clock, cookies }: Entrance,
  as: { login_id: number; person_id: number },
): Promise<SignedIn> {
  const now = clock();
  const secrets = { session: newSecret(), browser: cookies.browser ?? newSecret() };
  await database.transact(as_owner, async db => {
    if (cookies.session) await endSessionOf(db, hashOf(cookies.session), now);
    const span = { created_at: now, seen_at: now, expires_at: sessionEnds(now) };
    await insertSession(db, { ...as, ...span, token_hash: hashOf(secrets.session) });
    await rememberBrowser(db, {
      login_id: as.login_id,
      token_hash: hashOf(secrets.browser),
      created_at: now,
    });
  });
  const who = await personOfSession({ database, clock }, secrets.session);
  if (!who) throw notSignedIn(); // she left, or the login was closed, this very moment
  return { session: await sessionOf(database.owner, who), secrets };
}

/** What a signed-in person is told of herself. */
export async function sessionOf(db: Db, who: Person): Promise<Session> {
  return {
    person: { id: who.person_id, name: who.name },
    side: who.side,
    roles: [...who.roles],
    school: who.side === 'school' ? ((await schoolNamed(db, who.school_id)) ?? null) : null,
    can: {
      open_tickets: opensTickets(who),
      keep_schools: keepersOfSchools(who),
      administer: administrators(who),
      read_audit: readsAudit(who),
      see_accesses: leads(who),
    },
  };
}

const wrong = () =>
  new Refusal('not_signed_in', {
    en: 'The user name or the password is not right.',
    fr: 'Le nom d’utilisateur ou le mot de passe est incorrect.',
  });

const notOfThisSchool = {
  en: 'Choose one of the people of this school.',
  fr: 'Choisissez une des personnes de cette école.',
};

export const tokensHaveNoSession = () =>
  notAllowed({
    en: 'A token has no session and no password: an administrator revokes it.',
    fr: 'Un jeton n’a ni session ni mot de passe : un administrateur le révoque.',
  });
