import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Database } from '#platform/db/database.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { notAllowed, notNow } from '#platform/refusals.ts';
import { Session, Setup, SetupState } from '../rules/session.ts';
import type { Person } from '../rules/who.ts';
import { refuseOtherSites } from './gate.ts';
import { hashOfCode, newCode } from './sign-in/codes.ts';
import { setCookies } from './sign-in/cookies.ts';
import { entranceOf, type EntranceHome } from './sign-in/entrance.ts';
import { hashPassword } from './sign-in/passwords.ts';
import { openSession, type Entrance, type SignedIn } from './sign-in/sign-in.ts';
import { as_owner } from './sign-in/store.ts';
import { countTry } from './sign-in/tries.ts';
import { hasNoLogin, insertLogin, insertPerson, isSetupCode, keepSetupCode, useSetupCode } from './store.ts';

/** No user name can be this: the tries at the code are counted beside those at sign-in. */
const tried_as = ':setup';

/** On start: a one-time code while the installation is empty (an older one is void), undefined once it is set up. */
export async function prepareSetup(database: Database, clock: () => Date): Promise<string | undefined> {
  if (!(await hasNoLogin(database.owner))) return undefined;
  const code = newCode();
  await keepSetupCode(database.owner, hashOfCode(code), clock());
  return code;
}

/**
 * Makes the first person, administrator and coordinator, and signs her in. Refuses with not_now once there is a
 * login, not_allowed when the code is wrong, too_many after ten wrong ones.
 */
export async function setUp(entrance: Entrance, given: z.output<typeof Setup>): Promise<SignedIn> {
  const { database, clock, address } = entrance;
  if (!(await hasNoLogin(database.owner))) throw isSetUp();
  const code = hashOfCode(given.code);
  const { forgive } = await countTry(database, { username: tried_as, address, browser_hash: null }, clock());
  if (!(await isSetupCode(database.owner, code))) throw wrongCode();
  await forgive();
  const password_hash = await hashPassword(given.password);
  const now = clock();
  const as = await database.transact(as_owner, async db => {
    if (!(await useSetupCode(db, code, now))) throw isSetUp();
    const { id } = await insertPerson(db, {
      name: given.name,
      roles: ['administrator', 'coordinator'],
      created_at: now,
    });
    const login = { username: given.username, password_hash, person_id: id, created_at: now };
    return { person_id: id, login_id: await insertLogin(db, login) };
  });
  return openSession(entrance, as);
}

export function serveSetup(served: Served<Person>, home: EntranceHome): void {
  const app = served.app.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/setup',
    {
      schema: {
        tags: ['Accounts'],
        summary: 'Whether this installation is empty',
        response: { 200: SetupState },
      },
    },
    async () => ({ needed: await hasNoLogin(served.database.owner) }),
  );
  app.post(
    '/api/setup',
    {
      schema: {
        tags: ['Accounts'],
        summary: 'Set up an empty installation with the code that it printed on start',
        body: Setup,
        response: { 201: Session, '4xx': Problem },
      },
    },
    async (request, reply) => {
      refuseOtherSites(home, request);
      const { secrets, session } = await setUp(entranceOf(served, home, request), request.body);
      setCookies(home, reply, secrets);
      return reply.code(201).send(session);
    },
  );
}

const wrongCode = () =>
  notAllowed({
    en: 'This is not the code that was printed on start. A new start prints a new one.',
    fr: 'Ce n’est pas le code affiché au démarrage. Un nouveau démarrage en affiche un nouveau.',
  });

const isSetUp = () =>
  notNow({
    en: 'This installation is set up already: sign in.',
    fr: 'Cette installation est déjà configurée : connectez-vous.',
  });
