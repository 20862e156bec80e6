import type { z } from 'zod';
import { notValid, Refusal } from '#platform/refusals.ts';
import type { Outcome } from '../../rules/keys/kinds.ts';
import { Username, type SignIn, type WhoIsIt } from '../../rules/session.ts';
import { checkPassword } from './passwords.ts';
import { hashOf } from './secrets.ts';
import { noteSignIn } from './seen.ts';
import type { Entrance } from './sign-in.ts';
import { countTry } from './tries.ts';
import { loginNamed, peopleBehind } from './views.ts';

/** Who signs in, once that is known: `browser_hash` when this browser is known at the login. */
export interface Entering {
  login_id: number;
  person_id: number;
  browser_hash: Buffer | null;
}

/** The password was right, and whose it is is known; nothing is open yet. */
export interface Proved {
  entering: Entering;
  login: NonNullable<Awaited<ReturnType<typeof loginNamed>>>;
}

/**
 * Proves a login's password, and who behind it this is; a school's login without `person` answers its people. Each try
 * is counted, each refusal noted. Refuses with not_signed_in, whatever was wrong of user name and password; not_valid
 * when `person` is not of that school or has left; too_many (rules/limits.ts).
 */
export async function prove(
  entrance: Entrance,
  given: z.output<typeof SignIn>,
): Promise<Proved | z.infer<typeof WhoIsIt>> {
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
  return { login, entering: { login_id: login.id, person_id: person.id, browser_hash: tried.browser_hash } };
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
