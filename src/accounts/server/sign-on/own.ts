import { z } from 'zod';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { langOf } from '#platform/http/language.ts';
import type { Served } from '#platform/http/routes.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import { administrators, atDesk } from '../../rules/policy.ts';
import { OwnSignOn, reasonNamed, returns, SignOnOffer } from '../../rules/sign-on.ts';
import type { Person } from '../../rules/who.ts';
import { route, type Ctx } from '../acting.ts';
import { recordDeed } from '../story/story.ts';
import { boundTo, endSubject, offerOf } from './store.ts';

export const ownSignOnRoutes = [
  route({
    method: 'GET',
    path: '/api/sign-on/own',
    says: 'Whom of the provider’s people one is, and whether one may say so',
    may: atDesk,
    answer: OwnSignOn,
    deed: ctx => ownSignOn(ctx),
  }),
  route({
    method: 'DELETE',
    path: '/api/sign-on/subjects/:id',
    says: 'End that somebody is one of the provider’s people: one’s own, or for an administrator anybody’s',
    may: atDesk,
    params: z.object({ id: id() }),
    answer: OwnSignOn,
    deed: (ctx, { params }) => unbind(ctx, params.id),
  }),
];

async function ownSignOn({ db, who, now, lang }: Ctx): Promise<OwnSignOn> {
  const provider = await offerOf(db);
  const row = await boundTo(db, { person_id: who.person_id });
  return {
    label: provider?.label ?? null,
    // An account of another provider than today's opens nothing: she may link one of this.
    bound:
      row && (!provider || row.issuer === provider.issuer)
        ? { id: row.id, seen_as: row.seen_as, bound: moment(row.bound_at, { now, zone: who.zone, lang }) }
        : null,
  };
}

/**
 * She signs in that way no more; sessions that are open stay. Refuses with not_found somebody else's, not_now one's
 * own that is the only way in.
 */
async function unbind(ctx: Ctx, id: number): Promise<OwnSignOn> {
  const { db, who, now } = ctx;
  const row = await boundTo(db, { id });
  const own = row?.person_id === who.person_id;
  if (!row || !(own || administrators(who))) throw notFound();
  if (own && !row.has_password) throw notNow(only_way);
  await endSubject(db, id, { ended_by: who.person_id, ended_at: now });
  await recordDeed(ctx, { kind: 'sign_on_unbound', audience: 'desk', facts: { person: row.person_id } });
  return ownSignOn(ctx);
}

/** What the sign-in page asks before anybody is known. */
export function serveOffer(served: Served<Person>): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/sign-on',
    schema: {
      tags: ['Accounts'],
      summary: 'Whether the iGroup signs in through a provider, and why the last way back ended',
      querystring: z.object({ reason: z.string().max(40).optional() }),
      response: { 200: SignOnOffer },
    },
    handler: async request => {
      const row = await offerOf(served.database.owner);
      const reason = reasonNamed(request.query.reason);
      return {
        label: row?.label ?? null,
        passwords: row?.passwords ?? 'everybody',
        said: reason ? returns[reason][langOf(request)] : null,
      };
    },
  });
}

const only_way = {
  en: 'This is your only way in: you have no password. Ask an administrator for a link to choose one.',
  fr: 'C’est votre seul accès : vous n’avez pas de mot de passe. Demandez à l’administration un lien pour en choisir un.',
};
