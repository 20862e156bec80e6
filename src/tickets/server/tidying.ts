import { sql, type SQL } from 'drizzle-orm';
import { namedInDraft } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { openGrowing } from '#platform/files/growing.ts';
import type { Storage } from '#platform/files/storage.ts';
import { bulk_limits } from '../rules/bulks/limits.ts';
import { forgetEnded } from './bulks/store.ts';
import { files } from './tables.ts';
import { upload_hours } from './uploads/routes.ts';

const kept_days = 7;

/**
 * Nightly: uploads that were put under no message for a week go, and their content where nothing else has it. What a
 * draft names waits for it, and so does what is under a message that has not left. `also_named`: whether something else
 * has this content.
 */
export async function tidyFiles(
  database: Database,
  storage: Storage,
  now: Date,
  also_named: (sha256: SQL) => SQL = () => sql`false`,
): Promise<void> {
  const before = new Date(now.getTime() - kept_days * 86_400_000).toISOString();
  const gone = await database.transact(actorOf({ side: 'system', job: 'tidy' }), async db => {
    const { rows } = await db.execute<{ sha256: string }>(sql`
      with gone as (
        delete from files where reply_id is null and note_id is null and uploaded_at < ${before}
          and not ${namedInDraft(files.uploaded_by, files.id)}
          and not exists (select from outgoing o where (o.outcome is null or o.outcome = 'stopped')
            and o.deed -> 'files' @> to_jsonb(files.id::text))
        returning id, sha256
      )
      select distinct sha256 from gone
      where not exists (select from files f where f.sha256 = gone.sha256 and f.id not in (select id from gone))
        and not ${also_named(sql`gone.sha256`)}`);
    return rows;
  });
  for (const { sha256 } of gone) await storage.drop(sha256);
}

/** For who removes other files: whether one under a message, or on its way to one, has this content. */
export const namedByFile = (sha256: SQL): SQL => sql`exists (select from files f where f.sha256 = ${sha256})`;

/** Nightly: what is still on its way after a day goes, with its bytes; and bytes that no row knows. */
export async function tidyUploads(database: Database, folder: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - upload_hours * 3_600_000).toISOString();
  const growing = await openGrowing(folder);
  // Looked for before the rows are: an upload that begins meanwhile is in neither.
  const there = await growing.ids();
  const rows = await database.transact(actorOf({ side: 'system', job: 'tidy' }), async db => {
    await db.execute(sql`delete from uploads where touched_at < ${before}`);
    return (await db.execute<{ id: string }>(sql`select id from uploads where file_id is null`)).rows;
  });
  const known = new Set(rows.map(({ id }) => id));
  for (const id of there) if (!known.has(id)) await growing.drop(id);
}

/**
 * Nightly: what is over of the waiting and the undoing goes after a day. A message that was taken back is nobody's
 * business, and one that left stands on its ticket. One that was stopped waits two months for its author.
 */
export async function tidyUndone(database: Database, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  await database.transact(actorOf({ side: 'system', job: 'tidy' }), async db => {
    await db.execute(sql`delete from outgoing where ended_at < ${before(1)} and outcome <> 'stopped'`);
    await db.execute(sql`delete from outgoing where ended_at < ${before(60)}`);
    await db.execute(sql`delete from changes where at < ${before(1)}`);
  });
}

/** Nightly: bulks that ended a week ago go; what they did stands in the stories of their tickets. */
export async function tidyBulks(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - bulk_limits.kept_days * 86_400_000);
  await database.transact(actorOf({ side: 'system', job: 'tidy' }), db => forgetEnded(db, before));
}
