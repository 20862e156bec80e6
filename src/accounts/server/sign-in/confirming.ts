import type { Database } from '#platform/db/database.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import type { Person } from '../../rules/who.ts';
import { checkPassword } from './passwords.ts';
import { countTry } from './tries.ts';
import { loginOf } from './views.ts';

/**
 * Asks again for the password of somebody signed in, before what a stolen session must not do. Answers her login.
 * Refuses with not_valid on `field`, and too_many as at sign-in.
 */
export async function confirmPassword(
  { database, clock }: { database: Database; clock: () => Date },
  { who, address, field }: { who: Person; address: string; field: string },
  password: string,
): Promise<NonNullable<Awaited<ReturnType<typeof loginOf>>>> {
  const login = await loginOf(database.owner, who);
  if (!login) throw notFound();
  // No user name can be this: whoever guesses here uses up no tries at sign-in.
  const username = `:password of ${login.id} by ${who.person_id}`;
  const { forgive } = await countTry(database, { username, address, browser_hash: null }, clock());
  if (!(await checkPassword(login.password_hash ?? undefined, password)))
    throw notValid(field, notThePassword);
  await forgive();
  return login;
}

const notThePassword = {
  en: 'This is not your password now.',
  fr: 'Ce n’est pas votre mot de passe actuel.',
};
