import { sql, type SQL } from 'drizzle-orm';
import { onSeenTicket, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { events } from '#accounts/server/story/story.ts';
import { accesses, tickets, type How } from '#tickets/server/listed.ts';
import type { StoryFacts } from '#tickets/rules/story.ts';
import type { About } from '../rules/abouts.ts';
import { kinds_about } from '../rules/audit.ts';

/** What the audit log reads: the story, who looked at what and who signed in, in one order of time, newest first. */

/** Where a page goes on: after this line. */
export interface After {
  at: string;
  log: string;
  position: number;
}

export interface Wanted {
  about?: About | undefined;
  person?: number | undefined;
  school?: number | undefined;
  ticket?: number | undefined;
  /** Instants in UTC: from the first on, before the second. */
  from?: Date | undefined;
  before?: Date | undefined;
  after?: After | undefined;
  limit: number;
}

export interface Line {
  log: 'events' | 'accesses' | 'sign_ins';
  position: number;
  at: Date;
  kind: string;
  facts: StoryFacts;
  acting_as: string;
  by_token: boolean;
  person: { id: number; name: string } | null;
  school: { id: number; name: string } | null;
  ticket: number | null;
  /** The name of whom the line is about. */
  about_person: string | null;
}

const all = (conditions: (SQL | undefined | false)[]): SQL =>
  sql.join([sql`true`, ...conditions.filter(each => each !== undefined && each !== false)], sql` and `);

/** What both logs are asked for alike; their columns have the same names. */
const common = (ctx: Ctx, log: Line['log'], { person, school, ticket, from, before, after }: Wanted): SQL =>
  all([
    onSeenTicket(ctx, sql`l.ticket_number`),
    person !== undefined && sql`l.person_id = ${person}`,
    ticket !== undefined && sql`l.ticket_number = ${ticket}`,
    school !== undefined &&
      sql`(l.school_id = ${school} or l.ticket_number in (select number from ${tickets} where school_id = ${school} and inside))`,
    from && sql`l.at >= ${from.toISOString()}::timestamptz`,
    before && sql`l.at < ${before.toISOString()}::timestamptz`,
    after &&
      sql`l.at <= ${after.at}::timestamptz
        and (l.at, ${log}::text, l.position) < (${after.at}::timestamptz, ${after.log}::text, ${after.position}::bigint)`,
  ]);

const named = (kinds: readonly string[]): SQL =>
  sql`(${sql.join(
    kinds.map(kind => sql`${kind}`),
    sql`, `,
  )})`;

/** Those lines of the story that are about it; undefined is all of them, null none. */
function storyAbout(about: About | undefined): SQL | null | undefined {
  if (about === undefined) return undefined;
  if (about === 'readings' || about === 'sign_ins') return null;
  if (about === 'tickets') return sql`l.ticket_number is not null`;
  const listed = about === 'settings' ? Object.values(kinds_about).flat() : kinds_about[about];
  return sql`l.ticket_number is null and l.kind ${about === 'settings' ? sql`not in` : sql`in`} ${named(listed)}`;
}

export async function selectLines(ctx: Ctx, wanted: Wanted): Promise<Line[]> {
  const { about, limit } = wanted;
  const newest = sql`order by at desc, position desc limit ${limit}`;
  const ofStory = storyAbout(about);
  const parts = [
    ofStory === null
      ? undefined
      : sql`(select 'events' as log, position, at, kind, facts, acting_as, token_id, person_id, school_id, ticket_number
          from ${events} l where ${all([common(ctx, 'events', wanted), ofStory])} ${newest})`,
    about !== undefined && about !== 'readings'
      ? undefined
      : sql`(select 'accesses' as log, position, at, how as kind, '{}'::jsonb as facts, 'desk' as acting_as, token_id, person_id,
          (select t.school_id from ${tickets} t where t.number = l.ticket_number) as school_id, ticket_number
          from ${accesses} l where ${common(ctx, 'accesses', wanted)} ${newest})`,
    (about !== undefined && about !== 'sign_ins') || wanted.ticket !== undefined
      ? undefined
      : sql`(select 'sign_ins' as log, position, at, case outcome when 'opened' then 'opened_session' else outcome end as kind,
          jsonb_strip_nulls(jsonb_build_object('username', username, 'key', key, 'network', network, 'browser', browser)) as facts,
          'sign-in' as acting_as, null::uuid as token_id, person_id, school_id, null::integer as ticket_number
          from (select *, id as position, null::integer as ticket_number from sign_ins) l where ${common(ctx, 'sign_ins', wanted)} ${newest})`,
  ].filter(part => part !== undefined);
  if (parts.length === 0) return [];
  const { rows } = await ctx.db.execute<Omit<Line, 'at'> & { at: string }>(sql`
    select l.log, l.position, l.at, l.kind, l.facts, l.acting_as, l.token_id is not null as by_token,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as person,
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as school,
      l.ticket_number as ticket, q.name as about_person
    from (${sql.join(parts, sql` union all `)}) l
    left join people p on p.id = l.person_id
    left join schools s on s.id = l.school_id
    left join people q on q.id = case when jsonb_typeof(l.facts -> 'person') = 'number' then (l.facts ->> 'person')::integer end
    order by l.at desc, l.log desc, l.position desc limit ${limit}`);
  return rows.map(row => ({ ...row, position: Number(row.position), at: new Date(row.at) }));
}

/** Who of the iGroup looked at the tickets of the reader's school, newest first. */
export async function selectAccesses(
  ctx: Ctx,
  { ticket, before, limit }: { ticket?: number | undefined; before?: number | undefined; limit: number },
) {
  const { rows } = await ctx.db.execute<{
    id: number;
    at: string;
    how: How;
    person: { id: number; name: string };
    ticket: { number: number; subject: string };
  }>(sql`
    select ${accesses.position} as id, ${accesses.at} as at, ${accesses.how} as how,
      json_build_object('id', p.id, 'name', p.name) as person,
      json_build_object('number', ${tickets.number}, 'subject', ${tickets.subject}) as ticket
    from ${accesses} join people p on p.id = ${accesses.person_id}
      join ${tickets} on ${tickets.number} = ${accesses.ticket_number}
    where ${visibleTo(ctx, tickets.school_id)} and ${accesses.school_id} is not null
      and ${ticket === undefined ? sql`true` : sql`${accesses.ticket_number} = ${ticket}`}
      and ${before === undefined ? sql`true` : sql`${accesses.position} < ${before}`}
    order by ${accesses.position} desc limit ${limit}`);
  return rows.map(row => ({ ...row, id: Number(row.id), at: new Date(row.at) }));
}
