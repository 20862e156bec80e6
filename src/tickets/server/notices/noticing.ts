import { sql } from 'drizzle-orm';
import { deskTime } from '#accounts/server/accounts.ts';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { rights_roles } from '#accounts/rules/who.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import { mentionsIn } from '../../rules/mentions.ts';
import { awayAt, type Told } from '../../rules/absences/away.ts';
import { absencesOf, hoursOf } from '../absences/store.ts';
import { followerIds } from '../followers/store.ts';
import { concernsOf, isTimely, noting, timely, type NoticeKind } from '../../rules/notices.ts';

/** What is to be told to one person. `position` is the event that made it: one event tells a person of a kind once. */
export interface NewNotice {
  person: number;
  kind: NoticeKind;
  ticket: number;
  by: number | null;
  at: Date;
  position?: number;
  /** Of how many tickets it tells; `ticket` is the first of them. */
  count?: number | null;
  /** The work on many tickets that it was a part of: that rings once, with the first of them. */
  bulk?: number | undefined;
  /** She is told then; at once without it. */
  held_until?: Date | null;
}

/**
 * Tells a person of the iGroup what concerns her, unless she has switched the kind off, has left, or was told. Who has
 * looked at the ticket since has it as read already. Her open pages hear that the bell has something new.
 */
export async function noticeTo(
  db: Db,
  { person, kind, ticket, by, at, position, count, bulk, held_until }: NewNotice,
): Promise<void> {
  const once = bulk
    ? sql`(person_id, bulk_id, kind) where bulk_id is not null do update set count = notices.count + 1`
    : sql`(person_id, position, kind) do nothing`;
  const { rows } = await db.execute<{ fresh: boolean }>(sql`
    insert into notices (person_id, kind, ticket_number, position, bulk_id, by_id, at, count, held_until, read_at)
    select p.id, ${kind}, ${ticket}::integer, ${bulk ? null : (position ?? null)}::bigint, ${bulk ?? null}::integer, ${by}::integer, ${at.toISOString()}::timestamptz, ${count ?? 1}::integer, ${held_until?.toISOString() ?? null}::timestamptz,
      (select r.at from readings r where r.person_id = p.id and r.ticket_number = ${ticket}
        and r.at > ${at.toISOString()}::timestamptz and ${kind} <> 'stopped' and ${count ?? null}::integer is null)
    from people p
    where p.id = ${person} and p.school_id is null and p.left_at is null
      and (p.roles && ${sql.param([...rights_roles])}::text[]
        or not exists (select from tickets t where t.number = ${ticket}::integer and t.request = 'rights'))
      and not exists (select from notices_off o where o.person_id = p.id and o.kind = ${kind})
    on conflict ${once} returning (xmax = 0) as fresh`);
  if (rows[0]?.fresh && !held_until)
    await sendSignal(db, { to: `person:${person}`, kind: 'notice', facts: { ticket } });
}

/** Tells the coordinators that the statement of a month is there; in the transaction that closes it, hence once. */
export async function noticeMonth(db: Db, month: string, at: Date): Promise<void> {
  const { rows } = await db.execute<{ person_id: number }>(sql`
    insert into notices (person_id, kind, month, at)
    select p.id, 'statement_closed', ${month}, ${at.toISOString()}::timestamptz
    from people p
    where p.school_id is null and p.left_at is null and 'coordinator' = any (p.roles)
      and not exists (select from notices_off o where o.person_id = p.id and o.kind = 'statement_closed')
    returning person_id`);
  for (const { person_id } of rows) await sendSignal(db, { to: `person:${person_id}`, kind: 'notice' });
}

/** What is told of a topic of the forum; `position` is the event that made it. */
export interface TopicNotice {
  person: number;
  kind: NoticeKind;
  topic: number;
  title: string;
  by: number | null;
  at: Date;
  position?: number;
}

/** Tells a person of the iGroup of a topic of the forum, unless she has switched the kind off or has left; of one event once. */
export async function noticeTopic(
  db: Db,
  { person, kind, topic, title, by, at, position }: TopicNotice,
): Promise<void> {
  const { rows } = await db.execute(sql`
    insert into notices (person_id, kind, topic_id, about, position, by_id, at)
    select p.id, ${kind}, ${topic}::integer, ${title}, ${position ?? null}::bigint, ${by}::integer, ${at.toISOString()}::timestamptz
    from people p
    where p.id = ${person} and p.school_id is null and p.left_at is null
      and not exists (select from notices_off o where o.person_id = p.id and o.kind = ${kind})
    on conflict (person_id, position, kind) do nothing returning id`);
  if (rows.length > 0) await sendSignal(db, { to: `person:${person}`, kind: 'notice' });
}

