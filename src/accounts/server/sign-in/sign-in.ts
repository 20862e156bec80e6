import type { z } from 'zod';
import type { Database, Db } from '#platform/db/database.ts';
import type { Gate } from '#platform/http/routes.ts';
import { notAllowed, notSignedIn } from '#platform/refusals.ts';
import type { Sealing } from '#platform/sealing.ts';
import { doors } from '../../rules/doors.ts';
import { sessionEnds } from '../../rules/expiry.ts';
import type { KeyAsked, KeyToSetUp } from '../../rules/keys/key.ts';
import type { OpeningKey } from '../../rules/keys/kinds.ts';
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
import type { Session, SignIn, WhoIsIt } from '../../rules/session.ts';
import type { Person } from '../../rules/who.ts';
import { personOfSession } from '../gate.ts';
import { askForPasskey, passkeysAmong } from '../keys/passkeys.ts';
import { keysBehind, type Behind } from '../keys/views.ts';
import { igroupNames } from '../igroup/store.ts';
import { offerOf } from '../sign-on/store.ts';
import type { Cookies } from './cookies.ts';
import { beginHalf, type Waiting } from './half-open.ts';
import { prove, type Entering } from './proving.ts';
import { hashOf, newSecret } from './secrets.ts';
import { noteSignIn, type From } from './seen.ts';
import { as_owner, endSessionOf, insertSession, rememberBrowser } from './store.ts';
import { schoolOf } from './views.ts';

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

/**
 * Signs in with a login. A school's login without `person` answers its people to choose from (S24), once the
 * password was right; then a second key may be asked for. Refuses as `prove` and `enter` do.
 */
export async function signIn(
  entrance: Entrance,
  given: z.output<typeof SignIn>,
): Promise<Entered | z.infer<typeof WhoIsIt>> {
  const proved = await prove(entrance, given);
  return 'people' in proved ? proved : enter(entrance, proved.entering);
}

/**
 * What follows once it is known who signs in: the session, or (rules/keys/needed.ts) a second key before it. Refuses
 * with not_signed_in somebody who is no more, and with not_allowed, where the iGroup signs in through its provider, the
 * password of who administers nothing.
 */
export async function enter(entrance: Entrance, entering: Entering): Promise<Entered> {
  const { database, clock, passkeys } = entrance;
  const behind = await keysBehind(database.owner, entering.person_id);
  if (!behind) throw notSignedIn();
  if (behind.school_id === null && !passwordOpens(await offerOf(database.owner), behind.roles))
    throw notAllowed(throughProvider);
  const step = stepOf(behind);
  if (step === 'open') return openSession(entrance, entering);
  if (step === 'ask') return askForKey(entrance, entering, behind);
  return {
    asked: { set_up: { kinds: kindsFor(behind, passkeys !== undefined) } },
    half: await beginHalf(database.owner, { ...entering, challenge: null }, clock()),
  };
}

/** What follows the right password of somebody with these keys. */
export const stepOf = (behind: Behind) =>
  stepAfterPassword(
    behind.keys.map(({ kind }) => kind),
    needsKey(behind, needsOf(behind)),
  );

/** Begins to wait for a second key of somebody who has one. */
export async function askForKey(
  { database, clock, passkeys }: Entrance,
  waiting: Omit<Waiting, 'challenge'>,
  behind: Behind,
): Promise<HalfOpen> {
  const passkey = await passkeyAsked(passkeys, behind);
  const has = behind.keys.map(({ kind }) => kind);
  const kinds = keysThatOpen(has, behind.recovery_codes, passkey !== null);
  const half = { ...waiting, challenge: passkey?.challenge ?? null };
  return { asked: { key: { kinds, passkey } }, half: await beginHalf(database.owner, half, clock()) };
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
  const school = who.side === 'school' ? ((await schoolOf(db, who)) ?? null) : null;
  return {
    person: { id: who.person_id, name: who.name },
    side: who.side,
    roles: [...who.roles],
    school: school && { id: school.id, code: school.code, name: school.name },
    several: school?.several ?? false,
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

export const tokensHaveNoSession = () =>
  notAllowed({
    en: 'A token has no session and no password: an administrator revokes it.',
    fr: 'Un jeton n’a ni session ni mot de passe : un administrateur le révoque.',
  });
