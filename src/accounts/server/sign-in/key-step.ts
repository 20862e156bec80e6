import type { Db } from '#platform/db/database.ts';
import { notAllowed, notNow, Refusal } from '#platform/refusals.ts';
import type { KeyGiven } from '../../rules/keys/key.ts';
import type { OpeningKey } from '../../rules/keys/kinds.ts';
import { counterOfPasskey, credentialOf } from '../keys/passkeys.ts';
import { useCode, useKey } from '../keys/store.ts';
import { totpSecretOf } from '../keys/sealed.ts';
import { stepOfCode } from '../keys/totp.ts';
import { keysOf, passkeyNamed, type StandingKey } from '../keys/views.ts';
import { hashOfCode } from './codes.ts';
import { countHalf, endHalf, halfOf, type For } from './half-open.ts';
import { checkPassword } from './passwords.ts';
import { noteSignIn } from './seen.ts';
import { openSession, type Entrance, type SignedIn } from './sign-in.ts';
import { as_owner } from './store.ts';
import { countTry } from './tries.ts';

type Half = NonNullable<Awaited<ReturnType<typeof halfOf>>>;

/** Whom a given key is of, and how it is used up once the session opens. Undefined: it is not right. */
interface Right {
  login_id: number;
  person_id: number;
  use: (db: Db, now: Date) => Promise<boolean>;
}

/**
 * Opens the session of a sign-in that waits for its second key. Refuses with not_now when none waits any more (five
 * minutes, five tries, another browser), not_signed_in for a wrong key or one that was used already, too_many as
 * wrong passwords are (rules/limits.ts).
 */
export const signInWithKey = async (entrance: Entrance, given: KeyGiven): Promise<SignedIn> =>
  openSession(entrance, await proveKey(entrance, given, 'session'));

/** Proves the second key of what waits for one, and uses both up; answers whose it is. Refuses as `signInWithKey`. */
export async function proveKey(
  entrance: Entrance,
  given: KeyGiven,
  to: For,
): Promise<{ login_id: number; person_id: number; key: OpeningKey }> {
  const { database, clock, cookies, address } = entrance;
  const { owner } = database;
  const half = await halfOf(owner, cookies.half, { now: clock(), to });
  if (!half || !(await countHalf(owner, half))) throw waitsNoMore();
  const username = `:key of ${half.person_id ?? 'anybody'}`; // no user name can be this
  const { forgive } = await countTry(
    database,
    { username, address, browser_hash: half.browser_hash },
    clock(),
  );
  const right = await rightKey(entrance, half, given);
  const { login_id, person_id, kind: key } = { ...half, ...given, ...right };
  const used =
    right !== undefined &&
    (await database.transact(as_owner, async db => {
      const now = clock();
      if (!(await right.use(db, now))) return false;
      if (!(await endHalf(db, half, now))) throw waitsNoMore();
      return true;
    }));
  if (!used || login_id === null || person_id === null) {
    await noteSignIn(owner, { outcome: 'wrong_key', login_id, person_id, key }, entrance, clock());
    throw wrongKey();
  }
  await forgive();
  return { login_id, person_id, key };
}

async function rightKey(entrance: Entrance, half: Half, given: KeyGiven): Promise<Right | undefined> {
  const { owner } = entrance.database;
  if (given.kind === 'passkey') return rightPasskey(entrance, half, given.answer);
  const { login_id, person_id } = half;
  if (login_id === null || person_id === null) return undefined;
  if (given.kind === 'recovery')
    return { login_id, person_id, use: (db, now) => useCode(db, person_id, hashOfCode(given.code), now) };
  const key = (await keysOf(owner, person_id)).find(({ kind }) => kind === given.kind);
  const last_used = key && (await lastUse(entrance, key, given.code));
  return key && last_used !== undefined
    ? { login_id, person_id, use: (db, now) => useKey(db, key.id, last_used, now) }
    : undefined;
}

/** What is kept of a right code, so that it is not taken twice; undefined when it is wrong. */
async function lastUse({ sealing, clock }: Entrance, key: StandingKey, code: string) {
  if (key.kind === 'pin') return (await checkPassword(key.secret.toString(), code)) ? 0 : undefined;
  const secret = totpSecretOf(sealing, key);
  if (secret === undefined) throw unreadable();
  return stepOfCode({ secret, last_used: key.last_used }, code, clock());
}

async function rightPasskey(
  { database, passkeys }: Entrance,
  half: Half,
  answer: Record<string, unknown>,
): Promise<Right | undefined> {
  const { challenge, login_id, person_id } = half;
  if (!passkeys || challenge === null) return undefined;
  const named = credentialOf(answer);
  const alone = login_id === null || person_id === null;
  const key = alone
    ? await passkeyNamed(database.owner, named)
    : (await keysOf(database.owner, person_id))
        .map(own => ({ ...own, login_id }))
        .find(({ credential }) => credential === named);
  if (!key) return undefined;
  const asked = { challenge, alone, key: { ...key, credential: named } };
  const last_used = await counterOfPasskey(passkeys, asked, answer);
  return last_used === undefined
    ? undefined
    : {
        login_id: key.login_id,
        person_id: key.person_id,
        use: (db, now) => useKey(db, key.id, last_used, now),
      };
}

export const waitsNoMore = () =>
  notNow({
    en: 'This took too long, or there were too many tries. Begin again with your user name.',
    fr: 'Le délai est écoulé ou il y a eu trop d’essais. Recommencez avec votre nom d’utilisateur.',
  });

const wrongKey = () =>
  new Refusal('not_signed_in', {
    en: 'This is not the right key. A code of the app is good once, for half a minute.',
    fr: 'Ce n’est pas la bonne clé. Un code de l’application sert une seule fois, pendant une demi-minute.',
  });

const unreadable = () =>
  notAllowed({
    en: 'The server can no longer read this app’s secret. Use another key or a recovery code, and set the app up again.',
    fr: 'Le serveur ne peut plus lire le secret de cette application. Utilisez une autre clé ou un code de secours, puis configurez-la de nouveau.',
  });
