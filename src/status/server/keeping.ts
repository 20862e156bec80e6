import { deskTime } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/db/database.ts';
import { keepLooking } from '#platform/jobs/looking.ts';
import type { Signals } from '#platform/live/signals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { keepFiles } from './page/files.ts';
import { filesOf, type Links } from './page/pages.ts';
import { publicNotices } from './page/views.ts';
import { claimDue, selectNext, signalConcerned, turnedSince } from './store.ts';
import { letGo } from './telling.ts';

/** What time does with notices: updates are told when their window is over, work begins and is over, and the files follow. */

const software = actorOf({ side: 'system', job: 'status' });

interface Telling {
  database: Database;
  clock: () => Date;
}

/** Tells every update whose time has come, each once, whichever server does it. Answers when the next is due. */
export function tellDue({ database, clock }: Telling): Promise<Date | null> {
  return database.transact(software, async db => {
    const now = clock();
    const { zone } = await deskTime(db);
    for (const update of await claimDue(db, now)) {
      await letGo({ db, now }, update);
      await signalConcerned({ db }, update.notice_id, localDate(now, zone));
    }
    return selectNext(db, now);
  });
}

/** Open pages hear of what began or was over by its time since this server looked last. */
async function tellTurned({ database }: Telling, since: Date, now: Date): Promise<void> {
  await database.transact(software, async db => {
    const { zone } = await deskTime(db);
    for (const id of await turnedSince(db, since, now))
      await signalConcerned({ db }, id, localDate(now, zone));
  });
}

/** Writes the status page and its data as they are now. Each server keeps a folder of its own. */
export function writingFiles(
  { database, clock }: Telling,
  { config, links }: { config: Pick<Config, 'data_dir' | 'status_dir' | 'public_url'>; links: Links },
): () => Promise<void> {
  const keep = keepFiles(config.status_dir ?? `${config.data_dir}/status`);
  return async () => {
    const told = await database.transact(software, db => publicNotices(db, clock()));
    await keep(filesOf(told, { links, public_url: config.public_url }));
  };
}

/** Keeps updates leaving and the files in step, on this server: at its start, after each change, and twice a minute. */
export function startTelling(
  telling: Telling & { signals: Signals },
  where: Parameters<typeof writingFiles>[1],
  failed: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const { clock, signals } = telling;
  const write = writingFiles(telling, where);
  let looked = clock();
  const { look, stop } = keepLooking(async () => {
    try {
      const now = clock();
      const next = await tellDue(telling);
      await tellTurned(telling, looked, now);
      looked = now;
      await write();
      return next;
    } catch (error) {
      failed(error);
      return null;
    }
  }, clock);
  // The desk hears of every change, by whichever server it was made.
  const unhear = signals.join(['desk'], ({ kind }) => kind === 'status' && look());
  return {
    async stop() {
      unhear();
      await stop();
    },
  };
}
