import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import { networkOf } from '../../rules/limits.ts';
import type { OpeningKey, Outcome } from '../../rules/keys/kinds.ts';

/** What sign-in saw: a row for each, kept for 400 days. */

/** From where somebody signs in: her address, and what her browser calls itself in a word. */
export interface From {
  address: string;
  browser: string;
}

interface Seen {
  outcome: Outcome;
  /** The login that was tried; null is none of ours, whose name isn't kept: it may be a password in the wrong field. */
  login_id: number | null;
  person_id: number | null;
  key?: OpeningKey | null;
}

export const noteSignIn = (db: Db, { outcome, login_id, person_id, key }: Seen, from: From, now: Date) =>
  db.execute(sql`
    insert into sign_ins (at, outcome, username, person_id, school_id, key, network, browser)
    select ${now.toISOString()}, ${outcome}, l.username, coalesce(${person_id}::integer, l.person_id), l.school_id,
      ${key ?? null}, ${networkOf(from.address)}, ${from.browser}
    from (select 1) always left join logins l on l.id = ${login_id}::integer`);
