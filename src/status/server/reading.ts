import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { differenceOf } from '#platform/text/lines.ts';
import { moment } from '#sla/rules/moments.ts';
import { matchOf } from '../rules/matching.ts';
import type { Notice, Notices, NoticesQuery, NoticeVersions } from '../rules/notice.ts';
import type { Match } from '../rules/problem.ts';
import { calledByGroup } from './called.ts';
import { listCan, noticeOf } from './shapes.ts';
import { selectVersions } from './store.ts';
import { selectNotice, selectNotices, selectProblems, type SeenNotice } from './views.ts';

/** Notices as they are read. */

/** Those that one may read: what is current, or what is past. */
export async function listNotices(ctx: Ctx, query: NoticesQuery): Promise<Notices> {
  const rows = await selectNotices(ctx, query);
  const items = rows.slice(0, query.limit);
  return {
    items: items.map(row => noticeOf(ctx, row)),
    next: rows.length > query.limit && query.when === 'past' ? items.at(-1)!.id : null,
    can: listCan(ctx),
  };
}

/** The row of a notice that one may read. Refuses with not_found. */
export async function seenNotice(ctx: Ctx, id: string): Promise<SeenNotice> {
  const row = await selectNotice(ctx, id);
  if (!row) throw notFound();
  return row;
}

/** One notice. Refuses with not_found. */
export const noticeAt = async (ctx: Ctx, id: string): Promise<Notice> =>
  noticeOf(ctx, await seenNotice(ctx, id));

/** What was changed in its text, the newest change first. Refuses with not_found. */
export async function versionsAt(ctx: Ctx, id: string): Promise<NoticeVersions> {
  const now = await seenNotice(ctx, id);
  const before = await selectVersions(ctx, id);
  const textOf = ({ title, text }: { title: string; text: string }) => `${title}\n${text}`;
  return {
    items: before.map((version, place) => ({
      edition: version.edition,
      by: version.by,
      at: moment(new Date(version.at), seenBy(ctx)),
      lines: differenceOf(textOf(version), textOf(before[place - 1] ?? now)),
    })),
  };
}

/** What goes wrong now that somebody seems to write of; none for what nothing fits. */
export async function matchFor(ctx: Ctx, typed: { title: string; text: string }): Promise<Match> {
  const problems = await selectProblems(ctx);
  const found = matchOf(problems, typed, await calledByGroup(ctx));
  return { notice: found ? noticeOf(ctx, found) : null };
}
