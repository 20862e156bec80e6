import { moment, spanWords, type Seen } from '#sla/rules/moments.ts';
import type { DeskTime } from '#sla/rules/desk-hours.ts';
import type { Lang, Words } from '#sla/rules/words.ts';
import type { Court } from '../lifecycle.ts';
import type { Clock } from './clocks.ts';
import type { NextDue, Timed } from './due.ts';

/** The clocks in words, for the desk and for a school. */

export const clock_names: Record<Clock['clock'], Words> = {
  response: { en: 'First answer', fr: 'Première réponse' },
  next_response: { en: 'Next answer', fr: 'Réponse suivante' },
  resolution: { en: 'Solution', fr: 'Solution' },
  level2: { en: 'With Level 2', fr: 'Au niveau 2' },
  total: { en: 'From beginning to end', fr: 'Du début à la fin' },
};

/** What is promised, as the story names it. */
export const promise_names: Record<NonNullable<NextDue['due_clock']>, Words> = {
  response: { en: 'the first answer', fr: 'la première réponse' },
  next_response: { en: 'the next answer', fr: 'la réponse suivante' },
  resolution: { en: 'the solution', fr: 'la solution' },
};

/** The next deadline as a list has it: "Answer by today 15:30", "Solution late since Friday 9:10". */
export function dueWords(
  { due_at, due_clock }: NextDue,
  seen: Seen,
): { words: string; short: string; late: boolean } | null {
  if (due_at === null || due_clock === null) return null;
  const at = moment(due_at, seen).words;
  const late = due_at < seen.now;
  const what = due_clock === 'resolution' ? solution : answer;
  return {
    late,
    words: (late ? what.late(at) : what.by(at))[seen.lang],
    short: (late ? briefly.late(at) : briefly.by(at))[seen.lang],
  };
}

type Says = (at: string) => Words;
const briefly: Record<'by' | 'late', Says> = {
  by: at => ({ en: `by ${at}`, fr: `pour ${at}` }),
  late: at => ({ en: `late, ${at}`, fr: `en retard, ${at}` }),
};
const answer: Record<'by' | 'late', Says> = {
  by: at => ({ en: `Answer by ${at}`, fr: `Réponse d’ici : ${at}` }),
  late: at => ({ en: `Answer late since ${at}`, fr: `Réponse en retard depuis ${at}` }),
};
const solution: Record<'by' | 'late', Says> = {
  by: at => ({ en: `Solution by ${at}`, fr: `Solution d’ici : ${at}` }),
  late: at => ({ en: `Solution late since ${at}`, fr: `Solution en retard depuis ${at}` }),
};

/** Whose turn it is, as a school reads it. */
export const turns: Record<Court, Words> = {
  desk: { en: 'Our turn', fr: 'À nous de jouer' },
  school: { en: 'Your turn', fr: 'À vous de jouer' },
  level2: { en: 'With Level 2', fr: 'Au niveau 2' },
};

/** Of what is the school's work, as each side reads it. */
export const answer_only: Record<'school' | 'desk', Words> = {
  school: {
    en: 'The work is your school’s: an answer is promised, no solution.',
    fr: 'Le travail revient à votre école : une réponse est promise, pas une solution.',
  },
  desk: {
    en: 'The work is the school’s: an answer is promised, no solution.',
    fr: 'Le travail revient à l’école : une réponse est promise, pas une solution.',
  },
};

/** On whom it has waited, for the desk and in a sum. */
export const waited_names: Record<Court | 'closed_hours', Words> = {
  desk: { en: 'The desk', fr: 'Le bureau' },
  school: { en: 'The school', fr: 'L’école' },
  level2: { en: 'Level 2', fr: 'Le niveau 2' },
  closed_hours: { en: 'Outside of the desk’s hours', fr: 'Hors des heures du bureau' },
};

/**
 * What is promised of a clock, and how it stands: "Answer promised by Tuesday 11:30, in 2 working hours". `left`:
 * seconds of the desk's hours until then; `ended`: the ticket has.
 */
