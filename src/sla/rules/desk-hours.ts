import { dayNumber, weekdayOfDay } from './dates.ts';
import { holidayOn } from './holidays.ts';
import type { SchoolCalendar } from './school-days.ts';
import { inOrder, type Stretch, type WorkPeriod } from './week.ts';
import { weekend_words, type Words } from './words.ts';
import { instantOf } from './zones.ts';

/** Days on end on which a desk is closed, or open at other hours than its week says; they go before a holiday too. */
export interface DeskDays {
  /** 'YYYY-MM-DD' of the desk's zone; the last one included. */
  first_day: string;
  last_day: string;
  name: string;
  /** None: closed. */
  hours: readonly Stretch[];
}

/**
 * When a desk works: its zone, the hours of its week, and days on which they are others. On the statutory holidays it is
 * closed. What is added up over it is kept by the object's identity (open-blocks.ts): it is never changed in place.
 */
export interface DeskTime {
  zone: string;
  week: readonly WorkPeriod[];
  days?: readonly DeskDays[];
}

/** What holds until a desk says otherwise: Monday to Friday 8:00 to 16:00, Pacific time (calendar.json, sla_default). */
export const first_desk_time: DeskTime = {
  zone: 'America/Vancouver',
  week: [1, 2, 3, 4, 5].map(weekday => ({ weekday, from_minute: 480, to_minute: 960 })),
};

/** The desk's times as they followed each other: each holds from its instant to the next one's, the first from ever. */
export type DeskTimes = readonly (DeskTime & { since: Date })[];

const alone = new WeakMap<DeskTime, DeskTimes>();

/** A desk's time as if it had held from ever; one series for each, since what it adds up to is kept by it. */
export function fromEver(desk: DeskTime): DeskTimes {
  const times = alone.get(desk) ?? [{ ...desk, since: new Date(0) }];
  alone.set(desk, times);
  return times;
}

export const first_desk_times: DeskTimes = fromEver(first_desk_time);

/** What the desk says of a day itself. */
export const deskDayOn = (date: string, { days = [] }: DeskTime): DeskDays | undefined =>
  days.find(({ first_day, last_day }) => first_day <= date && date <= last_day);

/** The stretches of a day ('YYYY-MM-DD' of its zone) on which the desk is open, in order. */
export function openOn(date: string, desk: DeskTime): WorkPeriod[] {
  const weekday = weekdayOfDay(dayNumber(date));
  const own = deskDayOn(date, desk);
  if (own) return inOrder(own.hours.map(stretch => ({ weekday, ...stretch })));
  return holidayOn(date) ? [] : inOrder(desk.week.filter(period => period.weekday === weekday));
}

/**
 * Why the desk is closed on a day: what it calls the day itself, the holiday's name, the week-end, or that it never
 * works on such a day. Null where it is open. Of several times that followed each other, what held as the day ended.
 */
export function closedBecause(date: string, desk: DeskTime | DeskTimes): Words | null {
  if ('length' in desk) return closedBecause(date, lastOn(date, desk));
  if (openOn(date, desk).length > 0) return null;
  const own = deskDayOn(date, desk)?.name;
  if (own !== undefined) return { en: own, fr: own };
  return holidayOn(date) ?? (weekdayOfDay(dayNumber(date)) > 5 ? weekend_words : notADayOfTheDesk);
}

/** What held as a day ended in its zone. */
const lastOn = (date: string, times: DeskTimes): DeskTime =>
  times.findLast(({ since, zone }, at) => at === 0 || since < instantOf(date, 24, 0, zone))!;

const notADayOfTheDesk: Words = { en: 'Not a working day', fr: 'Jour non ouvré' };

/** Days on which the desk is open at all; `addSchoolDays` counts by it. */
export const deskCalendar = (desk: DeskTime): SchoolCalendar => ({
  zone: desk.zone,
  closed: date => openOn(date, desk).length === 0,
  because: date => closedBecause(date, desk),
});

/** At which minute of a day the desk opens; on a day on which it is closed, the earliest of its week. */
export function opensAt(date: string, desk: DeskTime): number {
  const open = openOn(date, desk);
  return Math.min(...(open.length > 0 ? open : desk.week).map(({ from_minute }) => from_minute));
}
