import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { wordsOf } from '../store.ts';
import { notes, replies, type TicketRow } from '../tables.ts';
import { message_versions } from './tables.ts';

/** All SQL of a message that is edited: the words that stand, and the ones that stood. */

export type Kind = 'reply' | 'note';

/** What a message `m` said before, as JSON, oldest first; for a query on messages. */
export const versionsOf = (kind: Kind): SQL => sql`(
  select coalesce(json_agg(json_build_object('text', v.text, 'until', v.edited_at) order by v.id), '[]')
  from message_versions v
  where ${kind === 'reply' ? sql`v.reply_id` : sql`v.note_id`} = m.id and v.undone_at is null)`;

interface Written {
  id: number;
  author_id: number;
  text: string;
  written_at: Date;
}

/** A message of a ticket, but no note that was taken back. */
export async function messageOn(
  ctx: Ctx,
  number: number,
  kind: Kind,
  id: number,
): Promise<Written | undefined> {
  const of = kind === 'reply' ? replies : notes;
  const [row] = await ctx.db
    .select({ id: of.id, author_id: of.author_id, text: of.text, written_at: of.written_at })
    .from(of)
    .where(
      and(
        eq(of.id, id),
        eq(of.ticket_number, number),
        visibleTo(ctx, of.school_id),
        kind === 'note' ? isNull(notes.taken_back_at) : undefined,
      ),
    );
  return row;
}

/** From now on a message says this; what search finds follows it. */
export async function rewriteMessage({ db }: Ctx, kind: Kind, id: number, text: string): Promise<void> {
  const of = kind === 'reply' ? replies : notes;
  await db
    .update(of)
    .set({ text, html: htmlOf(text), words: wordsOf(text) })
    .where(eq(of.id, id));
}

/** Keeps what a message said until now; answers the row's id. */
export async function keepVersion(
  { db, who, now }: Ctx,
  ticket: Pick<TicketRow, 'number' | 'school_id'>,
  kind: Kind,
  message: Pick<Written, 'id' | 'text'>,
): Promise<number> {
  const [row] = await db
    .insert(message_versions)
    .values({
      ticket_number: ticket.number,
      ...(kind === 'reply'
        ? { reply_id: message.id, school_id: ticket.school_id }
        : { note_id: message.id, school_id: null }),
      text: message.text,
      edited_by: who.person_id,
      edited_at: now,
    })
    .returning({ id: message_versions.id });
  return row!.id;
}

/** The edit is undone: the row stays, and no page shows it. */
export const dropVersion = ({ db, now }: Ctx, id: number): Promise<unknown> =>
  db.update(message_versions).set({ undone_at: now }).where(eq(message_versions.id, id));
