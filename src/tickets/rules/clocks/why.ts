import { closedBecause, type DeskTimes } from '#sla/rules/desk-hours.ts';
import { openStretches } from '#sla/rules/open-time.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { daysWords, exactSpanWords, type Seen } from '#sla/rules/moments.ts';
import { periodWords } from '#sla/rules/periods.ts';
import type { Lang, Words } from '#sla/rules/words.ts';
import { instantOf, localDay } from '#sla/rules/zones.ts';
import { isOpen, type State } from '../lifecycle.ts';
import type { Clock, Stretch } from './clocks.ts';
import type { Mark } from './mark.ts';

/** Why a clock says what it says (N6): a line for each interval, which together come to exactly what it has counted. */

export interface WhyLine {
  kind: 'counted' | 'closed' | 'paused';
  from: Date;
  /** Null while it goes on. */
  to: Date | null;
  /** Of the desk's hours, what counted: 0 where nothing did. */
  seconds: number;
  words: string;
}

interface Reading {
  clock: Pick<Clock, 'stretches' | 'met'>;
  marks: readonly Mark[];
  times: DeskTimes;
  seen: Seen;
}

export function whyOf({ clock, marks, times, seen }: Reading): WhyLine[] {
  const lines: WhyLine[] = [];
  clock.stretches.forEach((stretch, place) => {
    const before = clock.stretches[place - 1];
    if (before?.to) lines.push(...paused({ from: before.to, to: stretch.from }, marks, seen));
    lines.push(...running(stretch, times, seen));
  });
  const last = clock.stretches.at(-1)?.to;
  // What is met, or over with its ticket, waits for nothing.
  if (last && clock.met === null && isOpen(marks.at(-1)!.state))
    lines.push(...paused({ from: last, to: null }, marks, seen));
  return lines;
}

const waits: Partial<Record<State, Words>> = {
  waiting_school: { en: 'waiting for the school, paused', fr: 'en attente de l’école, en pause' },
  waiting_l2: { en: 'with Level 2, paused', fr: 'au niveau 2, en pause' },
  scheduled: { en: 'planned for a day, paused', fr: 'planifié pour une date, en pause' },
  resolved: { en: 'solved, until it was opened again', fr: 'réglé, jusqu’à sa réouverture' },
  closed: { en: 'closed, until it was opened again', fr: 'fermé, jusqu’à sa réouverture' },
  cancelled: { en: 'withdrawn, until it was brought back', fr: 'retiré, jusqu’à son retour' },
};
const not_counted: Words = { en: 'not counted', fr: 'non compté' };

/** Between two stretches nothing counts: a line for each state in which the ticket stood there, one after the other. */
function paused({ from, to }: Stretch, marks: readonly Mark[], seen: Seen): WhyLine[] {
  const stood = marks.filter(({ at }) => at <= from).at(-1);
  const during = marks.filter(({ at }) => at > from && (to === null || at < to));
  const changes = [{ at: from, state: stood?.state }, ...during].filter(
    ({ state }, place, all) => state !== all[place - 1]?.state,
  );
  return changes.map(({ at, state }, place): WhyLine => {
    const until = changes[place + 1]?.at ?? to;
    const why = (state && waits[state]) ?? not_counted;
    const words = said(periodWords(at, until, seen), why[seen.lang], seen);
    return { kind: 'paused', from: at, to: until, seconds: 0, words };
  });
}

/** A stretch day by day of the desk; days on end that were alike stand in one line. */
function running({ from, to }: Stretch, times: DeskTimes, seen: Seen): WhyLine[] {
  const until = to ?? seen.now;
  const { zone } = times.at(-1)!;
  const lines: (WhyLine & { days: [first: string, last: string]; name: Words | null })[] = [];
  for (let day = localDay(from, zone); day <= localDay(until, zone); day++) {
    const date = dateOfDay(day);
    const begins = later(from, instantOf(date, 0, 0, zone));
    const ends = earlier(until, instantOf(date, 24, 0, zone));
    const open = openStretches(begins, ends, times);
    const name = open.length > 0 ? null : closedBecause(date, times);
    const last = lines.at(-1);
    if (open.length > 0) {
      const seconds = open.reduce((sum, part) => sum + (part.to.getTime() - part.from.getTime()) / 1000, 0);
      lines.push({
        kind: 'counted',
        from: open[0]!.from,
        to: open.at(-1)!.to,
        seconds,
        words: '',
        days: [date, date],
        name,
      });
    } else if (name && last?.name?.en === name.en) {
      last.days[1] = date;
      last.to = ends;
    } else if (name)
      lines.push({ kind: 'closed', from: begins, to: ends, seconds: 0, words: '', days: [date, date], name });
  }
  if (lines.length === 0) return [closedYet(from, to, seen)];
  return lines.map(({ days, name, ...line }) => ({
    ...line,
    words: name ? closedWords(days, name, seen) : countedWords(line, seen),
  }));
}

/** It runs, and the desk has not been open since: asked in the evening, nothing counts before the morning. */
const closedYet = (from: Date, to: Date | null, seen: Seen): WhyLine => {
  const when = periodWords(from, to, seen);
  const words = said(
    when,
    { en: 'outside of the desk’s hours', fr: 'hors des heures du bureau' }[seen.lang],
    seen,
  );
  return { kind: 'closed', from, to, seconds: 0, words };
};

const countedWords = ({ from, to, seconds }: WhyLine, seen: Seen): string => {
  const span = exactSpanWords(seconds, seen.lang);
  return said(periodWords(from, to, seen), { en: `counted ${span}`, fr: `compté ${span}` }[seen.lang], seen);
};

const closedWords = ([first, last]: [string, string], name: Words, seen: Seen): string =>
  said(daysWords(first, last, seen), `${name[seen.lang]}, ${{ en: 'closed', fr: 'fermé' }[seen.lang]}`, seen);

const said = (when: string, what: string, { lang }: Seen): string =>
  `${when}${{ en: ':', fr: ' :' }[lang]} ${what}`;

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** What the lines come to: "Together 5 h 20 min of 24 h". */
export function togetherWords(seconds: number, target: number | null, lang: Lang): string {
  const spent = exactSpanWords(seconds, lang);
  if (target === null) return { en: `Together ${spent}`, fr: `En tout ${spent}` }[lang];
  const of = exactSpanWords(target, lang);
  return { en: `Together ${spent} of ${of}`, fr: `En tout ${spent} sur ${of}` }[lang];
}
