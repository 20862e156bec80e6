import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#platform/http/problems.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import { page } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import { tokenEnds, tokenStands } from '../rules/expiry.ts';
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
    deed: async ctx => ({ items: (await tokensFor(ctx.db)).map(row => shown(ctx, row)), next: null }),
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
      const who = await admit(served, request, { may: administrators });
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
  return { ...(await tokenFor(ctx, id)), token };
}

/** Revokes a token, once: later it stays as it is. Refuses with not_found. */
export async function endToken(ctx: Ctx, id: string): Promise<z.infer<typeof Token>> {
  const token = await tokenFor(ctx, id);
  if (token.revoked) return token;
  await revokeToken(ctx.db, id, ctx.now);
  await recordDeed(ctx, { kind: 'token_revoked', audience: 'desk', facts: { token: id } });
  return tokenFor(ctx, id);
}

async function tokenFor(ctx: Ctx, id: string): Promise<z.infer<typeof Token>> {
  const [row] = await tokensFor(ctx.db, id);
  if (!row) throw notFound();
  return shown(ctx, row);
}

function shown(
  { who, now, lang }: Ctx,
  { created_at, expires_at, revoked_at, ...row }: Awaited<ReturnType<typeof tokensFor>>[number],
): z.infer<typeof Token> {
  const at = (instant: Date) => moment(instant, { now, zone: who.zone, lang });
  return {
    ...row,
    created: at(created_at),
    expires: at(expires_at),
    revoked: revoked_at && at(revoked_at),
    stands: tokenStands({ expires_at, revoked_at }, now),
  };
}
