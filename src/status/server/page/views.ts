import { sql } from 'drizzle-orm';
import { deskTime, igroupNames } from '#accounts/server/accounts.ts';
import type { Db } from '#platform/db/database.ts';
import type { Lang } from '#platform/schemas.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { moment } from '#sla/rules/moments.ts';
import { kind_names, severity_names, status_limits } from '../../rules/kinds.ts';
import type { PublicNotice, PublicNotices } from '../../rules/public.ts';
import { isOver, move_names, stateOf, stateWords, type ToldMove } from '../../rules/states.ts';
import type { NoticeRow } from '../tables.ts';

/** What everybody reads. The one wall here is this query: published, and for the public. */

interface Row extends Record<string, unknown> {
  id: string;
  kind: NoticeRow['kind'];
  severity: NoticeRow['severity'];
  lang: Lang;
  title: string;
  text: string;
  state: NoticeRow['state'];
  starts_at: string;
  ends_at: string | null;
  ended_at: string | null;
  changed_at: string;
  name_en: string;
  name_fr: string;
  updates: { text: string; move: ToldMove | null; at: string }[];
}

const day_ms = 86_400_000;
const most = 200;

/** The public notices with their history, asked for once; `in` says them in a language, with times in the desk's zone. */
export async function publicNotices(db: Db, now: Date) {
  const since = new Date(now.getTime() - status_limits.history_days * day_ms).toISOString();
  const { rows } = await db.execute<Row>(sql`
    select n.id, n.kind, n.severity, n.lang, n.title, n.text, n.state, n.starts_at, n.ends_at, n.ended_at, n.changed_at,
      s.name_en, s.name_fr, (
        select coalesce(json_agg(json_build_object('text', u.text, 'move', u.move, 'at', u.told_at)
          order by u.told_at desc), '[]')
        from status_updates u where u.notice_id = n.id and u.told_at is not null) as updates
    from status_notices n join status_systems s on s.id = n.system_id
    where n.published_at is not null and n.audience = 'public' and n.state <> 'draft'
      and (n.state = 'open' and (n.kind <> 'planned_work' or n.ends_at is null or n.ends_at > ${since}::timestamptz)
        or n.ended_at > ${since}::timestamptz)
    order by coalesce(n.ended_at, n.starts_at) desc, n.id limit ${most}`);
  const { zone } = await deskTime(db);
  const { name } = await igroupNames(db);
  return {
    group: name || null,
    now: (lang: Lang) => instant(now.toISOString(), { now, zone, lang }).exact,
    in: (lang: Lang): PublicNotices => {
      const seen = { now, zone, lang };
      const items = rows.map(row => noticeOf(row, seen));
      const changed = rows.map(row => row.changed_at).sort((a, b) => (new Date(a) < new Date(b) ? 1 : -1))[0];
      return { changed: changed === undefined ? null : instant(changed, seen), items };
    },
  };
}

type Seen = { now: Date; zone: string; lang: Lang };

function instant(time: string, seen: Seen) {
  const { at, exact } = moment(new Date(time), seen);
  return { at, exact };
}

function noticeOf(row: Row, seen: Seen): PublicNotice {
  const { lang, now } = seen;
  const { id, kind, severity, title } = row;
  const [starts_at, ends_at] = [new Date(row.starts_at), row.ends_at === null ? null : new Date(row.ends_at)];
  const state = stateOf({ kind, state: row.state, starts_at, ends_at }, now);
  const ends =
    isOver(state) && row.ended_at !== null && new Date(row.ended_at) > starts_at ? row.ended_at : row.ends_at;
  return {
    ...{ id, kind, severity, title },
    kind_words: kind_names[kind][lang],
    system: row[`name_${lang}`],
    severity_words: severity_names[severity][lang],
    lang: row.lang,
    html: htmlOf(row.text),
    state,
    state_words: stateWords(kind, state)[lang],
    starts: instant(row.starts_at, seen),
    ends: ends === null ? null : instant(ends, seen),
    updates: row.updates.map(({ text, move, at }) => ({
      at: instant(at, seen),
      html: htmlOf(text),
      move_words: move && move_names[move][lang],
    })),
  };
}
