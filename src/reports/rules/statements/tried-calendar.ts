import type { Words } from '#platform/schemas.ts';
import { already, areHours, objectionToLength, overlap } from '#sla/rules/days-told.ts';
import { type DeskDays, type DeskTime, type DeskTimes } from '#sla/rules/desk-hours.ts';
import { dayNumber, weekdayOfDay } from '#sla/rules/dates.ts';
import { holidayOn } from '#sla/rules/holidays.ts';
import { inOrder, isWeek, not_a_week, type WorkPeriod } from '#sla/rules/week.ts';

/** Another calendar of the desk, as if it had always held. */

export interface TriedCalendar {
  week: readonly WorkPeriod[] | null;
  /** Days of the desk's own, beside those that stand or in their place; null: as they stand. */
  days: { how: 'added' | 'instead'; days: readonly DeskDays[] } | null;
  /** Statutory holidays ('YYYY-MM-DD') on which the desk works as on any such weekday. */
  worked: readonly string[];
}

/** What of it cannot be: the field, and why; undefined where nothing is wrong. */
export function objectionToCalendar({
  week,
  days,
  worked,
}: TriedCalendar): { field: string; sentence: Words } | undefined {
  if (week && !isWeek(week)) return { field: 'week', sentence: not_a_week };
  const tried = days?.days ?? [];
  for (const [at, one] of tried.entries()) {
    const wrong = objectionToLength(one);
    if (wrong) return { field: 'days', sentence: named(one.name, wrong.sentence) };
    if (one.hours.length > 0 && !areHours(one.hours))
      return { field: 'days', sentence: named(one.name, not_a_week) };
    const other = tried.slice(0, at).find(each => overlap(each, one));
    if (other) return { field: 'days', sentence: named(one.name, already(other.name)) };
  }
  return worked.every(date => holidayOn(date)) ? undefined : { field: 'worked', sentence: no_holiday };
}

/**
 * The desk's times by it. A tried day goes before a holiday that is worked, and that before a day that stands. Where
 * nothing is tried they are what they were.
 */
export function triedTimes(times: DeskTimes, { week, days, worked }: TriedCalendar): DeskTimes {
  if (!week && !days && worked.length === 0) return times;
  return times.map(time => {
    const held = week ? inOrder(week) : time.week;
    return {
      ...time,
      week: held,
      days: [
        ...(days?.days ?? []).map(each => ({ ...each, hours: inTurn(each.hours) })),
        ...worked.map(date => workedOn(date, held)),
        ...(days?.how === 'instead' ? [] : (time.days ?? [])),
      ],
    };
  });
}

const inTurn = (hours: DeskDays['hours']): DeskDays['hours'] =>
  [...hours].sort((a, b) => a.from_minute - b.from_minute);

/** A holiday as its weekday is; closed where the desk never works on such a day. */
function workedOn(date: string, week: DeskTime['week']): DeskDays {
  const weekday = weekdayOfDay(dayNumber(date));
  const hours = inOrder(week.filter(period => period.weekday === weekday)).map(
    ({ from_minute, to_minute }) => ({ from_minute, to_minute }),
  );
  return { first_day: date, last_day: date, name: holidayOn(date)!.en, hours };
}

const named = (name: string, { en, fr }: Words): Words => ({ en: `${name}: ${en}`, fr: `${name} : ${fr}` });
const no_holiday = {
  en: 'Only statutory holidays can be worked.',
  fr: 'Seuls les jours fériés peuvent être travaillés.',
};
