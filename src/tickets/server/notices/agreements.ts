import { sql } from 'drizzle-orm';
import { deskTime, deskTimes } from '#accounts/server/accounts.ts';
import { lastPosition } from '#accounts/server/story/story.ts';
import { tellAgreements } from '#agreements/server/agreements.ts';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { dueUpTo } from '../../rules/tasks/waking.ts';
import { noticeAgreement } from './noticing.ts';

/**
 * Tells the coordinators when the desk keeps other hours than a version of the agreement says, and when one is to be
 * reviewed: as the desk opens on the day. The mark that it was told is in the same transaction as the notices.
 */
export const agreementNoticer = (clock: () => Date): EventReader => ({
  name: 'agreements',
  async read(db, position) {
    const now = clock();
    const up_to = await lastPosition(db, position);
    const desk = await deskTime(db);
    const asked = { now, today: dueUpTo(now, desk), times: await deskTimes(db) };
    for (const { version, what } of await tellAgreements(db, asked))
      await noticeAgreement(db, { version, kind: what, at: now, zone: desk.zone });
    // What a school reads of its agreement says the hours of now.
    if (await timedSince(db, position, up_to)) await sendSignal(db, { to: 'schools', kind: 'agreements' });
    return up_to;
  },
});

async function timedSince(db: Db, position: number, up_to: number): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from events where position > ${position} and position <= ${up_to} and kind = 'desk_timed' limit 1`);
  return rows.length > 0;
}
