import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { mentionsIn } from '../../rules/mentions.ts';
import { concernsOf, noting, type NoticeKind } from '../../rules/notices.ts';

/** What is to be told to one person. `position` is the event that made it: one event tells a person of a kind once. */
export interface NewNotice {
  person: number;
  kind: NoticeKind;
  ticket: number;
  by: number | null;
  at: Date;
  position?: number;
}

/**
 * Tells a person of the iGroup what concerns her, unless she has switched the kind off, has left, or was told. Who has
 * looked at the ticket since has it as read already. Her open pages hear that the bell has something new.
 */
export async function noticeTo(db: Db, { person, kind, ticket, by, at, position }: NewNotice): Promise<void> {
  const { rowCount } = await db.execute(sql`
    insert into notices (person_id, kind, ticket_number, position, by_id, at, read_at)
    select p.id, ${kind}, ${ticket}::integer, ${position ?? null}::bigint, ${by}::integer, ${at.toISOString()}::timestamptz,
      (select r.at from readings r where r.person_id = p.id and r.ticket_number = ${ticket}
        and r.at > ${at.toISOString()}::timestamptz and ${kind} <> 'stopped')
    from people p
    where p.id = ${person} and p.school_id is null and p.left_at is null
      and not exists (select from notices_off o where o.person_id = p.id and o.kind = ${kind})
    on conflict (person_id, position, kind) do nothing`);
  if (rowCount) await sendSignal(db, { to: `person:${person}`, kind: 'notice', facts: { ticket } });
}

/** Follows the events and tells whom each of them concerns. */
export const noticer: EventReader = {
  name: 'notices',
  async read(db, position) {
    const events = await eventsAfter(db, position);
    const noted = events.some(event => event.notes.length > 0);
    const agents = noted ? await agentsOf(db) : [];
    for (const event of events)
      if (event.ticket !== null)
        for (const concern of concernsOf({ ...event, mentioned: mentionedIn(event, agents) }))
          await noticeTo(db, {
            ...concern,
            ticket: event.ticket,
            by: event.by,
            at: new Date(event.at),
            position: event.position,
          });
    return events.at(-1)?.position ?? position;
  },
};

const most_events = 500;

interface TicketEvent {
  position: number;
  at: string;
  kind: string;
  ticket: number | null;
  by: number | null;
  by_school: boolean;
  assignee: number | null;
  handed: [number | null, number | null] | undefined;
  /** What the notes say that were written with it and still stand. */
  notes: string[];
}

const mentionedIn = ({ notes }: TicketEvent, agents: Agents) =>
  notes.flatMap(text => mentionsIn(text, agents));

/** A note has the instant and the author of its deed; deeds of one instant tell their notes once, with the first. */
async function eventsAfter(db: Db, position: number): Promise<TicketEvent[]> {
  const kinds = sql`${sql.param(noting)}::text[]`;
  const { rows } = await db.execute<TicketEvent & Record<string, unknown>>(sql`
    select e.position, e.at, e.kind, e.ticket_number as ticket, e.person_id as by, t.assignee_id as assignee,
      coalesce(p.school_id is not null, false) as by_school, e.facts -> 'assignee_id' as handed,
      case when e.kind = any (${kinds}) then (
        select coalesce(json_agg(n.text), '[]') from notes n
        where n.ticket_number = e.ticket_number and n.author_id = e.person_id and n.written_at = e.at
          and n.taken_back_at is null and not exists (
            select from events f where f.ticket_number = e.ticket_number and f.person_id = e.person_id and f.at = e.at
              and f.kind = any (${kinds}) and f.position < e.position)
      ) else '[]' end as notes
    from events e left join tickets t on t.number = e.ticket_number left join people p on p.id = e.person_id
    where e.position > ${position} order by e.position limit ${most_events}`);
  return rows.map(row => ({ ...row, position: Number(row.position), handed: row.handed ?? undefined }));
}

type Agents = { id: number; name: string }[];

async function agentsOf(db: Db): Promise<Agents> {
  const { rows } = await db.execute<Agents[number]>(
    sql`select id, name from people where school_id is null and left_at is null`,
  );
  return rows;
}
