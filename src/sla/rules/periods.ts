import { clockWords, dayAndMonth, moment, type Seen } from './moments.ts';
import { weekday_names } from './words.ts';
import { localDay, localTime } from './zones.ts';

/**
 * A stretch of time in words, in the zone of who looks: "since today 9:10", "from Friday 17:00",
 * "Friday 27 November, 17:00 to 19:00", "Friday 27 November 17:00 to Sunday 29 November 12:00". A day is named with
 * its date, since a stretch that is announced weeks ahead must not be taken for the next Friday.
 */
export function periodWords(from: Date, to: Date | null, seen: Seen): string {
  if (!to) return openEnd(from, seen);
  const [begin, end] = [clockOf(from, seen), clockOf(to, seen)];
  const day = dayOf(from, seen);
  if (localDay(from, seen.zone) === localDay(to, seen.zone))
    return { en: `${day}, ${begin} to ${end}`, fr: `${day}, de ${begin} à ${end}` }[seen.lang];
  const until = dayOf(to, seen);
  return { en: `${day} ${begin} to ${until} ${end}`, fr: `${day} ${begin} – ${until} ${end}` }[seen.lang];
}

function openEnd(from: Date, seen: Seen): string {
  const { words } = moment(from, seen);
  const begun = { en: `since ${words}`, fr: `depuis ${words}` };
  const to_come = { en: `from ${words}`, fr: `à partir de ${words}` };
  return (from <= seen.now ? begun : to_come)[seen.lang];
}

const clockOf = (at: Date, { zone }: Seen): string => clockWords(localTime(at, zone));

/** "today", or "Friday 27 November" with the year where it is another. */
function dayOf(at: Date, { now, zone, lang }: Seen): string {
  if (localDay(at, zone) === localDay(now, zone)) return { en: 'today', fr: 'aujourd’hui' }[lang];
  const local = localTime(at, zone);
  const words = `${weekday_names[lang][local.weekday - 1]} ${dayAndMonth(local, lang)}`;
  return local.year === localTime(now, zone).year ? words : `${words} ${local.year}`;
}
