import { z } from 'zod';
import { notAllowed, notFound, notValid } from '#platform/refusals.ts';
import { page } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import { endsSoon, tokenEnds, tokenStands } from '../rules/expiry.ts';
import { administrators, atDesk } from '../rules/policy.ts';
import { CreatedToken, NewToken, Token } from '../rules/session.ts';
import { route, type Ctx } from './acting.ts';
import { hashOf, newSecret } from './sign-in/secrets.ts';
import { insertToken, personById, revokeToken, tokensFor } from './store.ts';
import { recordDeed } from './story/story.ts';

export const tokenRoutes = [
  route({
    method: 'GET',
    path: '/api/tokens',
    says: 'The tokens of scripts, also those that are over: one’s own, or for an administrator all',
    may: atDesk,
    answer: page(Token),
    deed: async ctx => ({
      items: (await tokensFor(ctx.db, seenBy(ctx))).map(row => shown(ctx, row)),
      next: null,
    }),
  }),
  route({
    method: 'DELETE',
    path: '/api/tokens/:id',
    says: 'Revoke a token',
    may: atDesk,
    params: z.object({ id: z.uuid() }),
    answer: Token,
    deed: (ctx, { params }) => endToken(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/tokens',
    says: 'Make a token for a script, one’s own or for an administrator anybody’s; it is shown this once',
    may: atDesk,
    body: NewToken,
    status: 201,
    shown_once: true,
    answer: CreatedToken,
    deed: (ctx, { body }) => createToken(ctx, body),
  }),
];

/**
 * A token that acts for a person, within its scopes and her rights, for so many days. Whoever is no administrator
 * makes her own, and while she is signed in: a token makes none that would outlive it. Refuses with not_valid a person
 * who is not hers to make one for, or has left, and a scope that is not hers.
 */
export async function createToken(
  ctx: Ctx,
  { name, person, scopes, days }: z.infer<typeof NewToken>,
): Promise<z.infer<typeof CreatedToken>> {
  const { db, who, now } = ctx;
  if (!administrators(who) && who.session_id === null) throw tokensMakeNone();
  const actor = await personById(db, person);
  if (!actor || actor.left_at || !(administrators(who) || person === who.person_id))
    throw notValid('person', {
      en: 'There is no such person now.',
      fr: 'Cette personne n’existe pas ou plus.',
    });
  if (scopes.includes('administer') && !administrators(who)) throw notValid('scopes', notHers);
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

/** An administrator sees all; everybody else her own. */
const seenBy = ({ who }: Ctx): { person_id?: number } =>
  administrators(who) ? {} : { person_id: who.person_id };

async function tokenFor(ctx: Ctx, id: string): Promise<z.infer<typeof Token>> {
  const [row] = await tokensFor(ctx.db, { ...seenBy(ctx), id });
  if (!row) throw notFound();
  return shown(ctx, row);
}

function shown(
  { who, now, lang }: Ctx,
  { created_at, expires_at, revoked_at, seen_at, ...row }: Awaited<ReturnType<typeof tokensFor>>[number],
): z.infer<typeof Token> {
  const at = (instant: Date) => moment(instant, { now, zone: who.zone, lang });
  return {
    ...row,
    created: at(created_at),
    expires: at(expires_at),
    revoked: revoked_at && at(revoked_at),
    seen: seen_at && at(seen_at),
    mine: row.person.id === who.person_id,
    ends_soon: endsSoon({ expires_at, revoked_at }, now),
    stands: tokenStands({ expires_at, revoked_at }, now),
  };
}

const tokensMakeNone = () =>
  notAllowed({
    en: 'A token makes no other token: sign in to make one.',
    fr: 'Un jeton n’en crée pas d’autre : connectez-vous pour en créer un.',
  });

const notHers = {
  en: 'Only an administrator’s token may administer.',
  fr: 'Seul le jeton d’un administrateur peut administrer.',
};
