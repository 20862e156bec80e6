import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { serveRoute, type Route, type Served } from '#platform/http/routes.ts';
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
  for (const route of routes) serveRoute(served, tag, route as unknown as Route<Person>, withHash);
}

async function withHash(request: FastifyRequest) {
  const { password, ...body } = request.body as { password: string };
  request.body = body;
  const { params, query } = request;
  return { params, query, body: { ...body, password_hash: await hashPassword(password) } };
}
