import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { already, areHours, objectionToDays, overlap, type ToldDay } from '#sla/rules/days-told.ts';
import { openOn, type DeskTime } from '#sla/rules/desk-hours.ts';
import { daysWords, moment, type Seen } from '#sla/rules/moments.ts';
import { openWords } from '#sla/rules/open-words.ts';
import { not_a_week, stretchWords } from '#sla/rules/week.ts';
import { yearOf } from '#sla/rules/year.ts';
import { localDate, localTime, zoneLabel } from '#sla/rules/zones.ts';
import type { DeskCalendar, DeskDaysTelling } from '../../rules/igroup/calendar.ts';
import { keepersOfSchools } from '../../rules/policy.ts';
import type { Ctx } from '../acting.ts';
import { recordDeed } from '../story/story.ts';
import { deskTime, holdIgroup, insertDays, standingDays, takeBackDays, type StandingDays } from './store.ts';

/** A year of the desk's calendar; this one where none is asked for. */
export async function seeDeskCalendar(ctx: Ctx, asked?: number): Promise<DeskCalendar> {
  const { db, now, lang } = ctx;
  const desk = await deskTime(db);
  const year = asked ?? localTime(now, desk.zone).year;
  const seen = { now, zone: desk.zone, lang };
  const own = await standingDays(db, [`${year}-01-01`, `${year}-12-31`]);
  const open_weekdays = [1, 2, 3, 4, 5, 6, 7].filter(each =>
    desk.week.some(({ weekday }) => weekday === each),
  );
  return {
    now: openWords(desk, seen),
    zone_words: zoneLabel(desk.zone)[lang],
    week: [...desk.week],
    calendar: yearOf(year, { open_weekdays, own }, seen),
    told: own.map(each => toldDay(each, seen, keepersOfSchools(ctx.who))),
    can: { change: keepersOfSchools(ctx.who) },
  };
}

function toldDay({ hours, by, at, ...days }: StandingDays, seen: Seen, keeps: boolean): ToldDay {
  const over = days.last_day < localDate(seen.now, seen.zone);
  return {
    ...days,
    words: daysWords(days.first_day, days.last_day, seen),
    hours: hours.length > 0 ? stretchWords(hours, seen.lang) : null,
    said: { by, at: moment(at, seen) },
    over,
    can: { take_back: keeps && !over },
  };
}

/**
 * Tells days on which the desk is closed or has other hours, from today on; today counts from this moment. Telling the
 * same again is nothing. Refuses with not_valid what is past, too far or too long, hours that are none, and days that
 * are told already.
 */
export async function tellDays(ctx: Ctx, { hours, ...days }: DeskDaysTelling): Promise<DeskCalendar> {
  const desk = await holdDesk(ctx);
  const wrong = objectionToDays(days, localDate(ctx.now, desk.zone));
  if (wrong) throw notValid(wrong.field, wrong.sentence);
  if (hours.length > 0 && !areHours(hours)) throw notValid('hours', not_a_week);
  const sorted = [...hours].sort((a, b) => a.from_minute - b.from_minute);
  const year = Number(days.first_day.slice(0, 4));
  const [other] = await standingDays(ctx.db, [days.first_day, days.last_day]);
  if (other && sameAs(other, { ...days, hours: sorted })) return seeDeskCalendar(ctx, year);
  if (other && overlap(other, days)) throw notValid('first_day', already(other.name));
  await insertDays(ctx.db, [{ ...days, hours: sorted, told_by: ctx.who.person_id, told_at: ctx.now }]);
  await recordDeed(ctx, { kind: 'desk_days', audience: 'desk', facts: { told: saidDays(days, sorted) } });
  return seeDeskCalendar(ctx, year);
}

const sameAs = (one: Omit<StandingDays, 'id' | 'by' | 'at'>, other: DeskDaysTelling): boolean =>
  saidDays(one, one.hours) === saidDays(other, other.hours);

/** As the story keeps it: "2026-12-24 Christmas Eve 8:00–12:00". */
export const saidDays = (
  { first_day, last_day, name }: Omit<DeskDaysTelling, 'hours'>,
  hours: DeskDaysTelling['hours'] = [],
): string =>
  [first_day === last_day ? first_day : `${first_day}–${last_day}`, name, stretchWords(hours, 'en')]
    .filter(Boolean)
    .join(' ');

/**
 * Takes days back: what of them is past stays as it was measured. Refuses with not_found where there are none such, or
 * no more; with not_now where they are over.
 */
export async function takeDaysBack(ctx: Ctx, id: number): Promise<DeskCalendar> {
  const desk = await holdDesk(ctx);
  const days = (await standingDays(ctx.db, ['0001-01-01', '9999-12-31'])).find(each => each.id === id);
  if (!days) throw notFound();
  if (days.last_day < localDate(ctx.now, desk.zone)) throw notNow(over);
  await takeBackDays(ctx.db, [id], { by: ctx.who.person_id, at: ctx.now });
  await recordDeed(ctx, {
    kind: 'desk_days',
    audience: 'desk',
    facts: { taken_back: saidDays(days, days.hours) },
  });
  return seeDeskCalendar(ctx, Number(days.first_day.slice(0, 4)));
}

/** The desk as it works now; whoever changes its days or its time goes one after the other. */
export async function holdDesk({ db }: Pick<Ctx, 'db'>): Promise<DeskTime> {
  await holdIgroup(db);
  return deskTime(db);
}

/** Whether the desk's week and the holidays alone have a day closed. */
export const closedByItself = ({ zone, week }: DeskTime, date: string): boolean =>
  openOn(date, { zone, week }).length === 0;

const over = {
  en: 'These days are over: what was measured by them stays.',
  fr: 'Ces jours sont passés : ce qui a été mesuré reste.',
};
