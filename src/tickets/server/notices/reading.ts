import type { Ctx } from '#accounts/server/acting.ts';
import { sendSignal } from '#platform/live/signals.ts';
import type { NoticesRead } from '../../rules/attention.ts';
import { countUnread, readNoticesOf } from './store.ts';

/** Marks as read; the person's other pages hear of it. Twice is once. */
export async function readNotices(ctx: Ctx, read: NoticesRead): Promise<{ unread: number }> {
  if ((await readNoticesOf(ctx, read)) > 0)
    await sendSignal(ctx.db, { to: `person:${ctx.who.person_id}`, kind: 'notices_read' });
  return { unread: await countUnread(ctx) };
}

/** What concerns one topic of the forum. */
export const readTopicNotices = (ctx: Ctx, topic: number) => readNotices(ctx, { topic });
