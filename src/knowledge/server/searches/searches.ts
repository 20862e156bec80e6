import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import { actorOf, route, seenBy, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { moment } from '#sla/rules/moments.ts';
import { deskTime } from '#accounts/server/accounts.ts';
import { noticeWeek } from '#tickets/server/tickets.ts';
import { publishesArticles } from '../../rules/policy.ts';
import { LeftSearch, SearchedInVain, Searches } from '../../rules/searches.ts';
import { anyOfWeek, countSearch, forgetSearches, putDone, selectSearches, takeUp } from './store.ts';

/** Searches that found nothing: counted without anybody's name, read by the editors, told once a week. */

const base = '/api/article-searches';
const Nothing = z.object({});

// prettier-ignore
export const searchRoutes = [
  route({ method: 'POST', path: base, says: 'Say that a search found nothing: its words are counted, without a name; what tells who it was is not kept', may: signedIn, door: 'read_knowledge', body: SearchedInVain, status: 202, answer: Nothing, deed: (ctx, { body }) => searchedInVain(ctx, body.words) }),
  route({ method: 'GET', path: base, says: 'What was searched in vain in the last 90 days, the most frequent first', may: publishesArticles, answer: Searches, deed: ctx => listSearches(ctx) }),
  route({ method: 'PUT', path: `${base}/left`, says: 'Leave a search, so that it is no longer listed; or take it up again', may: publishesArticles, body: LeftSearch, answer: Nothing, deed: (ctx, { body }) => leaveSearch(ctx, body) }),
];

async function searchedInVain({ db, now, who }: Ctx, words: string) {
  const of = who.side === 'school' ? { school_id: who.school_id } : { school_id: null };
  await countSearch({ db, now, ...of, by_desk: who.side === 'desk' }, words);
  return {};
}

async function listSearches(ctx: Ctx): Promise<Searches> {
  const rows = await selectSearches(ctx);
  return { items: rows.map(({ last, ...row }) => ({ ...row, last: moment(new Date(last), seenBy(ctx)) })) };
}

async function leaveSearch(ctx: Ctx, { words, left }: LeftSearch) {
  await (left ? putDone(ctx, words) : takeUp(ctx, words));
  await sendSignal(ctx.db, { to: 'desk', kind: 'searches' });
  return {};
}

/** Weekly: tells the editors in the bell that something was searched in vain. */
export async function tellSearches(database: Database, now: Date): Promise<void> {
  await database.transact(actorOf({ side: 'system', job: 'searches' }), async db => {
    const { zone } = await deskTime(db);
    if (await anyOfWeek(db, now)) await noticeWeek(db, localDate(now, zone), now);
  });
}

/** Nightly: what was not searched for 90 days goes. */
export const tidySearches = (database: Database, now: Date): Promise<unknown> =>
  database.transact(actorOf({ side: 'system', job: 'tidy' }), db => forgetSearches(db, now));
