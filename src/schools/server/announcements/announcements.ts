import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { instantOf } from '#sla/rules/zones.ts';
import type { AnnouncementKind } from '../../rules/announcement-kinds.ts';
import {
  mayAnnounce,
  mayChangeAnnouncement,
  type Announcement,
  type AnnouncementChange,
  type AnnouncementPage,
  type NewAnnouncement,
} from '../../rules/announcement.ts';
import { announcementOf } from './shapes.ts';
import {
  announcementFor,
  announcementsFor,
  areSchools,
  holdAnnouncement,
  insertAnnouncement,
  updateAnnouncement,
} from './store.ts';
import type { AnnouncementRow } from './tables.ts';

/** Announcements, newest first: for the desk the current or the past ones, for a school those that it is told now. */
export async function listAnnouncements(
  ctx: Ctx,
  query: { when: 'current' | 'past'; cursor?: number | undefined; limit: number },
): Promise<AnnouncementPage> {
  const rows = await announcementsFor(ctx, query);
  const items = rows.slice(0, query.limit);
  return {
    items: items.map(row => announcementOf(ctx, row)),
    next: rows.length > query.limit ? String(items.at(-1)!.id) : null,
    can: { write: mayAnnounce(ctx.who) },
  };
}

/** Writes an announcement to all schools or to some. Refuses not_valid: no such school, an end that is not after the beginning, a closing without an end. */
export async function announce(ctx: Ctx, given: NewAnnouncement): Promise<Announcement> {
  const starts_at = given.starts === undefined ? ctx.now : onDeskClock(ctx, given.starts);
  const ends_at = given.ends === null ? null : onDeskClock(ctx, given.ends);
  checkTimes(given.kind, starts_at, ends_at);
  const schools = await chosen(ctx, given.schools);
  const { kind, title, text } = given;
  const id = await insertAnnouncement(ctx, {
    kind,
    title,
    text,
    html: htmlOf(text),
    schools,
    starts_at,
    ends_at,
  });
  await tell(ctx, 'announcement_written', { id, schools });
  return shown(ctx, id);
}

/** Changes an announcement that stands. Refuses not_found, not_allowed, not_now (withdrawn), and as `announce` does. */
export async function changeAnnouncement(
  ctx: Ctx,
  id: number,
  change: AnnouncementChange,
): Promise<Announcement> {
  const row = await hold(ctx, id);
  if (row.withdrawn_at) throw notNow(withdrawn);
  const kind = change.kind ?? row.kind;
  const starts_at = change.starts === undefined ? row.starts_at : onDeskClock(ctx, change.starts);
  const ends_at =
    change.ends === undefined ? row.ends_at : change.ends === null ? null : onDeskClock(ctx, change.ends);
  checkTimes(kind, starts_at, ends_at);
  const schools = change.schools === undefined ? row.schools : await chosen(ctx, change.schools);
  const { title = row.title, text = row.text } = change;
  await updateAnnouncement(ctx, id, { kind, title, text, html: htmlOf(text), schools, starts_at, ends_at });
  await tell(ctx, 'announcement_changed', { id, schools }, row.schools);
  return shown(ctx, id);
}

/** Withdraws an announcement, or (false) takes that back; what is so already stays so, and nothing is told. */
export async function withdrawAnnouncement(ctx: Ctx, id: number, withdraw: boolean): Promise<Announcement> {
  const row = await hold(ctx, id);
  if ((row.withdrawn_at !== null) !== withdraw) {
    await updateAnnouncement(ctx, id, { withdrawn_at: withdraw ? ctx.now : null });
    await tell(ctx, withdraw ? 'announcement_withdrawn' : 'announcement_restored', row);
  }
  return shown(ctx, id);
}

async function hold(ctx: Ctx, id: number): Promise<AnnouncementRow> {
  const row = await holdAnnouncement(ctx, id);
  if (!row) throw notFound();
  if (ctx.code_wall && !mayChangeAnnouncement(ctx.who, row)) throw notAllowed(notYours);
  return row;
}

async function shown(ctx: Ctx, id: number): Promise<Announcement> {
  const row = await announcementFor(ctx, id);
  if (!row) throw notFound();
  return announcementOf(ctx, row);
}

const onDeskClock = ({ who }: Ctx, local: string): Date =>
  instantOf(local.slice(0, 10), Number(local.slice(11, 13)), Number(local.slice(14)), who.desk.zone);

function checkTimes(kind: AnnouncementKind, starts_at: Date, ends_at: Date | null): void {
  if (kind === 'closed' && !ends_at)
    throw notValid('ends', {
      en: 'Say until when it is closed.',
      fr: 'Indiquez jusqu’à quand c’est fermé.',
    });
  if (ends_at && ends_at <= starts_at)
    throw notValid('ends', {
      en: 'The end must be after the beginning.',
      fr: 'La fin doit être après le début.',
    });
}

async function chosen(ctx: Ctx, schools: readonly number[] | null): Promise<number[] | null> {
  if (!schools) return null;
  if (await areSchools(ctx, schools)) return [...new Set(schools)];
  throw notValid('schools', { en: 'There is no such school.', fr: 'Cette école n’existe pas.' });
}

/**
 * The line of the story is the desk's, one for all schools; a school's open pages hear a signal that says nothing but
 * "ask again". Who is not concerned, now or before, hears nothing.
 */
async function tell(
  ctx: Ctx,
  kind: string,
  { id, schools }: Pick<AnnouncementRow, 'id' | 'schools'>,
  before: number[] | null = schools,
): Promise<void> {
  const concerned = schools && before ? [...new Set([...schools, ...before])] : null;
  for (const to of concerned?.map(school => `school:${school}` as const) ?? (['schools'] as const))
    await sendSignal(ctx.db, { to, kind: 'announcements' });
  await recordDeed(ctx, {
    kind,
    audience: 'desk',
    facts: { announcement: id, schools: schools?.join(',') ?? 'all' },
  });
}

const notYours = {
  en: 'Only who wrote it, or a coordinator, may change it.',
  fr: 'Seule la personne qui l’a écrite, ou la coordination, peut la modifier.',
};
const withdrawn = {
  en: 'It is withdrawn. Bring it back first.',
  fr: 'Elle est retirée. Ramenez-la d’abord.',
};
