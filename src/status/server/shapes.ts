import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { clockWords, moment, type Seen } from '#sla/rules/moments.ts';
import { localDay, localTime } from '#sla/rules/zones.ts';
import { audience_names, kind_names, severity_names } from '../rules/kinds.ts';
import type { Notice } from '../rules/notice.ts';
import { canOf, draftsNotices } from '../rules/policy.ts';
import { isOver, move_names, stateOf, stateWords } from '../rules/states.ts';
import type { SeenNotice, UpdateSeen } from './views.ts';

/** A notice as it is answered. */
export function noticeOf(ctx: Ctx, row: SeenNotice): Notice {
  const { lang, now, who } = ctx;
  const seen = seenBy(ctx);
  const state = stateOf(row, now);
  const can = canOf(who, { kind: row.kind, state });
  const { me_too } = row;
  const waits = row.updates.some(({ told }) => !told);
  return {
    id: row.id,
    kind: row.kind,
    kind_words: kind_names[row.kind][lang],
    system: { id: row.system.id, name: row.system[`name_${lang}`] },
    severity: row.severity,
    severity_words: severity_names[row.severity][lang],
    lang: row.lang,
    title: row.title,
    html: htmlOf(row.text),
    state,
    state_words: stateWords(row.kind, state)[lang],
    starts: moment(row.starts_at, seen),
    ends: row.ends_at && moment(row.ends_at, seen),
    period: periodWords(row, seen),
    changed: moment(row.changed_at, seen),
    updates: row.updates.map(update => updateOf(ctx, update)),
    me_too: me_too && {
      ...me_too,
      at: moment(new Date(me_too.at), seen),
    },
    asked: me_too !== null && me_too.works === null && state === 'solved',
    inside: insideOf(ctx, row),
    // One update at a time: what waits is told or taken back before the next is written.
    can: { ...can, tell: can.tell && !waits, moves: waits ? [] : can.moves },
  };
}

function updateOf({ lang, now, who, ...ctx }: Ctx, update: UpdateSeen): Notice['updates'][number] {
  const left_ms = new Date(update.leaves_at).getTime() - now.getTime();
  return {
    id: update.id,
    at: moment(new Date(update.at), seenBy({ lang, now, who, ...ctx })),
    html: htmlOf(update.text),
    move: update.move,
    move_words: update.move && move_names[update.move][lang],
    by: who.side === 'desk' ? update.by : null,
    leaves_in_seconds: update.told ? null : Math.max(0, Math.ceil(left_ms / 1000)),
    mine: update.by_id === who.person_id,
  };
}

function insideOf({ who, lang }: Ctx, row: SeenNotice): Notice['inside'] {
  if (who.side === 'school' || !row.inside) return null;
  return {
    ...row.inside,
    text: row.text,
    category: row.category,
    audience: row.audience,
    audience_words: audience_names[row.audience][lang],
    starts_local: localWords(row.starts_at, who.desk.zone),
    ends_local: row.ends_at && localWords(row.ends_at, who.desk.zone),
    edition: row.edition,
  };
}

const two = (number: number) => String(number).padStart(2, '0');
/** As it is written: 'YYYY-MM-DDTHH:MM' on the desk's clock. */
function localWords(at: Date, zone: string): string {
  const { year, month, day, hour, minute } = localTime(at, zone);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

const since = { en: 'since', fr: 'depuis' };
const to = { en: 'to', fr: 'à' };

/** "since today 9:00", "Friday 17:00 to 19:00": what is over with its end. */
export function periodWords(
  {
    starts_at,
    ends_at,
    ended_at,
    state,
    kind,
  }: Pick<SeenNotice, 'starts_at' | 'ends_at' | 'ended_at' | 'state' | 'kind'>,
  seen: Seen,
): string {
  const from = moment(starts_at, seen).words;
  const over = isOver(stateOf({ kind, state, starts_at, ends_at }, seen.now));
  const until = over && ended_at && ended_at > starts_at ? ended_at : ends_at;
  if (!until) return starts_at > seen.now || over ? from : `${since[seen.lang]} ${from}`;
  const same_day = localDay(starts_at, seen.zone) === localDay(until, seen.zone);
  const ends = same_day ? clockWords(localTime(until, seen.zone)) : moment(until, seen).words;
  return `${from} ${to[seen.lang]} ${ends}`;
}

export const listCan = ({ who }: Pick<Ctx, 'who'>) => ({ write: draftsNotices(who) });
