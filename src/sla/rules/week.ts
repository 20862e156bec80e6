import { weekday_names, type Lang } from './words.ts';

/** The hours of a week, of a person or of a desk, by the clock on the wall. */

/** A stretch of one weekday (1 Monday to 7 Sunday), in minutes of the day on the wall's clock; 1440 is midnight. */
export interface WorkPeriod {
  weekday: number;
  from_minute: number;
  to_minute: number;
}

/** In the order of the week. */
export const inOrder = (week: readonly WorkPeriod[]): WorkPeriod[] =>
  [...week].sort((a, b) => a.weekday - b.weekday || a.from_minute - b.from_minute);

/** Minutes of a day on which something is open, without a day. */
export type Stretch = Omit<WorkPeriod, 'weekday'>;

/** The same minutes in order, each once: what lies over another or begins where it ends becomes one with it. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { from_minute, to_minute } of [...stretches].sort((a, b) => a.from_minute - b.from_minute)) {
    const last = all.at(-1);
    if (from_minute >= to_minute) continue;
    if (last && last.to_minute >= from_minute) last.to_minute = Math.max(last.to_minute, to_minute);
    else all.push({ from_minute, to_minute });
  }
  return all;
}

/** Whether each stretch ends after it begins, and none of a day lies over another. */
export const isWeek = (week: readonly WorkPeriod[]): boolean =>
  inOrder(week).every(({ weekday, from_minute, to_minute }, at, all) => {
    const before = all[at - 1];
    return from_minute < to_minute && !(before?.weekday === weekday && before.to_minute > from_minute);
  });

export const not_a_week = {
  en: 'Each stretch must end after it begins, and two of a day must not overlap.',
  fr: 'Chaque plage doit finir après son début, et deux plages d’un jour ne peuvent se chevaucher.',
};

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** "8:00–12:00 and 13:00–16:00", for stretches in order. */
export const stretchWords = (stretches: readonly Stretch[], lang: Lang): string =>
  stretches
    .map(({ from_minute, to_minute }) => `${clock(from_minute)}–${clock(to_minute)}`)
    .join(lang === 'en' ? ' and ' : ' et ');

/** "Monday to Wednesday 8:00–12:00, Friday 8:00–16:00": days in a row with the same hours stand together. */
export function hoursWords(hours: readonly WorkPeriod[], lang: Lang): string {
  const runs: { first: number; last: number; times: string }[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const times = stretchWords(
      inOrder(hours).filter(period => period.weekday === weekday),
      lang,
    );
    const run = runs.at(-1);
    if (times === '') continue;
    if (run && run.last === weekday - 1 && run.times === times) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, times });
  }
  return runs.map(run => `${daysWords(run, lang)} ${run.times}`).join(', ');
}

function daysWords({ first, last }: { first: number; last: number }, lang: Lang): string {
  const name = (weekday: number) => weekday_names[lang][weekday - 1]!;
  if (first === last) return name(first);
  return { en: `${name(first)} to ${name(last)}`, fr: `${name(first)} à ${name(last)}` }[lang];
}
