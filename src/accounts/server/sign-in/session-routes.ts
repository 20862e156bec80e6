import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#platform/http/problems.ts';
import { admit, type Gate, type Served } from '#platform/http/routes.ts';
import { KeyAsked, KeyToSetUp } from '../../rules/keys/key.ts';
import { signedIn } from '../../rules/policy.ts';
import { Session, SignedOut, SignIn, SigningOut, WhoIsIt } from '../../rules/session.ts';
import type { Person } from '../../rules/who.ts';
import { route } from '../acting.ts';
import { refuseOtherSites } from '../gate.ts';
import { clearSession } from './cookies.ts';
import { answerEntered, entranceOf, type EntranceHome } from './entrance.ts';
import { serveKeyStep } from './key-routes.ts';
import { serveOwnPassword } from './own-password.ts';
import { sessionOf, signIn, tokensHaveNoSession } from './sign-in.ts';
import { endSession, endSessionsOfPerson } from './store.ts';

export const sessionRoutes = (gate: Gate<Person>) => [
  route({
    method: 'GET',
    path: '/api/session',
    says: 'Who is signed in',
    may: signedIn,
    door: 'gate_page',
    answer: Session,
    deed: ({ db, who }) => sessionOf({ db, who, gate }),
  }),
];

/** Those that set a cookie or look at a password, which no transaction waits for: not deeds of `sessionRoutes`. */
export function serveSession(served: Served<Person>, home: EntranceHome): void {
  serveSignIn(served, home);
  serveKeyStep(served, home);
  serveSignOut(served, home);
  serveOwnPassword(served);
}

function serveSignIn(served: Served<Person>, home: EntranceHome): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: '/api/session',
    schema: {
      tags: ['Accounts'],
      summary:
        'Sign in; a school’s login first answers its people to choose from, and a second key may be asked for',
      body: SignIn,
      response: { 200: z.union([WhoIsIt, KeyAsked, KeyToSetUp]), 201: Session, '4xx': Problem },
    },
    handler: async (request, reply) => {
      refuseOtherSites(home, request);
      const answer = await signIn(entranceOf(served, home, request), request.body);
      return 'people' in answer ? reply.code(200).send(answer) : answerEntered(home, reply, answer);
    },
  });
}

function serveSignOut(served: Served<Person>, home: EntranceHome): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'DELETE',
    url: '/api/session',
    schema: {
      tags: ['Accounts'],
      summary: 'Sign out, here or everywhere',
      querystring: SigningOut,
      response: { 200: SignedOut, '4xx': Problem },
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: signedIn, door: 'gate_page' });
      if (who.session_id === null) throw tokensHaveNoSession();
      const db = served.database.owner;
      const ended =
        request.query.everywhere === 'true'
          ? await endSessionsOfPerson(db, who.person_id, served.clock())
          : await endSession(db, who.session_id, served.clock());
      clearSession(home, reply);
      return reply.send({ ended });
    },
  });
}
