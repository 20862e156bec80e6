import { actorOf } from '#accounts/server/acting.ts';
import { sayBothAreOne } from '#accounts/server/several/saying.ts';
import type { AtSchool } from '#accounts/rules/who.ts';
import type { Database } from '#platform/db/database.ts';
import { addContact } from '#schools/server/people/people.ts';
import type { Actors } from './town.ts';

/** Sam is Alder's technical contact, works at Dogwood on Fridays, and has said that he is both. */
export async function tieTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const sam = actors['Sam Okoro'] as AtSchool;
  const { school_id } = actors['Wei Zhang'] as AtSchool;
  const wei = actors['Wei Zhang'];
  const long_ago = new Date(now.getTime() - 60 * 86_400_000);
  const there = await database.transact(actorOf(wei), db =>
    addContact({ who: wei, db, now: long_ago, lang: 'en', code_wall: true }, school_id, {
      name: sam.name,
      roles: ['member'],
    }),
  );
  await sayBothAreOne({ database, clock: () => long_ago }, sam, [
    { person_id: sam.person_id, school_id: sam.school_id, password: 1 },
    { person_id: there.id, school_id, password: 1 },
  ]);
}
