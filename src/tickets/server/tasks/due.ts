import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';

/** Marks the open tasks that are due by a day of the desk as told, each once; answers whose they are. */
export async function tellDueTasks(
  db: Db,
  day: string,
  now: Date,
): Promise<{ person: number; ticket: number }[]> {
  const { rows } = await db.execute<{ person: number; ticket: number }>(sql`
    update tasks set told_due_at = ${now.toISOString()}::timestamptz
    where due_on <= ${day}::date and told_due_at is null and done_at is null and removed_at is null
    returning assignee_id as person, ticket_number as ticket`);
  return rows;
}
