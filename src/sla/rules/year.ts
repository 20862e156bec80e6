import { dateOfDay, dayNumber, weekdayOfDay } from './dates.ts';
import type { CalendarYear } from './days-told.ts';
import type { DeskDays } from './desk-hours.ts';
import { holidayOn } from './holidays.ts';
import { dayAndMonth, type Seen } from './moments.ts';
import { stretchWords } from './week.ts';
import { weekday_names } from './words.ts';
import { localDate } from './zones.ts';

/** A year in which some days are a desk's or a school's own and others are holidays; the own ones go before. */
export function yearOf(
  year: number,
  { open_weekdays, own }: { open_weekdays: readonly number[]; own: readonly DeskDays[] },
  seen: Seen,
): CalendarYear {
  const days: CalendarYear['days'] = [];
  const first = dayNumber(`${year}-01-01`);
  for (let day = first; day < dayNumber(`${year + 1}-01-01`); day++) {
    const date = dateOfDay(day);
    const told = own.find(({ first_day, last_day }) => first_day <= date && date <= last_day);
    const holiday = holidayOn(date)?.[seen.lang];
    const open = open_weekdays.includes(weekdayOfDay(day));
    // In a break nobody marks the week-end; open hours on one are worth a mark.
    if (told && (open || told.hours.length > 0))
      days.push({ ...dayOf(date, seen), name: told.name, ...hoursOf(told, seen) });
    else if (holiday !== undefined)
      days.push({ ...dayOf(date, seen), name: holiday, kind: 'holiday', hours: null });
  }
  return { year, today: localDate(seen.now, seen.zone), open_weekdays: [...open_weekdays], days };
}

const hoursOf = ({ hours }: DeskDays, { lang }: Seen) =>
  hours.length > 0
    ? { kind: 'hours' as const, hours: stretchWords(hours, lang) }
    : { kind: 'closed' as const, hours: null };

function dayOf(date: string, { lang }: Seen) {
  const [month, day] = date.slice(5).split('-').map(Number) as [number, number];
  const weekday = weekday_names[lang][weekdayOfDay(dayNumber(date)) - 1]!;
  return { date, words: `${weekday} ${dayAndMonth({ month, day }, lang)}` };
}
