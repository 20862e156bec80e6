import { dateOfDay, dayNumber } from './dates.ts';
import { first_desk_times, type DeskDays, type DeskTime, type DeskTimes } from './desk-hours.ts';
import { localDate } from './zones.ts';

/** Days of a desk's own as they were told: from when on it was known, and from when on no more. */
export interface ToldDays extends DeskDays {
  told_at: Date;
  taken_back_at: Date | null;
}

/**
 * The series that follows from when the desk said its week, and from the days that it told. A day that was told before
 * it began is as if it had always been known; one that was told, or taken back, while it went on counts from then on or
 * until then; one that was taken back before it began never was. So what was measured stays.
 */
export function deskSeries(said: DeskTimes, told: readonly ToldDays[]): DeskTimes {
  const weeks = [...first_desk_times, ...said];
  const days = told.flatMap(each => heldDays(each, weeks));
  const cuts = days.flatMap(({ from, to }) => [from, to]).filter(at => at !== null);
  const sinces = [...new Set([...weeks.slice(1).map(({ since }) => since.getTime()), ...cuts])];
  return [0, ...sinces.sort((a, b) => a - b)].map(since => {
    const { zone, week } = weekAt(since, weeks);
    const holding = days.filter(({ from, to }) => (from ?? since) <= since && since < (to ?? Infinity));
    return { zone, week, days: holding.map(({ day }) => day), since: new Date(since) };
  });
}

interface HeldDay {
  day: DeskDays;
  /** The instants from which on and until which it counts; null: from ever, for ever. */
  from: number | null;
  to: number | null;
}

/** Day by day, since the day on which it was told or taken back is cut. */
function heldDays({ first_day, last_day, name, hours, ...told }: ToldDays, weeks: DeskTimes): HeldDay[] {
  const on = (at: Date) => localDate(at, weekAt(at.getTime(), weeks).zone);
  const told_on = on(told.told_at);
  const taken_on = told.taken_back_at && on(told.taken_back_at);
  const held: HeldDay[] = [];
  for (let number = dayNumber(first_day); number <= dayNumber(last_day); number++) {
    const date = dateOfDay(number);
    if (date < told_on || (taken_on !== null && taken_on < date)) continue;
    held.push({
      day: { first_day: date, last_day: date, name, hours },
      from: told_on === date ? told.told_at.getTime() : null,
      to: taken_on === date ? told.taken_back_at!.getTime() : null,
    });
  }
  return held;
}

const weekAt = (at: number, weeks: DeskTimes): DeskTime =>
  weeks.findLast(({ since }, place) => place === 0 || since.getTime() <= at)!;
