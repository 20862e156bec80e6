import { and, desc, eq, inArray, isNull, lte, lt, or, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { onSeenTicket, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { events } from '#accounts/server/story/story.ts';
import type { NoticesRead } from '../../rules/attention.ts';
import { notice_kind_ids, type NoticeKind } from '../../rules/notices.ts';
import { tickets } from '../tables.ts';
import { notices, notices_off } from './tables.ts';

/** One person's own notices and choices: read and changed here. A kind that this version does not know is left out. */

const mine = ({ who }: Ctx) =>
  and(
    eq(notices.person_id, who.person_id),
    inArray(notices.kind, notice_kind_ids),
    isNull(notices.held_until),
  );

/** Newest first; one more than `limit` tells that there is a next page. */
export const selectNotices = (ctx: Ctx, page: { limit: number; cursor?: number | undefined }) =>
  ctx.db
    .select({
      id: notices.id,
      kind: notices.kind,
      at: notices.at,
      read_at: notices.read_at,
      count: notices.count,
      number: tickets.number,
      month: notices.month,
      status: notices.status_id,
      about: notices.about,
      topic_id: notices.topic_id,
      agreement: notices.agreement,
      review_on: sql<
        string | null
      >`(select a.review_on from agreements a where a.version = ${notices.agreement})`,
      subject: tickets.subject,
      by: people.name,
      what: events.kind,
      facts: events.facts,
    })
    .from(notices)
    .leftJoin(tickets, eq(tickets.number, notices.ticket_number))
    .leftJoin(people, eq(people.id, notices.by_id))
    .leftJoin(events, eq(events.position, notices.position))
    .where(
      and(
        mine(ctx),
        or(isNull(notices.ticket_number), visibleTo(ctx, tickets.school_id)),
        page.cursor === undefined ? undefined : lt(notices.id, page.cursor),
      ),
    )
    .orderBy(desc(notices.id))
    .limit(page.limit + 1);

export async function countUnread(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db
    .select({ unread: sql<number>`count(*)::integer` })
    .from(notices)
    .where(
      and(
        mine(ctx),
        or(isNull(notices.ticket_number), onSeenTicket(ctx, notices.ticket_number)),
        isNull(notices.read_at),
      ),
    );
  return row!.unread;
}

/** Marks what is asked for as read; answers how many were not. What she is not told yet is read with its ticket only. */
export async function readNoticesOf({ db, who, now }: Ctx, read: NoticesRead): Promise<number> {
  const those =
    'ticket' in read
      ? eq(notices.ticket_number, read.ticket)
      : 'topic' in read
        ? eq(notices.topic_id, read.topic)
        : and(lte(notices.id, read.up_to), isNull(notices.held_until));
  const done = await db
    .update(notices)
    .set({ read_at: now })
    .where(and(eq(notices.person_id, who.person_id), isNull(notices.read_at), those));
  return done.rowCount ?? 0;
}

export async function selectOff({ db, who }: Ctx): Promise<NoticeKind[]> {
  const rows = await db
    .select({ kind: notices_off.kind })
    .from(notices_off)
    .where(eq(notices_off.person_id, who.person_id));
  return rows.map(row => row.kind);
}

export async function switchKind({ db, who }: Ctx, kind: NoticeKind, on: boolean): Promise<void> {
  const row = { person_id: who.person_id, kind };
  if (on)
    await db
      .delete(notices_off)
      .where(and(eq(notices_off.person_id, row.person_id), eq(notices_off.kind, kind)));
  else await db.insert(notices_off).values(row).onConflictDoNothing();
}