/** Tells the knowledge editors that the week's searches that found nothing are there; of a week once. */
export async function noticeWeek(db: Db, week: string, at: Date): Promise<void> {
  const { rows } = await db.execute<{ person_id: number }>(sql`
    insert into notices (person_id, kind, week, at)
    select p.id, 'searches_in_vain', ${week}::date, ${at.toISOString()}::timestamptz
    from people p
    where p.school_id is null and p.left_at is null and 'knowledge_editor' = any (p.roles)
      and not exists (select from notices_off o where o.person_id = p.id and o.kind = 'searches_in_vain')
      and not exists (select from notices n where n.person_id = p.id and n.week = ${week}::date)
    returning person_id`);
  for (const { person_id } of rows) await sendSignal(db, { to: `person:${person_id}`, kind: 'notice' });
}

/** Tells the coordinators of a version of the agreement, each when she is there; who calls it sees to it that it is once. */
export async function noticeAgreement(
  db: Db,
  { version, kind, at, zone }: { version: number; kind: NoticeKind; at: Date; zone: string },
): Promise<void> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select p.id from people p
    where p.school_id is null and p.left_at is null and 'coordinator' = any (p.roles)
      and not exists (select from notices_off o where o.person_id = p.id and o.kind = ${kind})
    order by p.id`);
  for (const { id } of rows) {
    const held_until = await thereFrom(db, id, { at, zone });
    await db.execute(sql`
      insert into notices (person_id, kind, agreement, at, held_until)
      values (${id}, ${kind}, ${version}::integer, ${at.toISOString()}::timestamptz, ${held_until?.toISOString() ?? null}::timestamptz)`);
    if (!held_until) await sendSignal(db, { to: `person:${id}`, kind: 'notice' });
  }
}

/** Tells what was held until now; answers when the next is to be told. */
export async function tellHeld(db: Db, now: Date): Promise<Date | null> {
  const { rows } = await db.execute<{ person_id: number; ticket: number | null }>(sql`
    update notices set held_until = null where held_until <= ${now.toISOString()}::timestamptz
    returning person_id, ticket_number as ticket`);
  for (const { person_id, ticket } of rows)
    await sendSignal(db, {
      ...{ to: `person:${person_id}`, kind: 'notice' },
      ...(ticket !== null && { facts: { ticket } }),
    });
  const { rows: left } = await db.execute<{ next: string | null }>(
    sql`select min(held_until) as next from notices where held_until is not null`,
  );
  return left[0]!.next ? new Date(left[0]!.next) : null;
}

/** Follows the events and tells whom each of them concerns. */
export const noticer: EventReader = {
  name: 'notices',
  async read(db, position) {
    const events = await eventsAfter(db, position);
    const noted = events.some(event => event.notes.length > 0);
    const agents = noted ? await agentsOf(db) : [];
    const { zone } = events.some(event => isTimely(event.kind)) ? await deskTime(db) : { zone: undefined };
    for (const event of events)
      if (event.ticket !== null)
        for (const concern of concernsOf({ ...event, mentioned: mentionedIn(event, agents) }))
          await noticeTo(db, {
            ...concern,
            ticket: event.ticket,
            by: event.by,
            at: new Date(event.at),
            position: event.position,
            count: event.count,
            bulk: event.bulk ?? undefined,
            held_until:
              zone && isTimely(event.kind)
                ? await thereFrom(db, concern.person, { at: new Date(event.at), zone })
                : null,
          });
    return events.at(-1)?.position ?? position;
  },
};

/** When somebody who is away works again, by her own hours and absences; null when she is there, or not for a year. */
async function thereFrom(
  db: Db,
  person: number,
  { at, zone }: { at: Date; zone: string },
): Promise<Date | null> {
  const { rows } = await db.execute<Told & Record<string, unknown>>(sql`
    select ${hoursOf(sql`p.id`)} as hours, ${absencesOf(sql`p.id`, dateOfDay(localDay(at, zone)))} as absences
    from people p where p.id = ${person}`);
  return awayAt(rows[0]!, at, zone)?.until ?? null;
}

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
  /** Of a deed on many tickets: whom it concerns, and how many; `ticket` is the first. */
  person: number | undefined;
  count: number | null;
  for: number | null;
  followers: number[];
  overseers: number[];
  bulk: number | null;
  /** What the notes say that were written with it and still stand; with an edit, what the note said after it. */
  notes: string[];
  /** With an edit, what the note said before: who was mentioned then knows it. */
  before: string | null;
}

function mentionedIn({ notes, before }: TicketEvent, agents: Agents): number[] {
  const known = mentionsIn(before ?? '', agents);
  return notes.flatMap(text => mentionsIn(text, agents)).filter(person => !known.includes(person));
}

/** The version that an edit's event `e` put away, unless the edit was undone. */
const edit = sql`v.id = (e.facts ->> 'version')::bigint and v.undone_at is null`;

/** What the note said after it: what the next edit put away, or what it says now. */
const textAfterEdit = sql`
  select coalesce(json_agg(coalesce(
    (select next.text from message_versions next where next.note_id = v.note_id and next.id > v.id
      and next.undone_at is null order by next.id limit 1), n.text)), '[]')
  from message_versions v join notes n on n.id = v.note_id where ${edit} and n.taken_back_at is null`;

/** Who looks after what time tells, by the table of it. */
const overseers = sql`case e.kind ${sql.join(
  Object.entries(timely).map(
    ([kind, { role, alone }]) => sql`when ${kind} then (
      select coalesce(json_agg(o.id order by o.id), '[]') from people o
      where o.school_id is null and o.left_at is null and ${role} = any (o.roles)
        and (${alone} = false or t.assignee_id is null))`,
  ),
  sql` `,
)} else '[]' end`;

/** A note has the instant and the author of its deed; deeds of one instant tell their notes once, with the first. */
async function eventsAfter(db: Db, position: number): Promise<TicketEvent[]> {
  const kinds = sql`${sql.param(noting)}::text[]`;
  const { rows } = await db.execute<TicketEvent & Record<string, unknown>>(sql`
    select e.position, e.at, e.kind, coalesce(e.ticket_number, (e.facts ->> 'first')::integer) as ticket, e.person_id as by, t.assignee_id as assignee,
      coalesce(p.school_id is not null, false) as by_school, e.facts -> 'assignee_id' as handed,
      case when e.ticket_number is null then (e.facts ->> 'count')::integer end as count,
      case when e.ticket_number is null then e.facts -> 'person' end as person,
      coalesce(e.facts -> 'task_for', e.facts -> 'preparer', case when e.kind = 'follower_added' then e.facts -> 'person_id' end) as "for",
      ${followerIds(sql`e.ticket_number`, sql`e.at`)} as followers,
      ${overseers} as overseers,
      (select b.bulk_id from bulk_tickets b
        where b.ticket_number = e.ticket_number and e.at in (b.done_at, b.undone_at) limit 1) as bulk,
      case when e.kind = any (${kinds}) then (
        select coalesce(json_agg(n.text), '[]') from notes n
        where n.ticket_number = e.ticket_number and n.author_id = e.person_id and n.written_at = e.at
          and n.taken_back_at is null and not exists (
            select from events f where f.ticket_number = e.ticket_number and f.person_id = e.person_id and f.at = e.at
              and f.kind = any (${kinds}) and f.position < e.position)
      ) when e.kind = 'note_edited' then (${textAfterEdit}) else '[]' end as notes,
      case when e.kind = 'note_edited' then (select v.text from message_versions v where ${edit}) end as before
    from events e left join tickets t on t.number = e.ticket_number left join people p on p.id = e.person_id
    where e.position > ${position} order by e.position limit ${most_events}`);
  return rows.map(row => ({
    ...row,
    position: Number(row.position),
    handed: row.handed ?? undefined,
    person: row.person ?? undefined,
  }));
}

type Agents = { id: number; name: string }[];

async function agentsOf(db: Db): Promise<Agents> {
  const { rows } = await db.execute<Agents[number]>(
    sql`select id, name from people where school_id is null and left_at is null`,
  );
  return rows;
}
