import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { answerOnce } from '#platform/http/once.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, IdempotencyHeader, within, type Route, type Served } from '#platform/http/routes.ts';
import type { Person } from '../../rules/who.ts';
import type { Ctx } from '../acting.ts';
import { hashPassword } from './passwords.ts';

/** A route whose body brings a new password: its deed is given the hash in the password's place. */
export interface PasswordRoute<
  P = unknown,
  B extends { password: string } = { password: string },
  A = unknown,
> extends Pick<Route<Person, P, unknown, B, A>, 'method' | 'path' | 'says' | 'may' | 'answer' | 'status'> {
  params?: z.ZodType<P>;
  body: z.ZodType<B>;
  deed: (ctx: Ctx, input: { params: P; body: Omit<B, 'password'> & { password_hash: string } }) => Promise<A>;
}

/** Lets TypeScript read the shapes off the schemas. */
export const passwordRoute = <P, B extends { password: string }, A>(
  route: PasswordRoute<P, B, A>,
): PasswordRoute => route as unknown as PasswordRoute;

/**
 * Puts such routes on the server. They differ from others in two things: the password is hashed before the
 * transaction opens, and it is taken off the body, so that what is kept for an Idempotency-Key knows nothing of it.
 */
export function servePasswordRoutes(
  served: Served<Person>,
  tag: string,
  routes: readonly PasswordRoute[],
): void {
  for (const route of routes) servePasswordRoute(served, tag, route);
}

function servePasswordRoute(served: Served<Person>, tag: string, route: PasswordRoute): void {
  const status = route.status ?? 200;
  const people = new WeakMap<FastifyRequest, Person>();
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: route.method,
    url: route.path,
    schema: {
      tags: [tag],
      summary: route.says,
      ...(route.params && { params: route.params }),
      body: route.body,
      ...(route.method === 'POST' && { headers: IdempotencyHeader }),
      response: { [status]: route.answer, '4xx': Problem },
    },
    onRequest: async request => {
      people.set(request, await admit(served, request, route.may));
    },
    handler: async (request, reply) => {
      const { password, ...body } = request.body;
      request.body = body as typeof request.body;
      const password_hash = await hashPassword(password);
      const input = { params: request.params, body: { ...body, password_hash } };
      const answered = await within(served, request, people.get(request)!, ctx =>
        answerOnce(ctx, request, status, () => route.deed(ctx, input)),
      );
      if (answered.again) reply.header('idempotent-replay', 'true');
      return reply.code(answered.status).send(answered.answer as never);
    },
  });
}
