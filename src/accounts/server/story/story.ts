import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { Caller, Who } from '../../rules/who.ts';

/** The one story of all deeds (the table is append-only; the database numbers its rows in commit order). */
export const events = pgTable('events', {
  position: bigint('position', { mode: 'number' }).primaryKey(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
  kind: text('kind').notNull(),
  audience: text('audience').$type<'school' | 'desk'>().notNull(),
  ticket_number: integer('ticket_number'),
  school_id: integer('school_id'),
  person_id: integer('person_id'),
  session_id: uuid('session_id'),
  token_id: uuid('token_id'),
  acting_as: text('acting_as').notNull(),
  facts: jsonb('facts').$type<Facts>().notNull(),
  /** Who called through the emergency door, as typed. */
  caller: text('caller'),
});

/** What happened, in ids and values: what changed as `[from, to]`. Nothing here that its audience may not read. */
export type Facts = Record<string, string | number | boolean | null | [from: unknown, to: unknown]>;

export interface Deed {
  kind: string;
  /** Who may read the line: the school concerned too, or the desk alone. */
  audience: 'school' | 'desk';
  ticket_number?: number;
  school_id?: number;
  facts?: Facts;
}

/** Who did it, as the database asks for it (the constraint somebody_acted). */
function actedBy(who: Who | Caller) {
  const nobody = { person_id: null, session_id: null, token_id: null, caller: null };
  if (who.side === 'system') return { ...nobody, acting_as: `job:${who.job}` };
  if (who.side === 'caller') return { ...nobody, acting_as: 'caller', caller: who.name };
  const { person_id, session_id, token_id, side, roles } = who;
  return { person_id, session_id, token_id, caller: null, acting_as: `${side}:${roles.join(',')}` };
}

/**
 * Writes a deed's line into the story, in the deed's own transaction, with school, person and session (S24).
 * What follows (live pages, letters, clocks) starts from this row. Call it last: the commit order lock is taken here.
 * Answers the positions of the lines, in order.
 */
export async function recordDeed(
  { who, db, now }: { who: Who | Caller; db: Db; now: Date },
  ...deeds: Deed[]
): Promise<number[]> {
  const rows = deeds.map(deed => ({
    position: 0, // the database draws it
    at: now,
    kind: deed.kind,
    audience: deed.audience,
    ticket_number: deed.ticket_number ?? null,
    school_id: deed.school_id ?? null,
    ...actedBy(who),
    facts: deed.facts ?? {},
  }));
  const written = await db.insert(events).values(rows).returning({ position: events.position });
  return written.map(({ position }) => position);
}

/** The last of what has happened after a position, at most so many events on; the position itself where nothing has. */
export async function lastPosition(db: Db, position: number, most = 500): Promise<number> {
  const { rows } = await db.execute<{ last: number | null }>(sql`
    select max(position) as last from (
      select position from events where position > ${position} order by position limit ${most}) e`);
  return Number(rows[0]!.last ?? position);
}

/** As `recordDeed`, for thousands of deeds on schools and their people: one statement, however many there are. */
export async function recordMany(
  { who, db, now }: { who: Who; db: Db; now: Date },
  deeds: readonly Omit<Deed, 'ticket_number'>[],
): Promise<void> {
  const { person_id, session_id, token_id, acting_as } = actedBy(who);
  await db.execute(sql`
    insert into events (position, at, kind, audience, school_id, person_id, session_id, token_id, acting_as, facts)
    select 0, ${now.toISOString()}::timestamptz, kind, audience, school_id, ${person_id}::integer,
      ${session_id}::uuid, ${token_id}::uuid, ${acting_as}, coalesce(facts, '{}')
    from jsonb_to_recordset(${JSON.stringify(deeds)}::jsonb)
      as deed (kind text, audience text, school_id integer, facts jsonb)`);
}
