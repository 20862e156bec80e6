import { deskTimes } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import { businessMinutes } from '#sla/rules/open-time.ts';
import { months, stepTimes, type Stay } from '../../rules/process/step-times.ts';
import { marksAfter, replaceStepTimes } from './store.ts';

const software = actorOf({ side: 'system', job: 'step-times' });

/** Nightly: counts how long tickets of the last twelve months were in each of their states, over all schools. */
export async function countStepTimes(database: Database, now: Date): Promise<void> {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  const times = await database.transact(software, deskTimes);
  const stays: Stay[] = [];
  for (let after = 0; ;) {
    const { marks, last } = await database.transact(software, db => marksAfter(db, after, since));
    stays.push(...staysOf(marks, times));
    if (last === null) break;
    after = last;
  }
  await database.transact(software, db => replaceStepTimes(db, stepTimes(stays), now));
}

type Marks = Awaited<ReturnType<typeof marksAfter>>['marks'];

/** How long each ticket was in each state that it has left; where it still is, nobody knows yet. */
function staysOf(marks: Marks, times: DeskTimes): Stay[] {
  const stays = new Map<string, Stay>();
  const still_there = new Set<string>();
  for (const { ticket_number, category, state, school_id, passed, at, until } of marks) {
    const key = `${ticket_number} ${state}`;
    if (until === null) {
      still_there.add(key);
      continue;
    }
    if (passed) continue;
    const minutes = businessMinutes(new Date(at), new Date(until), times);
    const before = stays.get(key)?.minutes ?? 0;
    stays.set(key, { category, state, school_id, minutes: before + minutes });
  }
  for (const key of still_there) stays.delete(key);
  return [...stays.values()];
}
