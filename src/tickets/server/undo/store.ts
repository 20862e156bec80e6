import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { undo } from '../../rules/lifecycle.ts';
import { holdTickets } from '../store.ts';
import { files, notes, type TicketRow } from '../tables.ts';
import { changes } from './tables.ts';

/** Keeps what a deed changed, beside its line of the story (`position`), for its person to take back. */
export async function insertChange(
  { db, who, now }: Ctx,
  ticket: Pick<TicketRow, 'number' | 'school_id'>,
  position: number,
  change: { way: string; before: object; after: object },
): Promise<void> {
  await db.insert(changes).values({
    position,
    ticket_number: ticket.number,
    school_id: ticket.school_id,
    person_id: who.person_id,
    at: now,
    ...change,
  });
}

export interface UndoableRow {
  position: number;
  at: string;
  kind: string;
}

/** What this person did last on a ticket and could still take back. */
export function undoableOn({ who, now }: Ctx, number: number): SQL {
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  return sql`
    select to_json(u) from (
      select c.position, c.at, e.kind from changes c join events e on e.position = c.position
      where c.person_id = ${who.person_id}::integer and c.ticket_number = ${number} and c.undone_at is null
        and c.at >= ${ago(undo.unless_something_happened_minutes * 60_000)}
        and (c.at >= ${ago(undo.window_seconds * 1000)} or not exists (
          select from events l where l.ticket_number = c.ticket_number and l.position > c.position
            and not (l.person_id is not distinct from c.person_id and l.at = c.at)))
      order by c.position desc limit 1
    ) u`;
}

export type ChangeRow = typeof changes.$inferSelect;

/** All that one deed changed: its person's changes of the same instant, oldest first, unless they are undone. */
export async function selectDeed({ db, who }: Ctx, number: number, position: number): Promise<ChangeRow[]> {
  const mine = and(
    eq(changes.ticket_number, number),
    eq(changes.person_id, who.person_id),
    isNull(changes.undone_at),
  );
  const instant = db
    .select({ at: changes.at })
    .from(changes)
    .where(and(mine, eq(changes.position, position)));
  return db
    .select()
    .from(changes)
    .where(and(mine, sql`${changes.at} = (${instant})`))
    .orderBy(asc(changes.position));
}

/** The ticket of a change, held with those that its way names beside it, in the order of their numbers. */
export async function holdForUndo(
  ctx: Ctx,
  number: number,
  position: number,
): Promise<TicketRow | undefined> {
  const { rows } = await ctx.db.execute<{ tickets: number[] | null }>(sql`
    select ${changes.after} -> 'tickets' as tickets from ${changes}
    where ${changes.position} = ${position}::bigint and ${changes.ticket_number} = ${number}::integer
      and ${changes.person_id} = ${ctx.who.person_id}`);
  const held = await holdTickets(ctx, [number, ...(rows[0]?.tickets ?? [])]);
  return held.find(row => row.number === number);
}

/** Whether anything at all happened on the ticket after a deed. */
export async function happenedSince({ db }: Ctx, deed: ChangeRow): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from events where ticket_number = ${deed.ticket_number} and position > ${deed.position}
      and not (person_id is not distinct from ${deed.person_id} and at = ${deed.at.toISOString()}) limit 1`);
  return rows.length > 0;
}

export const markUndone = ({ db, now }: Ctx, position: number): Promise<unknown> =>
  db.update(changes).set({ undone_at: now }).where(eq(changes.position, position));

/** Takes a note out of sight; its files are their writer's again. Answers what it said. */
export async function takeBackNote({ db, now }: Ctx, note_id: number) {
  const [note] = await db
    .select({ text: notes.text })
    .from(notes)
    .where(and(eq(notes.id, note_id), isNull(notes.taken_back_at)));
  await db.update(notes).set({ taken_back_at: now }).where(eq(notes.id, note_id));
  const freed = await db
    .update(files)
    .set({ note_id: null })
    .where(eq(files.note_id, note_id))
    .returning({ id: files.id, name: files.name, type: files.type, size: files.size });
  return { text: note?.text ?? '', files: freed };
}
