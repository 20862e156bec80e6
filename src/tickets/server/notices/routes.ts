import { software } from '#accounts/rules/telling.ts';
import { atDesk } from '#accounts/rules/policy.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import type { Lang } from '#platform/schemas.ts';
import { moment, wholeDay } from '#sla/rules/moments.ts';
import { month_names } from '#sla/rules/words.ts';
import {
  NoticeChoices,
  NoticeChoicesChange,
  NoticePage,
  NoticesQuery,
  NoticesRead,
  Unread,
  type Notice,
} from '../../rules/attention.ts';
import { notice_kind_ids, saidOf } from '../../rules/notices.ts';
import { namedFacts, sentenceOf } from '../../rules/story.ts';
import { seenBy } from '../shapes.ts';
import { readNotices } from './reading.ts';
import { countUnread, selectNotices, selectOff, switchKind } from './store.ts';

// prettier-ignore
export const noticeRoutes = [
  route({ method: 'GET', path: '/api/notices', says: 'What concerns one, newest first', may: atDesk, query: NoticesQuery, answer: NoticePage, deed: (ctx, { query }) => listNotices(ctx, query) }),
  route({ method: 'PUT', path: '/api/notices/read', says: 'Read: all up to one, or those of a ticket', may: atDesk, body: NoticesRead, answer: Unread, deed: (ctx, { body }) => readNotices(ctx, body) }),
  route({ method: 'GET', path: '/api/notices/choices', says: 'Which kinds one is told of', may: atDesk, answer: NoticeChoices, deed: ctx => choicesOf(ctx) }),
  route({ method: 'PATCH', path: '/api/notices/choices', says: 'Switch kinds on or off, for what happens from now on', may: atDesk, body: NoticeChoicesChange, answer: NoticeChoices, deed: (ctx, { body }) => choose(ctx, body) }),
];

/** A page of one's own notices, each as a sentence, and how many are not read. */
async function listNotices(
  ctx: Ctx,
  { cursor, limit }: { cursor?: number | undefined; limit: number },
): Promise<NoticePage> {
  const rows = await selectNotices(ctx, { limit, cursor });
  const items = rows.slice(0, limit);
  return {
    items: items.map(row => noticeOf(ctx, row)),
    next: rows.length > limit ? String(items.at(-1)!.id) : null,
    unread: await countUnread(ctx),
  };
}

function noticeOf(ctx: Ctx, row: Awaited<ReturnType<typeof selectNotices>>[number]): Notice {
  const who = row.by ?? software[ctx.lang];
  const what = (lang: Lang) => {
    if (row.about !== null) return row.about;
    if (row.month !== null) return monthWords(row.month, lang);
    if (row.review_on !== null) return wholeDay(row.review_on, lang);
    return sentenceOf(row.what ?? '', namedFacts(row.facts ?? {}), who, lang);
  };
  return {
    id: row.id,
    kind: row.kind,
    ticket: row.number === null ? null : { number: row.number, subject: row.subject! },
    month: row.month,
    status: row.status,
    agreement: row.agreement,
    topic: row.topic_id === null ? null : { id: row.topic_id, title: row.about! },
    words: saidOf(row.kind, who, {
      number: row.number ?? row.agreement ?? 0,
      count: row.count,
      what: { en: what('en'), fr: what('fr') },
    })[ctx.lang],
    at: moment(row.at, seenBy(ctx)),
    read: row.read_at !== null,
  };
}

/** "October 2026". */
const monthWords = (month: string, lang: Lang): string =>
  `${month_names[lang][Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

async function choicesOf(ctx: Ctx): Promise<NoticeChoices> {
  const off = await selectOff(ctx);
  return Object.fromEntries(notice_kind_ids.map(kind => [kind, !off.includes(kind)])) as NoticeChoices;
}

async function choose(ctx: Ctx, change: Partial<NoticeChoices>): Promise<NoticeChoices> {
  for (const kind of notice_kind_ids)
    if (change[kind] !== undefined) await switchKind(ctx, kind, change[kind]);
  return choicesOf(ctx);
}
