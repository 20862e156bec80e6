import { sql } from 'drizzle-orm';
import { deskTimes } from '#accounts/server/accounts.ts';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import { businessMinutes } from '#sla/rules/open-time.ts';

/**
 * Follows the story and keeps what is measured of each ticket that something happened on: it begins at the first line,
 * so that an installation of before is measured too. A ticket is measured as it is now, so reading a line twice is once.
 */
export const measurer: EventReader = {
  name: 'measures',
  async read(db, position) {
    const { rows } = await db.execute<{ position: number; ticket: number | null }>(sql`
      select position, ticket_number as ticket from events
      where position > ${position} order by position limit ${most_events}`);
    const numbers = [...new Set(rows.flatMap(({ ticket }) => (ticket === null ? [] : [ticket])))];
    if (numbers.length > 0) {
      const times = await deskTimes(db);
      const facts = await factsOf(db, numbers);
      await keep(
        db,
        facts.map(each => measuresOf(each, times)),
      );
    }
    return rows.length === 0 ? position : Number(rows.at(-1)!.position);
  },
};

const most_events = 1000;

interface Facts extends Record<string, unknown> {
  ticket_number: number;
  school_id: number;
  opened_at: string;
  answered_at: string | null;
  resolved_at: string | null;
}

/**
 * The first reply of the desk after the question (which the desk may have written itself, for a school that called),
 * and when a ticket that is solved was solved last: closed without an answer of the school is not solved.
 */
const factsOf = async (db: Db, numbers: readonly number[]): Promise<Facts[]> =>
  (
    await db.execute<Facts>(sql`
      select t.number as ticket_number, t.school_id, t.opened_at, (
          select min(r.written_at) from replies r join people p on p.id = r.author_id
          where r.ticket_number = t.number and p.school_id is null
            and r.id > (select min(q.id) from replies q where q.ticket_number = t.number)
        ) as answered_at, (
          select case e.kind when 'resolve' then e.at end from events e
          where e.ticket_number = t.number and e.kind in ('resolve', 'close_unanswered')
            and t.state in ('resolved', 'closed')
          order by e.position desc limit 1
        ) as resolved_at
      from tickets t where t.number = any (${sql.param([...numbers])}::integer[])`)
  ).rows;

const measuresOf = ({ opened_at, ...facts }: Facts, times: DeskTimes) => ({
  ...facts,
  answer_minutes:
    facts.answered_at === null
      ? null
      : businessMinutes(new Date(opened_at), new Date(facts.answered_at), times),
});

const keep = (db: Db, measures: readonly object[]) =>
  db.execute(sql`
    insert into ticket_measures (ticket_number, school_id, answered_at, answer_minutes, resolved_at)
    select ticket_number, school_id, answered_at, answer_minutes, resolved_at
    from json_populate_recordset(null::ticket_measures, ${JSON.stringify(measures)}::json)
    on conflict (ticket_number) do update set answered_at = excluded.answered_at,
      answer_minutes = excluded.answer_minutes, resolved_at = excluded.resolved_at
    where (ticket_measures.answered_at, ticket_measures.answer_minutes, ticket_measures.resolved_at)
      is distinct from (excluded.answered_at, excluded.answer_minutes, excluded.resolved_at)`);
