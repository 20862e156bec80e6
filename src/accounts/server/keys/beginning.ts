import type { z } from 'zod';
import type { Database } from '#platform/db/database.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import type { Sealing } from '#platform/sealing.ts';
import type { Begun, NewKey } from '../../rules/keys/key.ts';
import { key_limits, type KeyKind } from '../../rules/keys/kinds.ts';
import { beginningStands, isPin, kindsFor } from '../../rules/keys/needed.ts';
import type { PasskeyHome } from '../../rules/keys/passkey-home.ts';
import type { Person } from '../../rules/who.ts';
import { actorOf } from '../acting.ts';
import { hashOfCode, newCode } from '../sign-in/codes.ts';
import { hashPassword } from '../sign-in/passwords.ts';
import { recordDeed } from '../story/story.ts';
import { igroupNames } from '../igroup/store.ts';
import { askForNewPasskey, newPasskey, passkeysAmong } from './passkeys.ts';
import { sealedTotp, totpSecretOf } from './sealed.ts';
import { beginningOf, insertKey, putBeginning, replaceCodes, useBeginning } from './store.ts';
import type { second_keys } from './tables.ts';
import { newTotpSecret, stepOfCode, totpPicture } from './totp.ts';
import { codesLeft, keysOf } from './views.ts';

/** A key is had in two steps: what it is made of is given out, and then it is shown to work. */

/** Where a key is set up, and for whom: somebody signed in, or one whose password was right just now. */
export interface Holding {
  database: Database;
  clock: () => Date;
  sealing: Sealing;
  passkeys: PasskeyHome | undefined;
  who: Person;
}

const schoolOf = (who: Person) => (who.side === 'school' ? who.school_id : null);

/** Begins a key; what was begun before is void. Refuses with not_found a kind that she can't have, not_now a second app or PIN. */
export async function beginKey(
  { database, clock, sealing, passkeys, who }: Holding,
  kind: KeyKind,
): Promise<Begun> {
  const { owner } = database;
  const { person_id, name } = who;
  if (!kindsFor({ school_id: schoolOf(who) }, passkeys !== undefined).includes(kind)) throw notFound();
  const keys = await keysOf(owner, person_id);
  const most = kind === 'passkey' ? key_limits.passkeys : 1;
  if (keys.filter(key => key.kind === kind).length >= most) throw enoughOfThem();
  const begun = { kind, secret: null, picture: null, passkey: null };
  const begin = (secret: Buffer | null) =>
    putBeginning(owner, { person_id, kind, secret, begun_at: clock() });
  const installation = (await igroupNames(owner)).name ?? 'Firstline';
  if (kind === 'totp') {
    const secret = newTotpSecret();
    await begin(sealedTotp(sealing, person_id, secret));
    return { ...begun, secret, picture: totpPicture(secret, { installation, label: name }) };
  }
  if (kind === 'pin') return begin(null).then(() => begun);
  const asked = await askForNewPasskey(
    { ...passkeys!, installation },
    { id: person_id, name },
    passkeysAmong(keys),
  );
  await begin(Buffer.from(asked.challenge));
  return { ...begun, passkey: { ...asked } };
}

/**
 * Adds the key that was begun, once it is shown to work; the first comes with ten recovery codes. Refuses with
 * not_now when nothing of this kind was begun in the last ten minutes, not_valid when it does not work.
 */
export async function addKey(
  holding: Holding,
  given: z.output<typeof NewKey>,
): Promise<{ recovery_codes: string[] | null }> {
  const { database, clock, who } = holding;
  const begun = await beginningOf(database.owner, who.person_id);
  if (!begun || begun.kind !== given.kind || !beginningStands(begun, clock())) throw notBegun();
  const made = await madeOf(holding, begun.secret, given);
  return database.transact(actorOf(who), async db => {
    const now = clock();
    if (!(await useBeginning(db, begun))) throw notBegun();
    const name = given.name ?? '';
    await insertKey(db, {
      ...made,
      ...{ person_id: who.person_id, kind: given.kind, name, created_at: now },
    });
    const recovery_codes = (await codesLeft(db, who.person_id)) > 0 ? null : newCodes();
    if (recovery_codes) await replaceCodes(db, who.person_id, recovery_codes.map(hashOfCode), now);
    await recordDeed(
      { who, db, now },
      { ...aboutOwn(who), kind: 'key_added', facts: factsOf(who, given.kind) },
    );
    return { recovery_codes };
  });
}

export const newCodes = (): string[] => Array.from({ length: key_limits.recovery_codes }, newCode);

/** The story says of which kind, never what; a school's people may know it of each other. */
export const aboutOwn = (who: Person) =>
  who.side === 'school'
    ? { audience: 'school' as const, school_id: who.school_id }
    : { audience: 'desk' as const };
const factsOf = ({ person_id }: Person, key: KeyKind) => ({ person: person_id, key });

type Made = Pick<typeof second_keys.$inferInsert, 'secret' | 'credential' | 'transports' | 'last_used'>;

async function madeOf(
  { sealing, passkeys, who, clock }: Holding,
  begun: Buffer | null,
  given: z.output<typeof NewKey>,
): Promise<Made> {
  if (given.kind === 'passkey') {
    const made = passkeys && begun && (await newPasskey(passkeys, begun.toString(), given.answer));
    if (!made) throw notValid('answer', notMade);
    return made;
  }
  if (given.kind === 'pin') {
    if (!isPin(given.code)) throw notValid('code', notAPin);
    return { secret: Buffer.from(await hashPassword(given.code)) };
  }
  const secret = begun && totpSecretOf(sealing, { person_id: who.person_id, secret: begun });
  const last_used = secret && (await stepOfCode({ secret, last_used: 0 }, given.code, clock()));
  if (!last_used) throw notValid('code', notTheCode);
  return { secret: begun, last_used };
}

const enoughOfThem = () =>
  notNow({
    en: 'You have one already. Take it off first, or choose another kind.',
    fr: 'Vous en avez déjà une. Retirez-la d’abord, ou choisissez un autre type.',
  });
const notBegun = () =>
  notNow({
    en: 'This took too long. Begin again.',
    fr: 'Le délai est écoulé. Recommencez.',
  });
const notTheCode = {
  en: 'This is not the code that the app shows now. Look at the clock of the device if it stays so.',
  fr: 'Ce n’est pas le code affiché maintenant par l’application. Vérifiez l’heure de l’appareil si cela persiste.',
};
const notAPin = {
  en: 'Choose 6 to 12 digits, not all the same and not one after the other.',
  fr: 'Choisissez de 6 à 12 chiffres, ni tous identiques ni qui se suivent.',
};
const notMade = {
  en: 'Your device did not give a passkey for this address. Try again.',
  fr: 'Votre appareil n’a pas fourni de clé d’accès pour cette adresse. Réessayez.',
};
