import type { FastifyRequest } from 'fastify';
import { Refusal } from '#platform/refusals.ts';
import { networkOf } from '../rules/limits.ts';

/** What is asked without sign-in. */

/** From one address in a minute; a page asks once or twice. */
const at_most = 60;
const minute_ms = 60_000;

/** Refuses too_many from one address; what it remembers is forgotten with the minute. */
export function limitAnybody(
  clock: () => Date,
  most = at_most,
): (request: Pick<FastifyRequest, 'ip'>) => void {
  let minute = 0;
  const asked = new Map<string, number>();
  return ({ ip }) => {
    const now = Math.floor(clock().getTime() / minute_ms);
    if (now !== minute) asked.clear();
    minute = now;
    const network = networkOf(ip);
    const times = (asked.get(network) ?? 0) + 1;
    asked.set(network, times);
    if (times > most) throw new Refusal('too_many', tooMany, { retry_after_seconds: 60 });
  };
}

const tooMany = {
  en: 'This was asked too often just now. Please try again in a minute.',
  fr: 'On l’a trop demandé à l’instant. Veuillez réessayer dans une minute.',
};
