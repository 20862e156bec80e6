import type { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { notNow, notSignedIn, notValid } from '#platform/refusals.ts';
import { most_other_schools, type AlsoThere } from '../../rules/several.ts';
import { Username, type WhoIsIt } from '../../rules/session.ts';
import type { AtSchool } from '../../rules/who.ts';
import { actorOf } from '../acting.ts';
import { personActing } from '../gate.ts';
import { keysBehind } from '../keys/views.ts';
import { confirmPassword } from '../sign-in/confirming.ts';
import { proveKey, waitsNoMore } from '../sign-in/key-step.ts';
import { prove } from '../sign-in/proving.ts';
import { askForKey, stepOf, type Entrance, type HalfOpen } from '../sign-in/sign-in.ts';
import { recordDeed } from '../story/story.ts';
import { several_schools } from './seen.ts';
import { holdBoth, insertSame, proveBoth, saidOf, schoolNames, type ProvedAt } from './store.ts';

type Saying = z.output<typeof AlsoThere>;

/**
 * Somebody of a school says that she is also a person of another: she proves both sign-ins, the other one with all that
 * it asks for. Answers what is asked for now, or nothing when it is said; again changes nothing but that both are proved
 * anew. Refuses as signing in does; with not_valid on `password` (her own school's) and on `username` no other school's;
 * with not_now while the other school has a letter's password or needs a key that she hasn't set up there, who is
 * somebody else there already, and one school too many.
 */
export async function sayAlsoThere(
  entrance: Entrance,
  who: AtSchool,
  given: Saying,
): Promise<z.infer<typeof WhoIsIt> | HalfOpen | undefined> {
  const { address, database } = entrance;
  const own = await confirmPassword(entrance, { who, address, field: 'password' }, given.password);
  if (Username.safeParse(given.username).data === own.username) throw notValid('username', another_school);
  const { username, password_there: password, person } = given;
  const proved = await prove(entrance, { username, password, person });
  if ('people' in proved) return proved;
  const { entering, login } = proved;
  const { school_id } = login;
  if (school_id === null) throw notValid('username', another_school);
  if (login.made_at) throw notNow(choose_first);
  const behind = await keysBehind(database.owner, entering.person_id);
  if (!behind) throw notSignedIn();
  const step = stepOf(behind);
  if (step === 'set_up') throw notNow(set_up_first);
  if (step === 'ask') {
    const says_of = who.person_id;
    if (!given.key) return askForKey(entrance, { ...entering, says_of }, behind);
    const shown = await proveKey(entrance, given.key, { says_of });
    if (shown.person_id !== entering.person_id) throw waitsNoMore();
  }
  await sayBothAreOne(entrance, who, [
    { person_id: who.person_id, school_id: who.school_id, password: own.password_version },
    { person_id: entering.person_id, school_id, password: login.password_version },
  ]);
  return undefined;
}

/** Says it, once it is proved. Both schools’ stories tell it: each as its own person’s deed. */
export async function sayBothAreOne(
  { database, clock }: Pick<Entrance, 'database' | 'clock'>,
  who: AtSchool,
  both: readonly [ProvedAt, ProvedAt],
) {
  await database.transact(actorOf(several_schools), async db => {
    const now = clock();
    const [me, there] = both;
    const ids = [me.person_id, there.person_id] as const;
    const held = await holdBoth(db, ids);
    const she = await personActing(db, there.person_id, { session_id: null, token_id: null, now });
    if (!she || held.length < 2 || held.some(({ left_at }) => left_at)) throw notSignedIn();
    const again = await foundOrRefused(db, both);
    if (again) return proveBoth(db, again.id, both);
    await insertSame(db, both, { said_by: me.person_id, said_at: now });
    const [here_named, there_named] = await schoolNames(db, [me.school_id, there.school_id]);
    const line = (at: ProvedAt, school: string) => ({
      ...({ kind: 'also_there', audience: 'school', school_id: at.school_id } as const),
      facts: { person: at.person_id, school },
    });
    await recordDeed({ who, db, now }, line(me, there_named));
    return recordDeed({ who: she, db, now }, line(there, here_named));
  });
}

/** The row that says it already. Refuses with not_now where either is somebody else at the other's school, or has enough. */
async function foundOrRefused(db: Db, [me, there]: readonly [ProvedAt, ProvedAt]) {
  for (const [one, other] of [
    [me, there],
    [there, me],
  ] as const) {
    const said = await saidOf(db, one.person_id);
    const again = said.find(row => [row.person_id, row.other_id].includes(other.person_id));
    if (again) return again;
    if (said.some(row => [row.school_id, row.other_school_id].includes(other.school_id)))
      throw notNow(somebody_there);
    if (said.length >= most_other_schools) throw notNow(enough);
  }
  return undefined;
}

const another_school = {
  en: 'Type the user name of another school.',
  fr: 'Tapez le nom d’utilisateur d’une autre école.',
};
const choose_first = {
  en: 'That school has to choose a password of its own first. Sign in there once, then say it.',
  fr: 'Cette école doit d’abord choisir son propre mot de passe. Connectez-vous-y une fois, puis dites-le.',
};
const set_up_first = {
  en: 'That school asks for a second key, and you have none there yet. Sign in there once to set it up, then say it.',
  fr: 'Cette école demande une seconde clé, et vous n’en avez pas encore là-bas. Connectez-vous-y une fois pour la configurer, puis dites-le.',
};
const somebody_there = {
  en: 'You have said already that you are somebody else at one of these schools. End that first.',
  fr: 'Vous avez déjà dit être une autre personne dans l’une de ces écoles. Mettez-y fin d’abord.',
};
const enough = {
  en: `Somebody can act for ${most_other_schools} other schools at most. End one first.`,
  fr: `Une personne peut agir pour ${most_other_schools} autres écoles au plus. Mettez fin à l’une d’elles d’abord.`,
};
