import { createHash } from 'node:crypto';
import { notNow } from '#platform/refusals.ts';
import { readCalendarFile } from '#platform/text/ical.ts';
import { day_limits } from '#sla/rules/days-told.ts';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import { differenceOf, type CalendarDifference, type Difference, type Kept } from '#sla/rules/difference.ts';
import { daysWords, type Seen } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { DeskCalendar } from '../../rules/igroup/calendar.ts';
import type { Ctx } from '../acting.ts';
import { recordDeed } from '../story/story.ts';
import { closedByItself, holdDesk, seeDeskCalendar } from './calendar.ts';
import { deskTime, insertDays, standingDays, takeBackDays } from './store.ts';

/** A calendar file's days become the desk's or a school's: first shown, then done as it was shown. */

/** What a file holds from today on, as far as days are told ahead. Refuses with not_valid (`text`). */
export function readDays(text: string, today: string) {
  const to = dateOfDay(dayNumber(today) + day_limits.years_ahead * 366);
  // A past year of the file is listed as past; what is older is nobody's question.
  const from = dateOfDay(dayNumber(today) - 366);
  return readCalendarFile(text, { from, to, most_characters: day_limits.file_characters }).map(each => ({
    ...each,
    name: each.name.slice(0, day_limits.name_characters).trim() || '–',
  }));
}

/** A difference in words, and the mark by which doing it says what was seen. */
export function shownDifference(difference: Difference<Kept>, seen: Seen): CalendarDifference {
  const line = ({ name, first_day, last_day }: Omit<Kept, 'fixed'>) => ({
    name,
    words: daysWords(first_day, last_day, seen),
  });
  return {
    seen: markOf(difference),
    added: difference.added.map(line),
    changed: difference.changed.map(({ from, to }) => ({ from: line(from), to: line(to) })),
    gone: difference.gone.map(line),
    same: difference.same,
    left_out: difference.left_out.slice(0, 200).map(each => ({ ...line(each), why: each.why })),
  };
}

const markOf = ({ added, changed, gone }: Difference<Kept>): string =>
  createHash('sha256')
    .update(JSON.stringify([added, changed, gone]))
    .digest('hex')
    .slice(0, 32);

/** The year in which something changes first: what is answered then. */
export const firstYear = (days: readonly { first_day: string }[]): number =>
  Math.min(...days.map(({ first_day }) => Number(first_day.slice(0, 4))));

/** Refuses with not_now what is no longer what was shown. */
export function demandSeen(difference: Difference<Kept>, seen: string): void {
  if (markOf(difference) !== seen) throw notNow(changedSince);
}

const changedSince = {
  en: 'The calendar has changed since this was shown. Compare the file again.',
  fr: 'Le calendrier a changé depuis cet affichage. Comparez de nouveau le fichier.',
};

/** What a file would change of the desk's closed days. Refuses with not_valid a file that cannot be read. */
export async function compareDeskFile(ctx: Ctx, text: string): Promise<CalendarDifference> {
  const desk = await deskTime(ctx.db);
  const difference = await deskDifference(ctx, text);
  return shownDifference(difference, { now: ctx.now, zone: desk.zone, lang: ctx.lang });
}

/** Does what was shown: what is no more in the file is taken back, what is new is told. Nothing to do is nothing. */
export async function importDeskFile(
  ctx: Ctx,
  { text, seen }: { text: string; seen: string },
): Promise<DeskCalendar> {
  await holdDesk(ctx);
  const difference = await deskDifference(ctx, text);
  demandSeen(difference, seen);
  const { added, changed, gone } = difference;
  const told = [...added, ...changed.map(({ to }) => to)];
  const taken_back = [...gone, ...changed.map(({ from }) => from)];
  if (told.length + taken_back.length === 0) return seeDeskCalendar(ctx);
  const { person_id } = ctx.who;
  const ids = taken_back.map(({ id }) => id);
  if (ids.length > 0) await takeBackDays(ctx.db, ids, { by: person_id, at: ctx.now });
  if (told.length > 0)
    await insertDays(
      ctx.db,
      told.map(days => ({ ...days, hours: [], told_by: person_id, told_at: ctx.now })),
    );
  await recordDeed(ctx, {
    kind: 'desk_days',
    audience: 'desk',
    facts: { imported: `+${added.length} ±${changed.length} −${gone.length}` },
  });
  return seeDeskCalendar(ctx, firstYear([...told, ...taken_back]));
}

/** Days with hours of their own are told by hand, and no file changes them. */
async function deskDifference({ db, now }: Ctx, text: string) {
  const desk = await deskTime(db);
  const today = localDate(now, desk.zone);
  const kept = (await standingDays(db, [today, '9999-12-31'])).map(
    ({ id, first_day, last_day, name, hours }) => ({
      ...{ id, first_day, last_day, name },
      fixed: hours.length > 0 || first_day < today,
    }),
  );
  const off = (date: string) => closedByItself(desk, date);
  return differenceOf(readDays(text, today), { kept, today, off });
}
