import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Problem } from '#platform/http/problems.ts';
import { admit, type Gate, type Served } from '#platform/http/routes.ts';
import { signedIn } from '../../rules/policy.ts';
import { Session, SignedOut, SignIn, SigningOut, WhoIsIt } from '../../rules/session.ts';
import type { Person } from '../../rules/who.ts';
import { route } from '../acting.ts';
import { refuseOtherSites } from '../gate.ts';
import { clearSession, cookiesOf, setCookies, type CookieHome } from './cookies.ts';
import { serveOwnPassword } from './own-password.ts';
import { sessionOf, signIn, tokensHaveNoSession, type Entrance } from './sign-in.ts';
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
export function serveSession(served: Served<Person>, home: CookieHome): void {
  serveSignIn(served, home);
  serveSignOut(served, home);
  serveOwnPassword(served);
}

/** Where a request enters that nobody is known to make yet. */
export const entranceOf = (served: Served<Person>, home: CookieHome, request: FastifyRequest): Entrance => ({
  database: served.database,
  clock: served.clock,
  address: request.ip,
  cookies: cookiesOf(home, request),
  gate: served.gate,
});

function serveSignIn(served: Served<Person>, home: CookieHome): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: '/api/session',
    schema: {
      tags: ['Accounts'],
      summary: 'Sign in; a school’s login first answers its people to choose from',
      body: SignIn,
      response: { 200: WhoIsIt, 201: Session, '4xx': Problem },
    },
    handler: async (request, reply) => {
      refuseOtherSites(home, request);
      const answer = await signIn(entranceOf(served, home, request), request.body);
      if ('people' in answer) return reply.code(200).send(answer);
      setCookies(home, reply, answer.secrets);
      return reply.code(201).send(answer.session);
    },
  });
}

function serveSignOut(served: Served<Person>, home: CookieHome): void {
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
