import { and, asc, eq, getTableColumns, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { visibleTo } from '#accounts/server/acting.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { notValid } from '#platform/refusals.ts';
import { foldWords } from '#platform/text/fold.ts';
import type { MarkKind } from '../rules/clocks/mark.ts';
import { clocksAfter, type Change } from './clocks/keeping.ts';
import { addMarks } from './clocks/store.ts';
import { files, notes, replies, tickets, type TicketRow } from './tables.ts';

/** All writes to tickets, replies, notes and files. */

const { words: _, ...ticketColumns } = getTableColumns(tickets);

export const wordsOf = (text: string): SQL => sql`array_to_tsvector(${sql.param(foldWords(text))}::text[])`;

export type NewTicket = Omit<
  typeof tickets.$inferInsert,
  'number' | 'words' | 'state' | 'opened_at' | 'last_activity_at' | 'opened_by' | Derived
>;

/** What follows from a ticket's ledger; the clocks alone write it. */
type Derived = 'agreement' | 'due_at' | 'due_clock' | 'wakes_at';

export const insertTicket = (ctx: Ctx, ticket: NewTicket): Promise<number> =>
  insertTicketOf(ctx, { ...ticket, opened_by: ctx.who.person_id });

/** The same of whoever opens it: nobody (null) is the software. */
export async function insertTicketOf(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  ticket: NewTicket & { opened_by: number | null },
): Promise<number> {
  const [row] = await db
    .insert(tickets)
    .values({
      ...ticket,
      state: 'new',
      opened_at: now,
      last_activity_at: now,
      words: wordsOf(ticket.subject),
      agreement: sql`agreement_of(${ticket.school_id}, ${now.toISOString()}::timestamptz)`,
    })
    .returning({ number: tickets.number });
  const { number } = row!;
  await updateTicket({ db, now }, number, { state: 'new' }); // from now on its clocks follow it
  return number;
}

/** The ticket's row, held until the transaction ends, so that what is allowed stays true while it is done. */
export async function holdTicket(ctx: Ctx, number: number): Promise<TicketRow | undefined> {
  const [row] = await holdTickets(ctx, [number]);
  return row;
}

/** The same for the software, which sees all. */
export async function lockTicket(db: Ctx['db'], number: number): Promise<TicketRow> {
  const [row] = await db.select(ticketColumns).from(tickets).where(eq(tickets.number, number)).for('update');
  return row!;
}

/** Several at once, always in the order of their numbers, so that nobody waits in a circle. */
export const holdTickets = (ctx: Ctx, numbers: readonly number[]): Promise<TicketRow[]> =>
  ctx.db
    .select(ticketColumns)
    .from(tickets)
    .where(and(inArray(tickets.number, [...numbers]), visibleTo(ctx, tickets.school_id)))
    .orderBy(asc(tickets.number))
    .for('update');

/** Where a person's words for a ticket go: to itself, or to the one in which it goes on since it was merged. */
export async function holdLast(ctx: Ctx, number: number): Promise<TicketRow | undefined> {
  const [row] = await ctx.db
    .select(ticketColumns)
    .from(tickets)
    .where(
      and(
        sql`${tickets.number} = coalesce(goes_on_in(${number}::integer), ${number}::integer)`,
        visibleTo(ctx, tickets.school_id),
      ),
    )
    .for('update');
  return row;
}

export type TicketPatch = Partial<
  Omit<typeof tickets.$inferInsert, 'number' | 'words' | 'school_id' | 'inside' | 'request' | Derived>
>;

/** `said`: what is written with it to the other side, which its clocks follow too. */
export async function updateTicket(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  number: number,
  patch: TicketPatch,
  said?: Extract<MarkKind, 'answered' | 'asked'>,
): Promise<void> {
  const followed = timed_fields.filter(field => patch[field] !== undefined);
  const change: Change = Object.fromEntries(followed.map(field => [field, patch[field]]));
  const clocks =
    said || followed.length > 0 ? await clocksAfter({ db, now }, number, change, said) : undefined;
  const { ledger, marks = [], kept } = clocks ?? {};
  await (marks.length > 0 ? db.with(addMarks(db, ledger!, marks)) : db)
    .update(tickets)
    .set({ ...patch, ...kept, last_activity_at: now })
    .where(eq(tickets.number, number));
}

/** The fields of a ticket that its clocks follow. */
const timed_fields = ['state', 'priority', 'promised', 'planned_for', 'passed_to'] as const;

interface NewMessage {
  text: string;
  files?: readonly string[] | undefined;
}

export async function insertReply(
  ctx: Ctx,
  ticket: Pick<TicketRow, 'number' | 'school_id'>,
  message: NewMessage,
): Promise<number> {
  const [row] = await ctx.db
    .insert(replies)
    .values(messageRow(ctx, ticket, message))
    .returning({ id: replies.id });
  await attachFiles(ctx, message.files, { reply_id: row!.id, school_id: ticket.school_id });
  return row!.id;
}

export async function insertNote(
  ctx: Ctx,
  ticket: Pick<TicketRow, 'number' | 'school_id'>,
  message: NewMessage,
): Promise<number> {
  const [row] = await ctx.db
    .insert(notes)
    .values(messageRow(ctx, ticket, message))
    .returning({ id: notes.id });
  await attachFiles(ctx, message.files, { note_id: row!.id });
  return row!.id;
}

const messageRow = (
  { who, now }: Ctx,
  ticket: Pick<TicketRow, 'number' | 'school_id'>,
  { text }: NewMessage,
) => ({
  ticket_number: ticket.number,
  school_id: ticket.school_id,
  author_id: who.person_id,
  text,
  html: htmlOf(text),
  written_at: now,
  words: wordsOf(text),
});

/** Puts uploads under a message: one's own, each once. A file under a note never belongs to a school. */
async function attachFiles(
  { db, who }: Ctx,
  ids: readonly string[] | undefined,
  place: { reply_id: number; school_id: number } | { note_id: number },
): Promise<void> {
  if (!ids || ids.length === 0) return;
  const unique = [...new Set(ids)];
  const mine = and(
    inArray(files.id, unique),
    eq(files.uploaded_by, who.person_id),
    isNull(files.reply_id),
    isNull(files.note_id),
  );
  const attached = await db.update(files).set(place).where(mine);
  if (attached.rowCount !== unique.length) throw fileGone();
}

export const file_gone = {
  en: 'One of the files is not there any more. Please add it again.',
  fr: 'Un des fichiers n’est plus là. Veuillez l’ajouter de nouveau.',
};
export const fileGone = () => notValid('files', file_gone);

/** One’s own uploads once more, for a message that is one of many with the same: what they hold is kept once. */
export async function copyFiles({ db, who, now }: Ctx, ids: readonly string[] = []): Promise<string[]> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return [];
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into files (sha256, name, type, size, school_id, uploaded_by, uploaded_at)
    select sha256, name, type, size, school_id, uploaded_by, ${now.toISOString()}::timestamptz from files
    where id = any (${sql.param(unique)}::uuid[]) and uploaded_by = ${who.person_id}
      and reply_id is null and note_id is null
    returning id`);
  if (rows.length !== unique.length) throw fileGone();
  return rows.map(({ id }) => id);
}

export type NewFile = Pick<typeof files.$inferInsert, 'sha256' | 'name' | 'type' | 'size'>;

export async function insertFile({ db, who, now }: Ctx, file: NewFile): Promise<string> {
  const [row] = await db
    .insert(files)
    .values({
      ...file,
      school_id: who.side === 'school' ? who.school_id : null,
      uploaded_by: who.person_id,
      uploaded_at: now,
    })
    .returning({ id: files.id });
  return row!.id;
}
