import { sql } from 'drizzle-orm';
import { deskTime } from '#accounts/server/accounts.ts';
import { lastPosition } from '#accounts/server/story/story.ts';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { mentionsIn } from '#tickets/rules/mentions.ts';
import { noticeTopic } from '#tickets/server/tickets.ts';
import { calledBy, type Signature } from '../rules/signing.ts';
import { raisedAt } from '../rules/waiting.ts';
import { waitDays } from './keeping/settings.ts';
import { stir } from './telling.ts';

/**
 * Follows what is written in the forum and tells whom it concerns: who is named there, and who of the iGroup follows it.
 * What nobody has answered for long it brings to the coordinators. Its work and its place are one transaction, so that
 * each is told once, on whichever server and after whatever crash.
 */
export const forumNoticer = (clock: () => Date): EventReader => ({
  name: 'forum',
  async read(db, position) {
    const last = await lastPosition(db, position);
    const written = last > position ? await writtenIn(db, position, last) : [];
    const desk = written.length > 0 ? await deskPeople(db) : [];
    for (const event of written) await tellOf(db, event, desk);
    await raise(db, clock());
    return last;
  },
});

interface Named {
  id: number;
  name: string;
}

interface Written extends Record<string, unknown> {
  position: number;
  at: string;
  kind: string;
  by: number;
  topic: number;
  title: string;
  text: string;
  /** What it said before, where it was edited: who was named then knows it. */
  before: string;
  /** Who of the iGroup follows the topic. */
  followers: number[];
  /** Who of schools takes part. */
  authors: (Signature & { id: number })[];
}

/** What was written meanwhile and is still there for everybody. */
async function writtenIn(db: Db, position: number, last: number): Promise<Written[]> {
  const { rows } = await db.execute<Written>(sql`
    select e.position, e.at, e.kind, e.person_id as by, t.id as topic, t.title, coalesce(a.text, t.text) as text,
      case when e.kind = 'topic_edited' then coalesce((select v.text from topic_versions v
        where v.topic_id = (e.facts ->> 'topic')::integer and v.answer_id is not distinct from a.id and v.until = e.at limit 1), '')
        else '' end as before,
      array(select l.person_id from topic_followers l join people p on p.id = l.person_id
        where l.topic_id = t.id and p.school_id is null) as followers,
      (select coalesce(json_agg(json_build_object('id', f.person_id, 'side', 'school',
          'by_name', coalesce(x.by_name, q.by_name), 'by_school', coalesce(x.by_school, q.by_school))), '[]')
        from forum_authors f left join topic_answers x on x.id = f.answer_id
          left join topics q on q.id = f.topic_id and f.answer_id is null
        where f.school_id is not null and t.id in (f.topic_id, x.topic_id)) as authors
    from events e left join topic_answers a on a.id = (e.facts ->> 'answer')::integer
      join topics o on o.id = (e.facts ->> 'topic')::integer
      join topics t on t.id = coalesce(a.topic_id, o.merged_into, o.id)
    where e.position > ${position} and e.position <= ${last} and e.kind in ('topic_asked', 'topic_answered', 'topic_edited')
      and t.hidden_at is null and a.hidden_at is null
    order by e.position`);
  return rows;
}

async function deskPeople(db: Db): Promise<Named[]> {
  const { rows } = await db.execute<Named & Record<string, unknown>>(
    sql`select id, name from people where school_id is null and left_at is null`,
  );
  return rows;
}

async function tellOf(db: Db, event: Written, desk: readonly Named[]): Promise<void> {
  const fresh = (people: readonly Named[]) => {
    const known = mentionsIn(event.before, people);
    return mentionsIn(event.text, people).filter(id => id !== event.by && !known.includes(id));
  };
  const mentioned = fresh(desk);
  const told = {
    ...{
      topic: event.topic,
      title: event.title,
      by: event.by,
      at: new Date(event.at),
      position: event.position,
    },
  };
  for (const person of mentioned) await noticeTopic(db, { ...told, person, kind: 'topic_mentioned' });
  if (event.kind === 'topic_answered')
    for (const person of event.followers)
      if (person !== event.by && !mentioned.includes(person))
        await noticeTopic(db, { ...told, person, kind: 'topic_answered' });
  const named = fresh(event.authors.map(author => ({ id: author.id, name: calledBy(author) })));
  for (const person of named) await mark(db, event, person);
  if (named.length > 0) await stir({ db }, event.topic);
}

/** A school has no bell: whoever is named follows the topic, and her first page says so. */
const mark = (db: Db, { topic, at }: Written, person: number): Promise<unknown> =>
  db.execute(sql`
    insert into topic_followers (topic_id, person_id, looked_at, mentioned_at)
    values (${topic}, ${person}, ${at}::timestamptz - interval '1 second', ${at}::timestamptz)
    on conflict (topic_id, person_id) do update set mentioned_at = excluded.mentioned_at`);

interface Unanswered extends Record<string, unknown> {
  id: number;
  title: string;
  asked_at: string;
}

/** Brings to the coordinators what nobody has answered for so many working days, each once. */
async function raise(db: Db, now: Date): Promise<void> {
  const { rows } = await db.execute<Unanswered>(sql`
    select id, title, asked_at from topics where not answered and raised_at is null and hidden_at is null
      and merged_into is null and locked_at is null and side = 'school' order by id`);
  if (rows.length === 0) return;
  const [days, desk] = [await waitDays(db), await deskTime(db)];
  const due = rows.filter(({ asked_at }) => raisedAt(new Date(asked_at), days, desk) <= now);
  if (due.length === 0) return;
  const { rows: coordinators } = await db.execute<Named & Record<string, unknown>>(sql`
    select id, name from people where school_id is null and left_at is null and 'coordinator' = any (roles)`);
  for (const { id, title } of due) {
    await db.execute(sql`update topics set raised_at = ${now.toISOString()}::timestamptz where id = ${id}`);
    for (const { id: person } of coordinators)
      await noticeTopic(db, { ...{ person, kind: 'topic_waits', topic: id, title, by: null, at: now } });
    await stir({ db }, id, 'desk');
  }
}
