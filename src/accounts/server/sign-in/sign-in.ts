import type { z } from 'zod';
import type { Database, Db } from '#platform/db/database.ts';
import type { Gate } from '#platform/http/routes.ts';
import { notAllowed, notSignedIn, notValid, Refusal } from '#platform/refusals.ts';
import type { Sealing } from '#platform/sealing.ts';
import { doors } from '../../rules/doors.ts';
import { sessionEnds } from '../../rules/expiry.ts';
import type { KeyAsked, KeyToSetUp } from '../../rules/keys/key.ts';
import type { OpeningKey, Outcome } from '../../rules/keys/kinds.ts';
import { keysThatOpen, kindsFor, needsKey, needsOf, stepAfterPassword } from '../../rules/keys/needed.ts';
import type { PasskeyHome } from '../../rules/keys/passkey-home.ts';
import { networkOf } from '../../rules/limits.ts';
import {
  administrators,
  keepersOfSchools,
  keepsOwnSchool,
  leads,
  opensTickets,
  readsAudit,
  readsRegister,
  readsStatements,
  takesEmergencies,
} from '../../rules/policy.ts';
import { passwordOpens } from '../../rules/sign-on.ts';
import { Username, type Session, type SignIn, type WhoIsIt } from '../../rules/session.ts';
import type { Person } from '../../rules/who.ts';
import { personOfSession } from '../gate.ts';
import { askForPasskey, passkeysAmong } from '../keys/passkeys.ts';
import { keysBehind, type Behind } from '../keys/views.ts';
import { igroupNames } from '../igroup/store.ts';
import { offerOf } from '../sign-on/store.ts';
import type { Cookies } from './cookies.ts';
import { beginHalf } from './half-open.ts';
import { checkPassword } from './passwords.ts';
import { hashOf, newSecret } from './secrets.ts';
import { noteSignIn, type From } from './seen.ts';
import { as_owner, endSessionOf, insertSession, rememberBrowser } from './store.ts';
import { countTry } from './tries.ts';
import { loginNamed, peopleBehind, schoolNamed } from './views.ts';

/** Where, when and from where somebody signs in: nobody is acting yet, so there is no Ctx. */
export interface Entrance extends From {
  database: Database;
  clock: () => Date;
  cookies: Cookies;
  gate: Pick<Gate<Person>, 'shut'>;
  /** Where passkeys belong; undefined where browsers give none. */
  passkeys: PasskeyHome | undefined;
  sealing: Sealing;
}

/** Signed in: the session that the person sees, and the secrets for her cookies. */
export interface SignedIn {
  session: Session;
  secrets: { session: string; browser: string };
}

/** The password was right; what is asked for now, and the secret of the cookie that waits for it. */
export interface HalfOpen {
  asked: KeyAsked | KeyToSetUp;
  half: string;
}

export type Entered = SignedIn | HalfOpen;

/** Who signs in, once that is known: `browser_hash` when this browser is known at the login. */
interface Entering {
  login_id: number;
  person_id: number;
  browser_hash: Buffer | null;
}

/**
 * Signs in with a login. A school's login without `person` answers its people to choose from (S24), once the
 * password was right; then a second key may be asked for. Refuses with not_signed_in, whatever was wrong of user name
 * and password; not_valid when `person` is not of that school or has left; too_many (rules/limits.ts).
 */
export async function signIn(
  entrance: Entrance,
  given: z.output<typeof SignIn>,
): Promise<Entered | z.infer<typeof WhoIsIt>> {
  const { database, clock, address, cookies } = entrance;
  const username = Username.safeParse(given.username).data ?? '';
  const browser_hash = cookies.browser ? hashOf(cookies.browser) : null;
  const login = await loginNamed(database.owner, username, browser_hash);
  const tried = { username, address, browser_hash: login?.known ? browser_hash : null };
  const { forgive } = await countTry(database, tried, clock());
  const right = await checkPassword(login?.password_hash ?? undefined, given.password);
  const refused = (outcome: Outcome, person_id: number | null = null) =>
    noteSignIn(database.owner, { outcome, login_id: login?.id ?? null, person_id }, entrance, clock());
  const people = login && right && !login.closed_at ? await peopleBehind(database.owner, login) : [];
  if (!login || !right || login.closed_at || (login.person_id !== null && people.length === 0)) {
    await refused(right ? 'shut' : 'wrong_password');
    throw wrong();
  }
  await forgive();
  if (login.school_id !== null && given.person === undefined) return { people };
  const person = login.school_id === null ? people[0] : people.find(({ id }) => id === given.person);
  if (!person) {
    await refused('shut');
    throw notValid('person', notOfThisSchool);
  }
  return enter(entrance, { login_id: login.id, person_id: person.id, browser_hash: tried.browser_hash });
}

