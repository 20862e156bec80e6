import { actorOf } from '#accounts/server/acting.ts';
import type { Database, Db } from '#platform/db/database.ts';
import { firstGuide } from '../../rules/first/first.ts';
import type { Guide } from '../../rules/guide.ts';
import { variablesOn } from '../network/reading.ts';
import { insertFirst } from '../store.ts';
import { guideAt, newestVersion } from '../views.ts';

/** The guide as it is published. A version never changes, so each is read once. */

export interface Published {
  version: number;
  guide: Guide;
}

const software = actorOf({ side: 'system', job: 'guide' });

/** An installation that has no guide begins with the one of this release. */
export const keepFirst = (database: Database, now: Date): Promise<unknown> =>
  database.transact(software, async db => {
    if ((await newestVersion(db)) > 0) return;
    const why = 'As Firstline came.';
    await insertFirst(db, { version: 1, guide: firstGuide(), why, published_at: now, published_by: null });
  });

/**
 * Remembers the newest version, by itself; another server may have published meanwhile, so its number is asked for. What
 * it says of addresses goes by the list that holds today.
 */
export function remembering(clock: () => Date): (db: Db) => Promise<Published> {
  let newest: Published | undefined;
  return async db => {
    const version = await newestVersion(db);
    if (newest?.version !== version) newest = { version, guide: (await guideAt(db, version))!.guide };
    const variables = await variablesOn(db, newest.guide.variables, clock());
    return { version, guide: { ...newest.guide, variables } };
  };
}

/** For everybody, without sign-in. */
export const asSoftware = <T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> =>
  database.transact(software, work);
