import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { kinds, type Kind } from '../../rules/joining/kinds.ts';
import type { Chosen } from '../../rules/joining/may.ts';
import type { TicketRow } from '../tables.ts';
import { changes } from '../undo/tables.ts';
import { joined_messages, joinings, type JoiningRow, type Was } from './tables.ts';

/** All writes of joined tickets. */

type Ends = Pick<TicketRow, 'number' | 'school_id' | 'inside'>;

/** The school that may know of a joining of these two, or null: the desk alone. */
export function knownBy(kind: Kind, from: Ends, to: Ends): number | null {
  const knows = kinds[kind].school_knows && !from.inside && !to.inside;
  return knows && from.school_id === to.school_id ? from.school_id : null;
}

export async function insertJoining(
  { db, who, now }: Ctx,
  kind: Kind,
  { from, to, was = null }: { from: Ends; to: Ends; was?: Was | null },
): Promise<JoiningRow> {
  const [row] = await db
    .insert(joinings)
    .values({
      kind,
      from_number: from.number,
      to_number: to.number,
      school_id: knownBy(kind, from, to),
      made_by: who.person_id,
      made_at: now,
      was,
    })
    .returning();
  return row!;
}

/** Names the messages that a split shows on its other ticket. */
export async function insertChosen(
  { db }: Ctx,
  { id, school_id }: JoiningRow,
  chosen: readonly Chosen[],
): Promise<void> {
  await db.insert(joined_messages).values(
    chosen.map(({ kind, id: message }) => ({
      joining_id: id,
      reply_id: kind === 'reply' ? message : null,
      note_id: kind === 'note' ? message : null,
      school_id: kind === 'reply' ? school_id : null,
    })),
  );
}

/** Marks it as undone, and with it the change by which its doer could have undone it. Answers whether it still stood. */
export async function markParted({ db, who, now }: Ctx, id: number): Promise<boolean> {
  const done = await db
    .update(joinings)
    .set({ undone_by: who.person_id, undone_at: now })
    .where(and(eq(joinings.id, id), isNull(joinings.undone_at)));
  await db
    .update(changes)
    .set({ undone_at: now })
    .where(
      and(
        eq(changes.way, 'joining'),
        isNull(changes.undone_at),
        sql`(${changes.after} ->> 'joining')::integer = ${id}`,
      ),
    );
  return (done.rowCount ?? 0) > 0;
}

/** One after another: what stands over and under tickets is read and changed by one at a time. */
export const holdFamilies = ({ db }: Ctx): Promise<unknown> =>
  db.execute(sql`select pg_advisory_xact_lock(7315009)`);