/**
 * What follows once it is known who signs in: the session, or (rules/keys/needed.ts) a second key before it. Refuses
 * with not_signed_in somebody who is no more, and with not_allowed, where the iGroup signs in through its provider, the
 * password of who administers nothing.
 */
async function enter(entrance: Entrance, entering: Entering): Promise<Entered> {
  const { database, clock, passkeys } = entrance;
  const behind = await keysBehind(database.owner, entering.person_id);
  if (!behind) throw notSignedIn();
  if (behind.school_id === null && !passwordOpens(await offerOf(database.owner), behind.roles))
    throw notAllowed(throughProvider);
  const has = behind.keys.map(({ kind }) => kind);
  const step = stepAfterPassword(has, needsKey(behind, needsOf(behind)));
  if (step === 'open') return openSession(entrance, entering);
  const begin = (challenge: string | null) => beginHalf(database.owner, { ...entering, challenge }, clock());
  if (step === 'set_up')
    return {
      asked: { set_up: { kinds: kindsFor(behind, passkeys !== undefined) } },
      half: await begin(null),
    };
  const passkey = await passkeyAsked(passkeys, behind);
  const kinds = keysThatOpen(has, behind.recovery_codes, passkey !== null);
  return { asked: { key: { kinds, passkey } }, half: await begin(passkey?.challenge ?? null) };
}

async function passkeyAsked(home: PasskeyHome | undefined, { keys }: Behind) {
  const own = passkeysAmong(keys);
  return home && own.length > 0 ? { ...(await askForPasskey(home, own)) } : null;
}

const throughProvider = {
  en: 'The iGroup signs in through its provider here. Use the button below.',
  fr: 'L’iGroup se connecte ici par son fournisseur d’identité. Utilisez le bouton ci-dessous.',
};

/** Opens a session, ends the one that the browser came with, and knows the browser at this login from now on. */
export async function openSession(
  entrance: Entrance,
  { login_id, person_id, key = null }: Pick<Entering, 'login_id' | 'person_id'> & { key?: OpeningKey | null },
): Promise<SignedIn> {
  const { database, clock, cookies, address, browser, gate } = entrance;
  const now = clock();
  const secrets = { session: newSecret(), browser: cookies.browser ?? newSecret() };
  await database.transact(as_owner, async db => {
    if (cookies.session) await endSessionOf(db, hashOf(cookies.session), now);
    await insertSession(db, {
      ...{ login_id, person_id, key, browser, network: networkOf(address) },
      ...{ created_at: now, seen_at: now, expires_at: sessionEnds(now) },
      token_hash: hashOf(secrets.session),
    });
    await rememberBrowser(db, { login_id, token_hash: hashOf(secrets.browser), created_at: now });
    await noteSignIn(db, { outcome: 'opened', login_id, person_id, key }, entrance, now);
  });
  const who = await personOfSession({ database, clock }, secrets.session);
  if (!who) throw notSignedIn(); // she left, or the login was closed, this very moment
  return { session: await sessionOf({ db: database.owner, who, gate }), secrets };
}

interface Asking {
  db: Db;
  who: Person;
  gate: Pick<Gate<Person>, 'shut'>;
}

/** What a signed-in person is told of herself. */
export async function sessionOf({ db, who, gate }: Asking): Promise<Session> {
  const open = doors.filter(door => !gate.shut(who, door));
  return {
    person: { id: who.person_id, name: who.name },
    side: who.side,
    roles: [...who.roles],
    school: who.side === 'school' ? ((await schoolNamed(db, who.school_id)) ?? null) : null,
    zone: who.zone,
    igroup: await igroupNames(db),
    open,
    must_change: who.must_change ?? false,
    can: {
      open_tickets: opensTickets(who) && open.includes('ordinary_work'),
      keep_schools: keepersOfSchools(who),
      administer: administrators(who),
      take_emergencies: takesEmergencies(who),
      keep_people: keepsOwnSchool(who),
      read_audit: readsAudit(who),
      see_rights: readsRegister(who),
      see_accesses: leads(who),
      read_statements: readsStatements(who),
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
