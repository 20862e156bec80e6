import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notNow, notValid } from '#platform/refusals.ts';
import { instantOf } from '#sla/rules/zones.ts';
import type { ForWhom, NewNotice, Notice, NoticeChange } from '../rules/notice.ts';
import { movedBy } from '../rules/states.ts';
import { canNow, coordinator_tells, held, heldFor, tell, today } from './holding.ts';
import { putTogether } from './problems/gathering.ts';
import { noticeAt } from './reading.ts';
import {
  areSchools,
  holdNotice,
  insertNotice,
  insertVersion,
  putSchools,
  ringFor,
  selectSystems,
  signalConcerned,
  updateNotice,
} from './store.ts';
import type { NoticeRow } from './tables.ts';

/** The deeds that write a notice: begun, changed, published or dropped. */

/**
 * Begins a draft, which the iGroup alone sees; with `ticket` that is gathered into it. Refuses not_valid (no such system
 * or school, an end that is not after the beginning), and as gathering does.
 */
export async function beginNotice(ctx: Ctx, given: NewNotice): Promise<Notice> {
  const { system, for: readers, starts, ends, ticket, ...about } = given;
  const starts_at = starts === undefined ? ctx.now : onDeskClock(ctx, starts);
  const ends_at = ends === null ? null : onDeskClock(ctx, ends);
  await check(ctx, { system, readers, starts_at, ends_at });
  const id = await insertNotice(ctx, {
    ...about,
    system_id: system,
    audience: readers.kind,
    starts_at,
    ends_at,
    written_by: ctx.who.person_id,
    written_at: ctx.now,
    changed_at: ctx.now,
  });
  if (readers.kind === 'some') await putSchools(ctx, id, readers.schools);
  if (ticket !== undefined) await putTogether(ctx, (await holdNotice(ctx, id))!, [ticket]);
  await tell(ctx, 'status_written', { id, title: about.title });
  return noticeAt(ctx, id);
}

/**
 * Changes a notice; its text before is kept. Who read it before and who reads it now hear of it. Refuses not_found,
 * not_allowed, not_valid; not_now when somebody has changed it since `edition`, with what is kept.
 */
export async function changeNotice(ctx: Ctx, id: string, change: NoticeChange): Promise<Notice> {
  const row = await held(ctx, id);
  if (ctx.code_wall && !canNow(ctx, row).write) throw notAllowed(coordinator_tells);
  await refuseUnseen(ctx, row, change.edition);
  const { edition: _, system = row.system_id, for: readers, starts, ends, ...about } = change;
  const starts_at = starts === undefined ? row.starts_at : onDeskClock(ctx, starts);
  const ends_at = ends === undefined ? row.ends_at : ends === null ? null : onDeskClock(ctx, ends);
  await check(ctx, { system: change.system, readers, starts_at, ends_at });
  const next = { ...row, ...about };
  if (next.title !== row.title || next.text !== row.text) await insertVersion(ctx, row);
  await signalConcerned(ctx, id, today(ctx));
  await updateNotice(ctx, id, {
    ...about,
    system_id: system,
    ...(readers && { audience: readers.kind }),
    starts_at,
    ends_at,
    edition: row.edition + 1,
    changed_at: ctx.now,
  });
  if (readers) await putSchools(ctx, id, readers.kind === 'some' ? readers.schools : []);
  await tell(ctx, 'status_changed', next);
  return noticeAt(ctx, id);
}

/** Shows a draft to those whom it is for; the desk's bell rings. Refuses as a change does. Twice is refused: it is none any more. */
export async function publishNotice(ctx: Ctx, id: string, edition: number): Promise<Notice> {
  const row = await heldFor(ctx, id, 'publish');
  await refuseUnseen(ctx, row, edition);
  await updateNotice(ctx, id, {
    ...movedBy('publish', ctx.now),
    published_at: ctx.now,
    changed_at: ctx.now,
    edition: row.edition + 1,
  });
  // Everybody's bell is her own: the software rings it.
  await asSoftware(ctx, 'status', software => ringFor(software, row, ctx.who.person_id));
  await tell(ctx, 'status_published', row);
  return noticeAt(ctx, id);
}

/** Gives a draft up. Nobody outside has read it, so nobody is told. */
export async function dropNotice(ctx: Ctx, id: string): Promise<Notice> {
  const row = await heldFor(ctx, id, 'drop');
  await updateNotice(ctx, id, { ...movedBy('drop', ctx.now), changed_at: ctx.now });
  await tell(ctx, 'status_dropped', row);
  return noticeAt(ctx, id);
}

async function refuseUnseen(ctx: Ctx, row: NoticeRow, edition: number): Promise<void> {
  if (row.edition !== edition) throw notNow(written_since, { kept: await noticeAt(ctx, row.id) });
}

interface Checked {
  system: number | undefined;
  readers: ForWhom | undefined;
  starts_at: Date;
  ends_at: Date | null;
}

async function check(ctx: Ctx, { system, readers, starts_at, ends_at }: Checked): Promise<void> {
  if (ends_at && ends_at <= starts_at) throw notValid('ends', ends_first);
  if (system !== undefined && !(await selectSystems(ctx)).some(({ id }) => id === system))
    throw notValid('system', no_system);
  if (readers?.kind === 'some' && !(await areSchools(ctx, readers.schools)))
    throw notValid('for.schools', no_school);
}

const onDeskClock = ({ who }: Ctx, local: string): Date =>
  instantOf(local.slice(0, 10), Number(local.slice(11, 13)), Number(local.slice(14)), who.desk.zone);

const written_since = {
  en: 'Somebody has changed this notice since you opened it. What you wrote is still here.',
  fr: 'Quelqu’un a modifié cet avis depuis que vous l’avez ouvert. Votre texte est toujours ici.',
};
const ends_first = {
  en: 'The end must be after the beginning.',
  fr: 'La fin doit être après le début.',
};
const no_system = { en: 'There is no such system.', fr: 'Ce système n’existe pas.' };
const no_school = { en: 'There is no such school.', fr: 'Cette école n’existe pas.' };
