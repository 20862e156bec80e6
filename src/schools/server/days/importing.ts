import { demandSeen, firstYear, readDays, shownDifference } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { differenceOf, type CalendarDifference } from '#sla/rules/difference.ts';
import { provinceCalendar } from '#sla/rules/school-days.ts';
import type { SchoolCalendarYear } from '../../rules/days.ts';
import type { DayOffKind } from '../../rules/day-off-kinds.ts';
import { holdSchoolDays, recordDays, seeSchoolCalendar } from './days.ts';
import { daysOffIn, deleteDaysOff, holdCounted, insertDaysOff } from './store.ts';

/** What a calendar file would change of a school's days off. Refuses with not_found, with not_valid an unreadable file. */
export async function compareSchoolFile(ctx: Ctx, id: number, text: string): Promise<CalendarDifference> {
  const { zone, today } = await holdSchoolDays(ctx, id);
  const difference = await schoolDifference(ctx, { id, zone, today }, text);
  return shownDifference(difference, { now: ctx.now, zone, lang: ctx.lang });
}

/** Does what was shown. Refuses with not_now what the calendar is no more; nothing to do is nothing. */
export async function importSchoolFile(
  ctx: Ctx,
  id: number,
  { text, seen }: { text: string; seen: string },
): Promise<SchoolCalendarYear> {
  const { zone, today } = await holdSchoolDays(ctx, id);
  const before = await schoolDifference(ctx, { id, zone, today }, text);
  demandSeen(before, seen);
  if (before.added.length + before.changed.length + before.gone.length === 0)
    return seeSchoolCalendar(ctx, id);
  await holdCounted(ctx, id);
  const { added, changed, gone } = await schoolDifference(ctx, { id, zone, today }, text);
  const dropped = [...gone, ...changed.map(({ from }) => from)];
  if (dropped.length > 0)
    await deleteDaysOff(
      ctx,
      id,
      dropped.map(({ id: day }) => day),
    );
  const told = [
    ...added.map(each => ({ ...each, kind: kindOf(each) })),
    ...changed.map(({ from, to }) => ({ ...to, kind: from.kind })),
  ];
  if (told.length > 0) await insertDaysOff(ctx, id, told);
  await recordDays(ctx, id, { imported: `+${added.length} ±${changed.length} −${gone.length}` });
  return seeSchoolCalendar(ctx, id, firstYear([...told, ...dropped]));
}

/** One day alone is a professional day; more on end are a break. */
const kindOf = ({ first_day, last_day }: { first_day: string; last_day: string }): DayOffKind =>
  first_day === last_day ? 'professional_day' : 'break';

async function schoolDifference(
  { db }: Ctx,
  { id, zone, today }: { id: number; zone: string; today: string },
  text: string,
) {
  const kept = (await daysOffIn(db, id, [today, '9999-12-31'])).map(
    ({ id: day, first_day, last_day, name, kind }) => ({
      ...{ id: day, first_day, last_day, name, kind },
      fixed: first_day < today,
    }),
  );
  return differenceOf(readDays(text, today), { kept, today, off: provinceCalendar(zone).closed });
}
