import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Database } from '#platform/db/database.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, type Served } from '#platform/http/routes.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import { atDesk } from '../../rules/policy.ts';
import { PasswordChange, SignedOut } from '../../rules/session.ts';
import type { Person } from '../../rules/who.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { tokensHaveNoSession } from './sign-in.ts';
import { as_owner, endSessionsOfPerson, writePassword } from './store.ts';
import { countTry } from './tries.ts';
import { loginOfPerson } from './views.ts';

/** A person of the iGroup changes her own password. A school's is given by the keepers of schools. */
export function serveOwnPassword(served: Served<Person>): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'PUT',
    url: '/api/session/password',
    schema: {
      tags: ['Accounts'],
      summary: 'Change one’s own password; all other sessions end',
      body: PasswordChange,
      response: { 200: SignedOut, '4xx': Problem },
    },
    handler: async request => {
      const who = await admit(served, request, atDesk);
      const change = { who, address: request.ip, ...request.body };
      return { ended: await changePassword(served.database, change, served.clock()) };
    },
  });
}

/** Answers how many other sessions ended. Refuses with not_valid on `old`, and too_many as at sign-in. */
async function changePassword(
  database: Database,
  given: z.output<typeof PasswordChange> & { who: Person; address: string },
  now: Date,
): Promise<number> {
  const { who, address } = given;
  if (who.session_id === null) throw tokensHaveNoSession();
  const session_id = who.session_id;
  const login = await loginOfPerson(database.owner, who.person_id);
  if (!login) throw notFound();
  // No user name can be this: whoever guesses here uses up no tries at sign-in.
  const tried = { username: `:password of ${login.id}`, address, browser_hash: null };
  const { forgive } = await countTry(database, tried, now);
  if (!(await checkPassword(login.password_hash ?? undefined, given.old)))
    throw notValid('old', notThePassword);
  await forgive();
  const password_hash = await hashPassword(given.new);
  return database.transact(as_owner, async db => {
    await writePassword(db, login.id, password_hash);
    return endSessionsOfPerson(db, who.person_id, now, session_id);
  });
}

const notThePassword = {
  en: 'This is not your password now.',
  fr: 'Ce n’est pas votre mot de passe actuel.',
};
