import { convertIcsEvent, type IcsEvent, type IcsRecurrenceRule } from 'ts-ics';
import { notValid } from '../refusals.ts';

/** Reads a calendar file (RFC 5545): whole days, and what has a time of day. */

export interface FileDays {
  /** 'YYYY-MM-DD', the last one included. */
  first_day: string;
  last_day: string;
  name: string;
  /** Why it is no whole day of ours: it has a time of day, or repeats by a rule that is not read. */
  not_read: 'timed' | 'repeats' | null;
}

interface Limits {
  /** What is over before this day, or begins after that one, is not the reader's matter. */
  from: string;
  to: string;
  most_characters: number;
}

const most_events = 5_000;
/** Nobody's breaks of some years repeat so often. */
const most_repeats = 20_000;
const day_ms = 86_400_000;

/**
 * The events of a file, recurrences unrolled, in order. Refuses with not_valid (`text`) a file that is too long, one that
 * is no calendar, and one that repeats without measure: it is looked through line by line, and never further than that.
 */
export function readCalendarFile(text: string, limits: Limits): FileDays[] {
  if (text.length > limits.most_characters) throw notValid('text', tooLong);
  if (!/^\uFEFF?\s{0,100}BEGIN:VCALENDAR/i.test(text)) throw notValid('text', noCalendar);
  const left = { repeats: most_repeats };
  return blocksOf(text)
    .flatMap(block => daysOf(eventOf(block), limits, left))
    .filter(({ first_day, last_day }) => last_day >= limits.from && first_day <= limits.to)
    .sort((a, b) => a.first_day.localeCompare(b.first_day) || a.name.localeCompare(b.name));
}

/** Each event with its own lines alone, without the alarms in it. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let [lines, within]: [string[], string[]] = [[], []];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, edge, name = ''] = /^(BEGIN|END):([A-Z-]+)\s*$/i.exec(line) ?? [];
    if (edge?.toUpperCase() === 'BEGIN') within.push(name.toUpperCase());
    if (within.at(-1) === 'VEVENT') lines.push(line);
    if (edge?.toUpperCase() !== 'END') continue;
    if (within.pop() === 'VEVENT') blocks.push(lines.join('\r\n'));
    if (name.toUpperCase() === 'VEVENT') lines = [];
    if (blocks.length > most_events) throw notValid('text', tooMany);
  }
  return blocks;
}

function eventOf(block: string): IcsEvent {
  try {
    return convertIcsEvent(undefined, block);
  } catch {
    throw notValid('text', noCalendar);
  }
}

function daysOf(event: IcsEvent, { to }: Limits, left: { repeats: number }): FileDays[] {
  const { start, status, recurrenceRule: rule } = event;
  const begin = start?.date?.getTime();
  if (begin === undefined || Number.isNaN(begin) || status === 'CANCELLED') return [];
  const name = (event.summary ?? '').replace(/\s+/g, ' ').trim();
  if (start.type !== 'DATE') {
    const day = dateOf(start.local?.date.getTime() ?? begin);
    return [{ first_day: day, last_day: day, name, not_read: 'timed' }];
  }
  const length = lengthOf(event);
  const days = (at: number) => ({ first_day: dateOf(at), last_day: dateOf(at + length), name });
  if (!rule) return [{ ...days(begin), not_read: null }];
  if (!isRead(rule)) return [{ ...days(begin), not_read: 'repeats' }];
  const excepted = new Set(event.exceptionDates?.map(({ date }) => dateOf(date.getTime())));
  const all: FileDays[] = [];
  let count = 0;
  for (const at of repeated(begin, rule)) {
    if (dateOf(at) > to || at > (rule.until?.date.getTime() ?? Infinity)) break;
    if (count++ >= (rule.count ?? Infinity)) break;
    if (left.repeats-- <= 0) throw notValid('text', tooMany);
    if (!excepted.has(dateOf(at))) all.push({ ...days(at), not_read: null });
  }
  return all;
}

/** Days beside the first, in milliseconds: a whole day ends on the day after it. */
function lengthOf({ start, end, duration }: IcsEvent): number {
  const { weeks = 0, days = 0 } = duration ?? {};
  const whole = end ? (end.date.getTime() - start.date.getTime()) / day_ms : weeks * 7 + days;
  return Math.max(0, Math.ceil(whole) - 1) * day_ms;
}

const week_days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Every so many days, weeks (on some weekdays), months or years: what breaks repeat by. */
const isRead = ({ frequency, interval = 1, byDay, ...rest }: IcsRecurrenceRule): boolean =>
  ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(frequency) &&
  Number.isInteger(interval) &&
  interval > 0 &&
  (!byDay || (frequency === 'WEEKLY' && byDay.length > 0 && byDay.every(isWeekday))) &&
  Object.keys(rest).every(key => ['until', 'count', 'workweekStart'].includes(key));

const isWeekday = ({ day, occurrence }: { day: string; occurrence?: number }) =>
  occurrence === undefined && week_days.includes(day);

/** The beginnings of what repeats, without an end; a month without such a day is passed over. */
function* repeated(begin: number, { frequency, interval = 1, byDay }: IcsRecurrenceRule): Generator<number> {
  const first = new Date(begin);
  const on = byDay?.map(({ day }) => week_days.indexOf(day)) ?? [first.getUTCDay()];
  const monday = begin - ((first.getUTCDay() + 6) % 7) * day_ms;
  for (let step = 0; ; step += interval) {
    if (frequency === 'DAILY') yield begin + step * day_ms;
    else if (frequency === 'WEEKLY')
      for (let day = 0; day < 7; day++) {
        const at = monday + (step * 7 + day) * day_ms;
        if (at >= begin && on.includes((day + 1) % 7)) yield at;
      }
    else {
      const months = frequency === 'MONTHLY' ? step : step * 12;
      const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, first.getUTCDate());
      if (Number.isNaN(at)) return;
      if (new Date(at).getUTCDate() === first.getUTCDate()) yield at;
    }
  }
}

const dateOf = (at: number) => (Math.abs(at) < 8e15 ? new Date(at).toISOString().slice(0, 10) : '9999-12-31');

const tooLong = {
  en: 'The file is larger than 1 MB. Export only the calendar of days off, for a year or two.',
  fr: 'Le fichier dépasse 1 Mo. N’exportez que le calendrier des jours de congé, pour un an ou deux.',
};
const noCalendar = {
  en: 'This is not a calendar file (.ics) that can be read.',
  fr: 'Ce n’est pas un fichier de calendrier (.ics) lisible.',
};
const tooMany = {
  en: 'The file has more days than a calendar of days off, perhaps by something that repeats without measure.',
  fr: 'Le fichier compte plus de jours qu’un calendrier de congés, peut-être par une répétition démesurée.',
};
