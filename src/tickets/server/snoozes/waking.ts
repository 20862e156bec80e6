import { deskTime } from '#accounts/server/accounts.ts';
import { lastPosition } from '#accounts/server/story/story.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { answering } from '../../rules/notices.ts';
import { dueUpTo } from '../../rules/tasks/waking.ts';
import { signalDesk } from '../signalling.ts';
import { noticeTo } from '../notices/noticing.ts';
import { tellDueTasks } from '../tasks/due.ts';
import { wakeByAnswer, wakeInTime } from './store.ts';

/**
 * What time and the schools' answers bring back: snoozed tickets, and on their day the tasks. A reader looks twice a
 * minute also when nothing happens; its work and its place are one transaction, so each comes back once, on whichever
 * server and after whatever crash.
 */
export const waker = (clock: () => Date): EventReader => ({
  name: 'waking',
  async read(db, position) {
    const now = clock();
    const up_to = await lastPosition(db, position);
    const woken = [
      ...(up_to > position ? await wakeByAnswer(db, { after: position, up_to }, answering) : []),
      ...(await wakeInTime(db, now)),
    ];
    for (const { person, ticket, by, alone } of woken) {
      if (alone) await noticeTo(db, { person, kind: 'snooze_over', ticket, by, at: now });
      await signalDesk(db, 'beside', { ticket });
    }
    for (const { person, ticket } of await tellDueTasks(db, dueUpTo(now, await deskTime(db)), now))
      await noticeTo(db, { person, kind: 'task_due', ticket, by: null, at: now });
    return up_to;
  },
});
