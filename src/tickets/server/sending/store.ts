import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { Words } from '#platform/schemas.ts';
import { files } from '../tables.ts';
import { outgoing, type OutgoingDeed } from './tables.ts';

export type OutgoingRow = typeof outgoing.$inferSelect;

export async function insertOutgoing(
  { db, who, now, lang }: Ctx,
  ticket_number: number,
  message: { deed: OutgoingDeed; html: string; leaves_at: Date },
): Promise<void> {
  await db.insert(outgoing).values({
    ...message,
    ticket_number,
    author_id: who.person_id,
    session_id: who.session_id,
    token_id: who.token_id,
    lang,
    held_at: now,
  });
}

/** One's own message that has not left, held so that it cannot leave meanwhile. */
export async function holdOutgoing({ db, who }: Ctx, number: number, id: number) {
  const [row] = await db
    .select()
    .from(outgoing)
    .where(
      and(eq(outgoing.id, id), eq(outgoing.ticket_number, number), eq(outgoing.author_id, who.person_id)),
    )
    .for('update');
  return row;
}

/** One that was stopped waits once more, as its author sends it now: the same row, so that it can leave only once. */
export const sendOutgoingAgain = (
  { db, who, now, lang }: Ctx,
  id: number,
  { deed, leaves_at }: { deed: OutgoingDeed; leaves_at: Date },
): Promise<unknown> =>
  db
    .update(outgoing)
    .set({
      deed,
      leaves_at,
      lang,
      session_id: who.session_id,
      token_id: who.token_id,
      held_at: now,
      outcome: null,
      ended_at: null,
      reason: null,
    })
    .where(eq(outgoing.id, id));

/** The messages whose time has come, in the order in which they leave. */
export const selectDue = (db: Db, now: Date): Promise<OutgoingRow[]> =>
  db
    .select()
    .from(outgoing)
    .where(and(isNull(outgoing.outcome), lte(outgoing.leaves_at, now)))
    .orderBy(asc(outgoing.leaves_at), asc(outgoing.id))
    .limit(100);

/** When the next one's time comes. */
export async function selectNext(db: Db): Promise<Date | null> {
  const [first] = await db
    .select({ at: sql<string | null>`min(${outgoing.leaves_at})` })
    .from(outgoing)
    .where(isNull(outgoing.outcome));
  return first?.at ? new Date(first.at) : null;
}

/** The message again, for the one transaction that lets it go; undefined when another server is at it, or it is over. */
export async function claimOutgoing(db: Db, id: number): Promise<OutgoingRow | undefined> {
  const [row] = await db
    .select()
    .from(outgoing)
    .where(and(eq(outgoing.id, id), isNull(outgoing.outcome)))
    .for('update', { skipLocked: true });
  return row;
}

export const endOutgoing = (
  db: Db,
  id: number,
  ended_at: Date,
  end: { outcome: NonNullable<OutgoingRow['outcome']>; reason?: Words },
): Promise<unknown> =>
  db
    .update(outgoing)
    .set({ ...end, ended_at })
    .where(eq(outgoing.id, id));

/** The uploads that a message names and that are still under no other. */
export async function filesOf({ db, who }: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: files.id, name: files.name, type: files.type, size: files.size })
    .from(files)
    .where(
      and(
        inArray(files.id, [...ids]),
        eq(files.uploaded_by, who.person_id),
        isNull(files.reply_id),
        isNull(files.note_id),
      ),
    );
}
