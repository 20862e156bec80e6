import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import { page } from '#platform/schemas.ts';
import { tokenEnds } from '../rules/expiry.ts';
import { administrators } from '../rules/policy.ts';
import { CreatedToken, NewToken, Token } from '../rules/session.ts';
import type { Person } from '../rules/who.ts';
import { route, type Ctx } from './acting.ts';
import { hashOf, newSecret } from './sign-in/secrets.ts';
import { insertToken, personById, revokeToken, tokensFor } from './store.ts';
import { recordDeed } from './story/story.ts';

export const tokenRoutes = [
  route({
    method: 'GET',
    path: '/api/tokens',
    says: 'The tokens of scripts, also those that are over',
    may: administrators,
    answer: page(Token),
    deed: async ({ db }) => ({ items: (await tokensFor(db)).map(shown), next: null }),
  }),
  route({
    method: 'DELETE',
    path: '/api/tokens/:id',
    says: 'Revoke a token',
    may: administrators,
    params: z.object({ id: z.uuid() }),
    answer: Token,
    deed: (ctx, { params }) => endToken(ctx, params.id),
  }),
];

/** Not a deed of `tokenRoutes`: what is kept for an Idempotency-Key would keep the token readable for a day. */
export function serveTokenMaking(served: Served<Person>): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: '/api/tokens',
    schema: {
      tags: ['Accounts'],
      summary: 'Make a token for a script; it is shown this once',
      body: NewToken,
      response: { 201: CreatedToken, '4xx': Problem },
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, administrators);
      return reply.code(201).send(await within(served, request, who, ctx => createToken(ctx, request.body)));
    },
  });
}

/**
 * A token that acts for a person, within its scopes and her rights, for so many days. Refuses with not_valid a
 * person who does not exist or has left.
 */
export async function createToken(
  ctx: Ctx,
  { name, person, scopes, days }: z.infer<typeof NewToken>,
): Promise<z.infer<typeof CreatedToken>> {
  const { db, who, now } = ctx;
  const actor = await personById(db, person);
  if (!actor || actor.left_at)
    throw notValid('person', {
      en: 'There is no such person now.',
      fr: 'Cette personne n’existe pas ou plus.',
    });
  const token = `fl_${newSecret()}`;
  const id = await insertToken(db, {
    name,
    person_id: person,
    scopes: [...new Set(scopes)],
    token_hash: hashOf(token),
    created_by: who.person_id,
    created_at: now,
    expires_at: tokenEnds(now, days),
  });
  await recordDeed(ctx, {
    kind: 'token_made',
    audience: 'desk',
    facts: { token: id, person, scopes: scopes.join(',') },
  });
  return { ...(await tokenFor(db, id)), token };
}

/** Revokes a token, once: later it stays as it is. Refuses with not_found. */
export async function endToken(ctx: Ctx, id: string): Promise<z.infer<typeof Token>> {
  const token = await tokenFor(ctx.db, id);
  if (token.revoked_at) return token;
  await revokeToken(ctx.db, id, ctx.now);
  await recordDeed(ctx, { kind: 'token_revoked', audience: 'desk', facts: { token: id } });
  return tokenFor(ctx.db, id);
}

async function tokenFor(db: Ctx['db'], id: string): Promise<z.infer<typeof Token>> {
  const [row] = await tokensFor(db, id);
  if (!row) throw notFound();
  return shown(row);
}

const shown = (row: Awaited<ReturnType<typeof tokensFor>>[number]): z.infer<typeof Token> => ({
  ...row,
  created_at: row.created_at.toISOString(),
  expires_at: row.expires_at.toISOString(),
  revoked_at: row.revoked_at?.toISOString() ?? null,
});
