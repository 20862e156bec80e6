import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notNow, notValid } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { keyOf, type Network, type NetworkWriting } from '../../rules/network/network.ts';
import { network_lists, network_looks } from '../tables.ts';
import { networkFor } from './reading.ts';

/** The list of addresses is written whole, from a day on. */

/**
 * Publishes a list. Refuses not_now (another was published meanwhile; nothing is different) and not_valid (its day is
 * over, or before that of the list before it).
 */
export async function publishNetwork(ctx: Ctx, given: NetworkWriting): Promise<Network> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('network_lists'))`);
  const before = await networkFor(ctx);
  if (given.newest !== before.newest) throw notNow(meanwhile);
  const said = (entries: Network['entries']) =>
    JSON.stringify(entries.map(entry => [keyOf(entry), entry.purpose.en, entry.purpose.fr]));
  if (said(given.entries) === said(before.written)) throw notNow(same);
  if (given.holds_from < localDate(ctx.now, ctx.who.desk.zone)) throw notValid('holds_from', over);
  const last = before.coming.at(-1)?.holds_from.date;
  if (last !== undefined && given.holds_from < last) throw notValid('holds_from', in_order);
  const version = before.newest + 1;
  const { entries, why, holds_from } = given;
  await ctx.db.insert(network_lists).values({
    ...{ version, entries, why, holds_from },
    ...{ published_by: ctx.who.person_id, published_at: ctx.now },
  });
  await sendSignal(ctx.db, { to: 'schools', kind: 'network' });
  await recordDeed(ctx, { kind: 'network_published', audience: 'desk', facts: { version, day: holds_from } });
  return networkFor(ctx);
}

/** Marks for this person of a school that she has looked. */
export async function lookAtNetwork({ db, who, now }: Ctx): Promise<Record<string, never>> {
  if (who.side !== 'school') return {};
  await db
    .insert(network_looks)
    .values({ person_id: who.person_id, school_id: who.school_id, looked_at: now })
    .onConflictDoUpdate({ target: network_looks.person_id, set: { looked_at: now } });
  return {};
}

const meanwhile = {
  en: 'Somebody has published another list meanwhile. Please look at it first.',
  fr: 'Quelqu’un a publié une autre liste entre-temps. Veuillez d’abord la regarder.',
};
const same = {
  en: 'Nothing in this list is different from the one before.',
  fr: 'Rien dans cette liste ne diffère de la précédente.',
};
const over = {
  en: 'That day is over. Choose today or later.',
  fr: 'Ce jour est passé. Choisissez aujourd’hui ou plus tard.',
};
const in_order = {
  en: 'A list that is to come begins later. Choose its day or a later one.',
  fr: 'Une liste à venir commence plus tard. Choisissez son jour ou un jour plus éloigné.',
};
