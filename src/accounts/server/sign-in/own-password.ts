import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notFound, notSignedIn, notValid } from '#platform/refusals.ts';
import { atDesk, keepsOwnSchool } from '../../rules/policy.ts';
import { PasswordChange, SignedOut } from '../../rules/session.ts';
import type { AtSchool, Person } from '../../rules/who.ts';
import { asSoftware, type Ctx } from '../acting.ts';
import { setPassword } from '../store.ts';
import { recordDeed } from '../story/story.ts';
import { confirmPassword } from './confirming.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { tokensHaveNoSession } from './sign-in.ts';
import {
  as_owner,
  endSessionsOfPerson,
  endSessionsOfSchools,
  sessionIsOver,
  writeSchoolPassword,
} from './store.ts';
import { loginOf } from './views.ts';

type Change = z.output<typeof PasswordChange> & { who: Person; address: string };

/**
 * A person of the iGroup changes her own password. A school's is changed by who keeps its people, and after a letter by
 * whoever signs in first.
 */
export function serveOwnPassword(served: Served<Person>): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'PUT',
    url: '/api/session/password',
    schema: {
      tags: ['Accounts'],
      summary: 'Change one’s own password, or one’s school’s; all other sessions of it end',
      body: PasswordChange,
      response: { 200: SignedOut, '4xx': Problem },
    },
    handler: async request => {
      const who = await admit(served, request, { may: mayChange, door: 'gate_page' });
      const password_hash = await checked(served, { who, address: request.ip, ...request.body });
      if (who.side === 'school')
        return within(served, request, who, async ctx => ({
          ended: await changeSchools(ctx, who, password_hash),
        }));
      return served.database.transact(as_owner, async db => {
        await setPassword(db, who.person_id, password_hash);
        return { ended: await endSessionsOfPerson(db, who.person_id, served.clock(), who.session_id!) };
      });
    },
  });
}

const mayChange = (who: Person) => atDesk(who) || who.must_change === true || keepsOwnSchool(who);

/** The new password's hash. Refuses with not_valid on `old` and `new`, and too_many as at sign-in. */
async function checked(served: Served<Person>, change: Change): Promise<string> {
  const { who, address } = change;
  if (who.session_id === null) throw tokensHaveNoSession();
  const login = who.must_change
    ? await loginOf(served.database.owner, who)
    : await confirmPassword(served, { who, address, field: 'old' }, change.old ?? '');
  if (!login) throw notFound();
  if (await checkPassword(login.password_hash ?? undefined, change.new)) throw notValid('new', another);
  return hashPassword(change.new);
}

/** Answers how many other sessions of the school ended. Refuses when a colleague's choice ended this one meanwhile. */
async function changeSchools(ctx: Ctx, who: AtSchool, password_hash: string): Promise<number> {
  const { school_id } = who;
  const session_id = who.session_id!;
  const ended = await asSoftware(ctx, 'logins', async ({ db, now }) => {
    await writeSchoolPassword(db, school_id, password_hash);
    if (await sessionIsOver(db, session_id)) throw notSignedIn();
    return endSessionsOfSchools(db, [school_id], now, session_id);
  });
  await recordDeed(ctx, { kind: 'password_chosen', audience: 'school', school_id });
  return ended;
}

const another = {
  en: 'This is the password already. Choose another.',
  fr: 'C’est déjà le mot de passe. Choisissez-en un autre.',
};
