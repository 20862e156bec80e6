import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { networkOf } from '#accounts/rules/limits.ts';
import type { Person } from '#accounts/rules/who.ts';
import { newCode, refuseOtherSites } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import type { Config } from '#platform/config.ts';
import type { Db } from '#platform/db/database.ts';
import { langOf } from '#platform/http/language.ts';
import { Problem } from '#platform/http/problems.ts';
import type { Served } from '#platform/http/routes.ts';
import { Refusal } from '#platform/refusals.ts';
import { EmergencyCall, Receipt } from '../../rules/emergency/emergency.ts';
import { countedSince, secondsToWait } from '../../rules/emergency/limits.ts';
import { receipt_words } from '../../rules/emergency/told.ts';
import { insertReport, oneAtATime, receiptOf, reportedSince } from './store.ts';

const largest_call_bytes = 64 * 1024;

/**
 * `POST /api/emergency`: open to anybody, at every standing and without a sign-in. Nobody is known, so nothing is
 * looked up: the answer is the same whatever school is named, and the report gives nobody access.
 */
export function emergencyDoor(served: Served<Person>, home: Pick<Config, 'public_url'>): void {
  served.app.route({
    method: 'POST',
    url: '/api/emergency',
    bodyLimit: largest_call_bytes,
    schema: {
      tags: ['emergency'],
      summary: 'Report a privacy incident, or ask for help when locked out; no sign-in',
      security: [],
      body: EmergencyCall,
      response: { 201: Receipt, '4xx': Problem },
    },
    handler: async (request, reply) => {
      refuseOtherSites(home, request);
      const call = request.body as EmergencyCall;
      const came = { network: networkOf(request.ip), sent_once: onceOf(request), now: served.clock() };
      const receipt = await served.database.transact(actorOf(doorkeeper), db => report(db, call, came));
      return reply.code(201).send({ receipt, words: receipt_words[langOf(request)] });
    },
  });
}

const doorkeeper = { side: 'system', job: 'emergency-door' } as const;

interface Came {
  network: string;
  /** The same for the same report sent again. */
  sent_once: string;
  now: Date;
}

/** Keeps what was said, with the caller as typed in the story. Twice is once. Refuses too_many. */
async function report(db: Db, call: EmergencyCall, { network, sent_once, now }: Came): Promise<string> {
  await oneAtATime(db);
  const before = await receiptOf(db, sent_once);
  if (before) return before;
  const recent = await reportedSince(db, countedSince(now));
  const of = (those: typeof recent) => those.map(({ at }) => at);
  const mine = of(recent.filter(each => each.network === network));
  const seconds = secondsToWait(mine, of(recent), now);
  if (seconds > 0) throw new Refusal('too_many', tooMany, { retry_after_seconds: seconds });
  const receipt = newCode(2); // to be read over the telephone; it counts nothing
  const { kind, caller, call_back, school: school_typed, what } = call;
  const more =
    call.kind === 'privacy_incident' ? { seen_when: call.when, seen_by: call.seen_by } : { role: call.role };
  const said = { kind, caller, call_back, school_typed, what, ...more };
  const id = await insertReport(db, { ...said, receipt, sent_once, network, reported_at: now });
  const who = { side: 'caller', name: caller } as const;
  await recordDeed(
    { who, db, now },
    { kind: 'emergency', audience: 'desk', facts: { report: id, about: kind } },
  );
  return receipt;
}

/** With a key, the same report again is the same; without one, each is its own. */
function onceOf({ headers, body }: FastifyRequest): string {
  const key = headers['idempotency-key'] ?? randomBytes(16).toString('hex');
  return createHash('sha256')
    .update(`${String(key)}\n${JSON.stringify(body)}`)
    .digest('hex');
}

const tooMany = {
  en: 'Too much has come through here just now. Please call the desk, or try again in some minutes.',
  fr: 'Trop de messages sont arrivés ici. Appelez le centre d’aide, ou réessayez dans quelques minutes.',
};
