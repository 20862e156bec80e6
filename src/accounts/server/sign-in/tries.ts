import type { Database } from '#platform/db/database.ts';
import { Refusal } from '#platform/refusals.ts';
import { budgets, countedSince, networkOf, secondsToWait } from '../../rules/limits.ts';
import {
  as_owner,
  eraseTry,
  failuresFrom,
  failuresOfBrowser,
  failuresOn,
  oneAtATime,
  writeTry,
} from './store.ts';

/** A try to sign in. `browser_hash` is given only when this browser has signed in to this login before. */
export interface Try {
  username: string;
  address: string;
  browser_hash: Buffer | null;
}

/**
 * Counts a try before its password is looked at, as a failure until `forgive` says otherwise: so a hundred at once
 * are counted as a hundred. Refuses with too_many and the seconds to wait, whether or not the user name exists.
 */
export async function countTry(
  database: Database,
  given: Try,
  now: Date,
): Promise<{ forgive: () => Promise<void> }> {
  const tried = { ...given, address: networkOf(given.address) };
  const id = await database.transact(as_owner, async db => {
    await oneAtATime(db);
    const since = countedSince(now);
    const seconds = secondsToWait(
      tried.browser_hash
        ? { known_browser: await failuresOfBrowser(db, { ...tried, since }, budgets.known_browser) }
        : {
            username: await failuresOn(db, { ...tried, since }, budgets.username),
            address: await failuresFrom(db, { ...tried, since }, budgets.address),
          },
      now,
    );
    if (seconds > 0) throw tooMany(seconds);
    return writeTry(db, tried, now);
  });
  return { forgive: () => eraseTry(database.owner, id) };
}

function tooMany(retry_after_seconds: number): Refusal {
  const minutes = Math.ceil(retry_after_seconds / 60);
  const sentence =
    minutes === 1
      ? {
          en: 'Too many attempts. Please try again in a minute.',
          fr: 'Trop de tentatives. Réessayez dans une minute.',
        }
      : {
          en: `Too many attempts. Please try again in ${minutes} minutes.`,
          fr: `Trop de tentatives. Réessayez dans ${minutes} minutes.`,
        };
  return new Refusal('too_many', sentence, { retry_after_seconds });
}
