import { sql } from 'drizzle-orm';
import type { Software } from '#accounts/rules/who.ts';
import { lastPosition } from '#accounts/server/story/story.ts';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDate, localDay } from '#sla/rules/zones.ts';
import { newsOnTicket, tellRequest } from '#tickets/server/requested.ts';
import { noticeTo } from '#tickets/server/tickets.ts';
import { standsOn, told_before_days } from '../rules/days.ts';
import { holdEnding, insertStep, updateException, type EndingRow } from './store.ts';

/** What time does with exceptions, and whom the bell tells of them. */

const who: Software = { side: 'system', job: 'exceptions' };
/** What is left comes at the next look, in half a minute. */
const most = 100;
/** No school's day is further than this zone's. */
const last_zone = 'America/Edmonton';

/**
 * Ends each exception after its last day, and tells of it seven days before: the school on its ticket, the desk by the
 * bell. Work and place are one transaction and each row is held, so each is told once, whatever starts again.
 */
export const exceptionEnder = (clock: () => Date): EventReader => ({
  name: 'exceptions',
  async read(db, position) {
    const up_to = await lastPosition(db, position);
    await ring(db, position, up_to);
    const doing = { who, db, now: clock() };
    const today = localDay(doing.now, last_zone);
    const days = { today: dateOfDay(today), last: dateOfDay(today + told_before_days) };
    for (const row of await holdEnding(db, days, most)) await bring(doing, row);
    return up_to;
  },
});

interface Doing {
  who: Software;
  db: Db;
  now: Date;
}

async function bring(doing: Doing, row: EndingRow): Promise<void> {
  const { until } = row;
  const stands = standsOn({ state: 'allowed', until }, localDate(doing.now, row.zone));
  if (stands === 'ended') {
    await updateException(doing.db, row.id, { state: 'ended', ended_on: until, told_at: doing.now });
    await insertStep(doing, { exception_id: row.id, school_id: row.school_id, step: 'run_out' });
  } else if (stands === 'ending' && row.told_until !== until)
    await updateException(doing.db, row.id, { told_until: until, told_at: doing.now });
  else return;
  await newsOnTicket(doing, row.ticket);
  await tellRequest(
    doing,
    { number: row.ticket, school_id: row.school_id },
    { kind: stands === 'ended' ? 'exception_over' : 'exception_ending', facts: { exception_until: until } },
  );
}

const rings = {
  exception_asked: 'exception_waits',
  exception_ending: 'exception_ending',
  exception_over: 'exception_over',
} as const;

interface Happened extends Record<string, unknown> {
  position: number;
  at: string;
  kind: keyof typeof rings;
  by: number | null;
  ticket: number;
  people: number[];
}

/** The coordinators hear what they decide; they and who has the ticket, that one ends. */
async function ring(db: Db, position: number, up_to: number): Promise<void> {
  const { rows } = await db.execute<Happened>(sql`
    select e.position, e.at, e.kind, e.person_id as by, e.ticket_number as ticket, array(
      select p.id from people p where p.school_id is null and p.left_at is null
        and ('coordinator' = any (p.roles) or e.kind <> 'exception_asked' and p.id = t.assignee_id)) as people
    from events e join tickets t on t.number = e.ticket_number
    where e.position > ${position} and e.position <= ${up_to}
      and e.kind = any (${sql.param(Object.keys(rings))}::text[])
    order by e.position`);
  for (const { kind, ticket, by, at, people, ...told } of rows)
    for (const person of people.filter(each => each !== by))
      await noticeTo(db, {
        ...{ person, ticket, by, kind: rings[kind] },
        ...{ at: new Date(at), position: Number(told.position) },
      });
}
