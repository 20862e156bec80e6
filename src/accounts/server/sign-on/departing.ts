import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Problem } from '#platform/http/problems.ts';
import { admit, type Served } from '#platform/http/routes.ts';
import { notNow, Refusal } from '#platform/refusals.ts';
import { atDesk } from '../../rules/policy.ts';
import { Departed, Departing, returns, type Purpose } from '../../rules/sign-on.ts';
import type { Person } from '../../rules/who.ts';
import { refuseOtherSites } from '../gate.ts';
import { openLink } from '../links/arriving.ts';
import { wayCookie } from '../sign-in/cookies.ts';
import type { EntranceHome } from '../sign-in/entrance.ts';
import { hashOf, newSecret } from '../sign-in/secrets.ts';
import { tokensHaveNoSession } from '../sign-in/sign-in.ts';
import { clientOf, leaveFor, WayFailed, type Providers } from './provider.ts';
import type { Home } from './settings.ts';
import { departuresSince, offerOf, writeDeparture } from './store.ts';

export type Crossing = Home & { home: EntranceHome; providers: Providers };

/** As many browsers as may be on their way at once: anybody can start one. */
const most_on_their_way = 1000;
const minute_ms = 60_000;

/** Sends a browser to the provider. What proves it when it comes back is in its cookie, and as hashes in a row. */
export function serveDeparting(served: Served<Person>, crossing: Crossing): void {
  served.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: '/api/sign-on/departures',
    schema: {
      tags: ['Accounts'],
      summary: 'Leave for the provider of single sign-on: where to send the browser',
      body: Departing,
      response: { 201: Departed, '4xx': Problem },
    },
    handler: async (request, reply) => {
      refuseOtherSites(crossing.home, request);
      const location = await depart(served, crossing, request, reply);
      return reply.code(201).send({ location });
    },
  });
}

/** Refuses with not_now, and why, when the provider is off or does not answer; as the purpose does by itself. */
async function depart(
  served: Served<Person>,
  { home, back, sealing, providers }: Crossing,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const { database, clock } = served;
  const { purpose, to, secret } = request.body as typeof Departing._output;
  const why = await whyOf(served, request, { purpose, secret });
  const row = await offerOf(database.owner);
  if (!row) throw notNow(returns.off);
  const now = clock();
  if ((await departuresSince(database.owner, new Date(now.getTime() - minute_ms))) >= most_on_their_way)
    throw tooMany();
  const cookie = newSecret();
  const state = newSecret();
  try {
    const found = await providers.of(clientOf(row, sealing));
    const location = await leaveFor(found, { state, ...provenBy(cookie), back: back(request) });
    await writeDeparture(database.owner, {
      ...why,
      purpose,
      state_hash: hashOf(state),
      browser_hash: hashOf(cookie),
      left_for: to && isOfDesk(to) ? to : null,
      at: now,
    });
    wayCookie.set(home, reply, cookie);
    return location;
  } catch (error) {
    if (error instanceof WayFailed) throw notNow(returns[error.reason]);
    throw error;
  }
}

/** What a purpose needs beside the browser: her own session, or an invitation that is open. */
async function whyOf(
  served: Served<Person>,
  request: FastifyRequest,
  { purpose, secret }: { purpose: Purpose; secret: string | undefined },
): Promise<{ session_id?: string; link_id?: number }> {
  if (purpose === 'binding') {
    const { session_id } = await admit(served, request, { may: atDesk });
    if (session_id === null) throw tokensHaveNoSession();
    return { session_id };
  }
  if (purpose === 'sign_in') return {};
  const link = await openLink(served.database.owner, secret ?? '', served.clock());
  if (link.kind !== 'invitation') throw notNow(returns.no_link);
  return { link_id: link.id };
}

/** Nonce and verifier come from the cookie's secret, so that only this browser can finish what it began. */
export const provenBy = (cookie: string) => ({
  nonce: hashOf(`nonce of ${cookie}`).toString('base64url'),
  verifier: hashOf(`verifier of ${cookie}`).toString('base64url'),
});

/** Only pages of the desk: "//elsewhere" would be another host. */
const isOfDesk = (path: string) => /^\/desk(?=[/?]|$)/.test(path);

const tooMany = () =>
  new Refusal(
    'too_many',
    {
      en: 'Too many people are signing in this way right now. Please try again in a minute.',
      fr: 'Trop de personnes se connectent ainsi en ce moment. Réessayez dans une minute.',
    },
    { retry_after_seconds: 60 },
  );
