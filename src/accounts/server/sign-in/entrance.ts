import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Served } from '#platform/http/routes.ts';
import type { Sealing } from '#platform/sealing.ts';
import { browserName } from '../../rules/keys/browser.ts';
import { passkeyHome } from '../../rules/keys/passkey-home.ts';
import type { Person } from '../../rules/who.ts';
import { clearHalf, cookiesOf, setCookies, setHalf, type CookieHome } from './cookies.ts';
import type { Entered, Entrance } from './sign-in.ts';

/** What sign-in needs to know of the installation. */
export type EntranceHome = CookieHome & { sealing: Sealing };

/** Where a request enters that nobody is known to make yet. */
export const entranceOf = (
  served: Served<Person>,
  home: EntranceHome,
  request: FastifyRequest,
): Entrance => ({
  database: served.database,
  clock: served.clock,
  address: request.ip,
  browser: browserName(request.headers['user-agent'] ?? ''),
  cookies: cookiesOf(home, request),
  passkeys: passkeyHome(home.public_url, request),
  sealing: home.sealing,
  gate: served.gate,
});

/** Answers a sign-in: 201 with the session and its cookies, or 200 with what is asked for now and a cookie to wait with. */
export function answerEntered(home: CookieHome, reply: FastifyReply, entered: Entered): FastifyReply {
  if ('half' in entered) {
    setHalf(home, reply, entered.half);
    return reply.code(200).send(entered.asked);
  }
  setCookies(home, reply, entered.secrets);
  clearHalf(home, reply);
  return reply.code(201).send(entered.session);
}
