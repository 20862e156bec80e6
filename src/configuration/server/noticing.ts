import { sql } from 'drizzle-orm';
import { lastPosition } from '#accounts/server/story/story.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { noticeTo } from '#tickets/server/tickets.ts';
import { concernsOf, heard_kinds } from '../rules/concerns.ts';

/** Follows the story and tells in the bell what waits for the coordinators, and to who asked what was decided. */
export const configurationNoticer: EventReader = {
  name: 'configuration',
  async read(db, position) {
    const last = await lastPosition(db, position);
    const { rows } = await db.execute<Happened>(sql`
      select e.position, e.at, e.kind, e.person_id as by, e.ticket_number as ticket, r.asked_by, array(
        select p.id from people p where p.school_id is null and p.left_at is null
          and 'coordinator' = any (p.roles)) as coordinators
      from events e join configuration_requests r on r.ticket_number = e.ticket_number
      where e.position > ${position} and e.position <= ${last}
        and e.kind = any (${sql.param([...heard_kinds])}::text[])
      order by e.position`);
    for (const happened of rows)
      for (const concern of concernsOf(happened))
        await noticeTo(db, {
          ...concern,
          ticket: happened.ticket,
          by: happened.by,
          at: new Date(happened.at),
          position: Number(happened.position),
        });
    return last;
  },
};

interface Happened extends Record<string, unknown> {
  position: number;
  at: string;
  kind: string;
  by: number | null;
  ticket: number;
  asked_by: number;
  coordinators: number[];
}