export function promiseWords(
  clock: Timed,
  { left, ended }: { left: number | null; ended: boolean },
  seen: Seen,
): string {
  const name = clock_names[clock.clock];
  const say = (en: string, fr: string) => `${name[seen.lang]}${{ en: `: ${en}`, fr: ` : ${fr}` }[seen.lang]}`;
  const at = (date: Date) => moment(date, seen).words;
  if (clock.target === null) {
    const gone =
      clock.clock === 'total'
        ? calendarWords(clock.spent, seen.lang)
        : spanWords(clock.spent / 60, seen.lang);
    return clock.running ? say(`${gone} so far`, `${gone} jusqu’ici`) : say(gone, gone);
  }
  if (clock.met) {
    return clock.late && clock.due
      ? say(
          `${at(clock.met)}, promised by ${at(clock.due)}`,
          `${at(clock.met)}, promise pour ${at(clock.due)}`,
        )
      : say(`${at(clock.met)}, in time`, `${at(clock.met)}, à temps`);
  }
  if (ended && clock.due === null) return say('ended before', 'terminé avant');
  if (!clock.running && clock.due === null)
    return say(
      `paused, ${spanWords((clock.target - clock.spent) / 60, 'en')} of the desk’s hours are left`,
      `en pause, il reste ${spanWords((clock.target - clock.spent) / 60, 'fr')} des heures du bureau`,
    );
  if (clock.due === null)
    return say('the desk’s hours never come to so much', 'les heures du bureau n’y suffisent jamais');
  if (clock.late)
    return say(`late, promised by ${at(clock.due)}`, `en retard, promise pour ${at(clock.due)}`);
  return left === null
    ? say(`promised by ${at(clock.due)}`, `promise pour ${at(clock.due)}`)
    : say(
        `promised by ${at(clock.due)}, in ${workingWords(left, 'en')}`,
        `promise pour ${at(clock.due)}, dans ${workingWords(left, 'fr')}`,
      );
}

/** A length of time by the calendar: "3 days 4 h", "40 min". */
function calendarWords(seconds: number, lang: Lang): string {
  const days = Math.floor(seconds / 86_400);
  if (days === 0) return spanWords(seconds / 60, lang);
  const hours = Math.floor((seconds - days * 86_400) / 3600);
  const named = { en: days === 1 ? '1 day' : `${days} days`, fr: days === 1 ? '1 jour' : `${days} jours` }[
    lang
  ];
  return hours === 0 ? named : `${named} ${hours} h`;
}

/** A length of the desk's hours: "2 working hours", "1 working hour and 10 minutes", "40 working minutes". */
function workingWords(seconds: number, lang: Lang): string {
  const minutes = Math.ceil(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (lang === 'en') {
    if (hours === 0) return `${rest} working minute${rest === 1 ? '' : 's'}`;
    const whole = `${hours} working hour${hours === 1 ? '' : 's'}`;
    return rest === 0 ? whole : `${whole} and ${rest} min`;
  }
  if (hours === 0) return `${rest} minute${rest < 2 ? '' : 's'} de travail`;
  const whole = `${hours} heure${hours < 2 ? '' : 's'} de travail`;
  return rest === 0 ? whole : `${whole} et ${rest} min`;
}

/** How much of a promise is used: "2 of 5 days used", "1 h 20 min of 4 h used"; days are those of the desk. */
export function usedWords({ spent, target }: Timed, desk: DeskTime, lang: Lang): string | null {
  if (target === null) return null;
  const day = minutesOfDay(desk) * 60;
  if (day > 0 && target >= 2 * day) {
    const used = Math.floor((10 * spent) / day) / 10;
    const of = Math.round((10 * target) / day) / 10;
    const number = (value: number) => (lang === 'fr' ? String(value).replace('.', ',') : String(value));
    return {
      en: `${number(used)} of ${number(of)} days used`,
      fr: `${number(used)} jour${used < 2 ? '' : 's'} sur ${number(of)}`,
    }[lang];
  }
  const [used, of] = [spanWords(Math.floor(spent / 60), lang), spanWords(target / 60, lang)];
  return { en: `${used} of ${of} used`, fr: `${used} sur ${of}` }[lang];
}

/** A day of the desk: what it is open on the days on which it opens, on average. */
function minutesOfDay({ week }: DeskTime): number {
  const days = new Set(week.map(({ weekday }) => weekday)).size;
  const minutes = week.reduce((sum, { from_minute, to_minute }) => sum + to_minute - from_minute, 0);
  return days === 0 ? 0 : minutes / days;
}
