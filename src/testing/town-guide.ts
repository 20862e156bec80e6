import { guide_versions } from '#guide/server/tables.ts';
import type { Database } from '#platform/db/database.ts';
import { firstGuide } from '#guide/rules/first/first.ts';
import { setGuide } from './set-guide.ts';
import type { Actors } from './town.ts';

/** The guide as it came, and as Nadia has said what its system's address and the desk's number are. */
export async function guideTown({ owner }: Database, actors: Actors, now: Date): Promise<void> {
  const days_ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await owner.insert(guide_versions).values([
    {
      ...{ version: 1, guide: firstGuide(), why: 'As Firstline came.' },
      ...{ published_at: days_ago(300), published_by: null },
    },
    {
      ...{ version: 2, guide: setGuide(), why: 'Our system’s address, and our number.' },
      ...{ published_at: days_ago(90), published_by: actors['Nadia Petrov'].person_id },
    },
  ]);
}
