import type { Lang, Words } from '#platform/schemas.ts';
import { dateOfDay, weekdayOfDay } from '#sla/rules/dates.ts';
import { dateWords, dayAndMonth, moment, type Seen } from '#sla/rules/moments.ts';
import { hoursWords, type WorkPeriod } from '#sla/rules/week.ts';
import { weekday_names } from '#sla/rules/words.ts';
import type { AbsentDays, Away } from './away.ts';

/** Hours and absences as a person of the desk reads them. */

export const away_word: Words = { en: 'away', fr: 'en absence' };
export const has_left: Words = { en: 'has left', fr: 'a quitté le bureau' };

/** "away until Thursday 8:00", in the zone of who reads. */
export function awayWords({ until }: Away, seen: Seen): string {
  if (!until) return away_word[seen.lang];
  const { words } = moment(until, seen);
  return { en: `away until ${words}`, fr: `de retour ${words}` }[seen.lang];
}

/** "today from noon", "Thursday to 3 December", "3 December until noon". */
export function absenceWords({ from_date, from_noon, to_date, to_noon }: AbsentDays, seen: Seen): string {
  const words = { en: absence_in_english, fr: absence_in_french }[seen.lang];
  const [first, last] = [dateWords(from_date, seen), dateWords(to_date, seen)];
  const from = from_noon ? `${first} ${words.from_noon}` : first;
  const to = to_noon ? `${last} ${words.until_noon}` : last;
  return from_date === to_date ? (to_noon ? to : from) : words.range(from, to);
}

const absence_in_english = {
  from_noon: 'from noon',
  until_noon: 'until noon',
  range: (from: string, to: string) => `${from} to ${to}`,
};
const absence_in_french = {
  from_noon: 'dès midi',
  until_noon: 'jusqu’à midi',
  range: (from: string, to: string) => `de ${from} à ${to}`,
};

const dayMonth = (day: number, lang: Lang): string => {
  const [, month, date] = dateOfDay(day).split('-').map(Number) as [number, number, number];
  return dayAndMonth({ month, day: date }, lang);
};

/** A day of the rota (a day number): "Monday 23 November". Never "today", which would not tell it from the others. */
export const rotaDayWords = (day: number, lang: Lang): string =>
  `${weekday_names[lang][weekdayOfDay(day) - 1]} ${dayMonth(day, lang)}`;

/** "23 November to 6 December". */
export const spanOfDays = (first: number, last: number, lang: Lang): string =>
  `${dayMonth(first, lang)} ${{ en: 'to', fr: 'au' }[lang]} ${dayMonth(last, lang)}`;

const any_time: Words = {
  en: 'No hours told: counts as there at any time',
  fr: 'Sans horaire : toujours présent',
};

/** The hours of somebody's week in words; none are any time. */
export const personHoursWords = (hours: readonly WorkPeriod[], lang: Lang): string =>
  hours.length === 0 ? any_time[lang] : hoursWords(hours, lang);
