import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import { already, objectionToDays, overlap } from '#sla/rules/days-told.ts';
import { dateWords, daysWords, moment, type Seen } from '#sla/rules/moments.ts';
import { addSchoolDays } from '#sla/rules/school-days.ts';
import { yearOf } from '#sla/rules/year.ts';
import { localDate, localTime, zoneLabel } from '#sla/rules/zones.ts';
import { keepsDays, type DaysOffTelling, type SchoolCalendarYear } from '../../rules/days.ts';
import { selectSchool } from '../store.ts';
import {
  cutDaysOff,
  daysOffIn,
  deleteDaysOff,
  holdCounted,
  insertDaysOff,
  schoolCalendarOf,
  type DayOffRow,
} from './store.ts';

const school_week = [1, 2, 3, 4, 5];

/** A year of a school's calendar; this one where none is asked for. Refuses with not_found. */
export async function seeSchoolCalendar(ctx: Ctx, id: number, asked?: number): Promise<SchoolCalendarYear> {
  const school = await schoolOf(ctx, id);
  const seen = { now: ctx.now, zone: school.zone, lang: ctx.lang };
  const year = asked ?? localTime(ctx.now, school.zone).year;
  const own = await daysOffIn(ctx.db, id, [`${year}-01-01`, `${year}-12-31`]);
  const change = keepsDays(ctx.who);
  return {
    now: await todayWords(ctx, id, seen),
    zone_words: zoneLabel(school.zone)[ctx.lang],
    calendar: yearOf(
      year,
      { open_weekdays: school_week, own: own.map(each => ({ ...each, hours: [] })) },
      seen,
    ),
    told: own.map(each => toldDay(each, seen, change)),
    can: { change },
  };
}

async function todayWords({ db }: Ctx, id: number, seen: Seen): Promise<SchoolCalendarYear['now']> {
  const calendar = await schoolCalendarOf(db, id);
  const because = calendar.because(localDate(seen.now, seen.zone))?.[seen.lang];
  if (because === undefined)
    return { open: true, words: { en: 'Today is a school day.', fr: 'Jour de classe.' }[seen.lang] };
  const next = dateWords(addSchoolDays(seen.now, 1, calendar), seen);
  const words = {
    en: `No school today: ${because}. Next school day: ${next}.`,
    fr: `Pas d’école aujourd’hui : ${because}. Prochain jour de classe : ${next}.`,
  };
  return { open: false, words: words[seen.lang] };
}

function toldDay({ by, at, ...days }: DayOffRow, seen: Seen, keeps: boolean) {
  const over = days.last_day < localDate(seen.now, seen.zone);
  return {
    ...days,
    words: daysWords(days.first_day, days.last_day, seen),
    hours: null,
    said: by !== null && at !== null ? { by, at: moment(at, seen) } : null,
    over,
    can: { take_back: keeps && !over },
  };
}

/**
 * Tells a school's days off, from today on. Telling the same again is nothing. Refuses with not_found; with not_valid
 * what is past, too far or too long, and days that are off already.
 */
export async function tellDaysOff(ctx: Ctx, id: number, days: DaysOffTelling): Promise<SchoolCalendarYear> {
  const { today } = await holdSchoolDays(ctx, id);
  const wrong = objectionToDays(days, today);
  if (wrong) throw notValid(wrong.field, wrong.sentence);
  const year = Number(days.first_day.slice(0, 4));
  const [other] = await daysOffIn(ctx.db, id, [days.first_day, days.last_day]);
  if (other && saidDays(other) === saidDays(days) && other.kind === days.kind)
    return seeSchoolCalendar(ctx, id, year);
  if (other && overlap(other, days)) throw notValid('first_day', already(other.name));
  await holdCounted(ctx, id);
  await insertDaysOff(ctx, id, [days]);
  await recordDays(ctx, id, { told: saidDays(days) });
  return seeSchoolCalendar(ctx, id, year);
}

/**
 * Takes days off back; of what has begun, what is past stays. Refuses with not_found where there are none such, or no
 * more; with not_now where they are over.
 */
export async function takeDaysOffBack(
  ctx: Ctx,
  { id, day }: { id: number; day: number },
): Promise<SchoolCalendarYear> {
  const { today } = await holdSchoolDays(ctx, id);
  const days = (await daysOffIn(ctx.db, id, ['0001-01-01', '9999-12-31'])).find(each => each.id === day);
  if (!days) throw notFound();
  if (days.last_day < today) throw notNow(over);
  await holdCounted(ctx, id);
  if (days.first_day < today)
    await cutDaysOff(ctx, { id: day, school_id: id }, dateOfDay(dayNumber(today) - 1));
  else await deleteDaysOff(ctx, id, [day]);
  await recordDays(ctx, id, { taken_back: saidDays(days) });
  return seeSchoolCalendar(ctx, id, Number(days.first_day.slice(0, 4)));
}

/** The school whose days somebody may change, with its own date of today. Refuses with not_found. */
export async function holdSchoolDays(ctx: Ctx, id: number) {
  const { zone } = await schoolOf(ctx, id);
  return { zone, today: localDate(ctx.now, zone) };
}

async function schoolOf(ctx: Ctx, id: number) {
  const school = await selectSchool(ctx, id);
  if (!school) throw notFound();
  return school;
}

/** A line of the school's story. */
export const recordDays = (ctx: Ctx, school_id: number, facts: Record<string, string>) =>
  recordDeed(ctx, { kind: 'school_days', audience: 'school', school_id, facts });

const saidDays = ({ first_day, last_day, name }: Pick<DaysOffTelling, 'first_day' | 'last_day' | 'name'>) =>
  `${name} (${first_day === last_day ? first_day : `${first_day}–${last_day}`})`;

const over = {
  en: 'These days are over: what was counted by them stays.',
  fr: 'Ces jours sont passés : ce qui a été compté reste.',
};
