import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import type { Lang } from '#platform/schemas.ts';
import { exactSpanWords, moment, spanWords } from '#sla/rules/moments.ts';
import type { DeskTime } from '#sla/rules/desk-hours.ts';
import type { Promised, PromisedClock } from '#sla/rules/targets.ts';
import { hoursWords } from '#sla/rules/week.ts';
import { zoneLabel } from '#sla/rules/zones.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { waited_names } from '#tickets/rules/clocks/words.ts';
import { daysText } from '#tickets/rules/lists/ranges.ts';
import { en as tickets_en } from '#tickets/rules/words/en.ts';
import { fr as tickets_fr } from '#tickets/rules/words/fr.ts';
import { daysOfMonth, monthWords } from '../../rules/statements/months.ts';
import {
  prioritiesOf,
  shareOf,
  type Kept as Counted,
  type Numbers,
  type Promises,
  type Slice as CountedSlice,
} from '../../rules/statements/numbers.ts';
import { volumes, type Breach } from '../../rules/statements/part.ts';
import { reasonWords } from '../../rules/statements/reasons.ts';
import type { BreachShown, Kept, Length, Slice, Statement } from '../../rules/statements/statement.ts';
import { en } from '../../rules/statements/words/en.ts';
import { fr } from '../../rules/statements/words/fr.ts';

/** Kept numbers as somebody reads them: names, words, and the lists that hold their tickets today. */

export const wordsIn = (lang: Lang) => ({ en, fr })[lang];
const called = (lang: Lang) => ({ en: tickets_en, fr: tickets_fr })[lang];

export const percentWords = (share: number, lang: Lang): string => {
  const percent = Math.floor(1000 * share) / 10;
  return { en: `${percent}%`, fr: `${String(percent).replace('.', ',')} %` }[lang];
};

const length = (seconds: number, lang: Lang): Length => ({ seconds, words: exactSpanWords(seconds, lang) });
/** A time of the desk, of which nobody needs the seconds. */
const about = (seconds: number | null, lang: Lang): Length | null =>
  seconds === null ? null : { seconds, words: spanWords(seconds / 60, lang) };

export function keptShown(counted: Counted, lang: Lang): Kept {
  const { in_time, late, met, median, ninth } = counted;
  const share = shareOf(counted);
  const words = wordsIn(lang);
  return {
    ...{ in_time, late, share, met },
    share_words:
      share === null ? words.none : words.share_of(percentWords(share, lang), in_time, in_time + late),
    median: about(median, lang),
    ninth: about(ninth, lang),
  };
}

export const promisesShown = ({ response, resolution }: Promises, lang: Lang) => ({
  response: keptShown(response, lang),
  resolution: keptShown(resolution, lang),
});

type Query = Record<string, string>;

export function sliceShown(
  { opened, solved, ...promises }: CountedSlice,
  { key, name, query }: Pick<Slice, 'key' | 'name' | 'query'>,
  lang: Lang,
): Slice {
  return { key, name, opened, solved, query, ...promisesShown(promises, lang) };
}

/** What was opened in a month, as the desk's list asks for it; a school has no such list. */
const openedIn = (ctx: Ctx, month: string, more: Query): Query | null => {
  const { first, last } = daysOfMonth(month);
  return ctx.who.side === 'school'
    ? null
    : { state: 'all', opened: daysText(first, last), inside: 'no', ...more };
};

export interface Found {
  month: string;
  school: { id: number; name: string } | null;
  /** When it was closed; null of the month that runs. */
  closed_at: Date | null;
  numbers: Numbers;
  /** What was promised, of the versions that it was measured by, and the desk's hours at the end. */
  promises: readonly Promised[];
  desk: Pick<DeskTime, 'zone' | 'week'>;
  breaches: readonly BreachShown[];
  breach_count: number;
  before: readonly { month: string; numbers: Numbers }[];
  schools: readonly { id: number; name: string; numbers: Numbers }[];
}

export function statementShown(ctx: Ctx, found: Found): Statement {
  const { lang, now } = ctx;
  const { month, school, closed_at, numbers, promises, desk } = found;
  const words = wordsIn(lang);
  const names = called(lang);
  const seen = { now, zone: ctx.who.zone, lang };
  const of: Query = school ? { school: String(school.id) } : {};
  const goals = promises.toSorted((a, b) => a.version - b.version).at(-1)?.goals;
  const whole = Object.values(numbers.waited).reduce((sum, seconds) => sum + seconds, 0);
  const clock = (name: PromisedClock) => ({
    ...keptShown(numbers.clocks[name], lang),
    name: words.clocks[name],
    goal: goals?.[name] ?? null,
    goal_words: goals ? words.goal(percentWords(goals[name], lang)) : null,
  });
  const took = (name: PromisedClock) =>
    numbers.took[name].map((count, place) => ({ name: words.took[name][place]!, count }));
  return {
    month,
    name: monthWords(month, lang),
    closed: closed_at && moment(closed_at, seen),
    as_of: moment(closed_at ?? now, seen),
    school,
    volumes: volumes.map(key => ({
      key,
      name: words.volumes[key],
      count: numbers.volumes[key],
      query: key === 'opened' ? openedIn(ctx, month, of) : null,
    })),
    answered: numbers.answered === undefined ? null : { name: words.answered, count: numbers.answered },
    clocks: { response: clock('response'), resolution: clock('resolution') },
    took: { response: took('response'), resolution: took('resolution') },
    by_priority: prioritiesOf(numbers).map(key =>
      sliceShown(
        numbers.by_priority[key]!,
        { key, name: names.priorities[key], query: openedIn(ctx, month, { ...of, priority: key }) },
        lang,
      ),
    ),
    by_category: category_ids
      .filter(key => numbers.by_category[key])
      .map(key =>
        sliceShown(
          numbers.by_category[key]!,
          { key, name: names.categories[key], query: openedIn(ctx, month, { ...of, category: key }) },
          lang,
        ),
      )
      .sort((a, b) => b.opened - a.opened || b.solved - a.solved),
    waited: (Object.keys(waited_names) as (keyof typeof waited_names)[]).map(on => ({
      on,
      name: waited_names[on][lang],
      ...length(numbers.waited[on], lang),
      percent: whole === 0 ? 0 : Math.round((100 * numbers.waited[on]) / whole),
    })),
    waited_together: length(whole, lang),
    breaches: [...found.breaches],
    breach_count: found.breach_count,
    before: found.before.map(each => ({
      month: each.month,
      name: monthWords(each.month, lang),
      opened: each.numbers.volumes.opened,
      solved: each.numbers.volumes.solved,
      ...promisesShown(each.numbers.clocks, lang),
    })),
    schools: found.schools.map(each => ({
      ...promisesShown(each.numbers.clocks, lang),
      key: String(each.id),
      name: each.name,
      opened: each.numbers.volumes.opened,
      solved: each.numbers.volumes.solved,
      query: openedIn(ctx, month, { school: String(each.id) }),
    })),
    agreements: numbers.agreements,
    hours: `${hoursWords(desk.week, lang)}, ${zoneLabel(desk.zone)[lang]}`,
  };
}

/** A broken promise in words, with its ticket as it is called today. */
export function breachShown(
  ctx: Ctx,
  breach: Breach,
  ticket: { subject: string; school: string },
): BreachShown {
  const { number, clock, priority, category, due, met, spent, target, reason } = breach;
  const { lang } = ctx;
  const seen = seenBy(ctx);
  const words = wordsIn(lang);
  const over = (met ? words.met_late : words.not_met)(
    exactSpanWords(spent, lang),
    exactSpanWords(target, lang),
  );
  return {
    ...{ number, subject: ticket.subject, school: ticket.school, clock, priority },
    clock_name: words.clocks[clock],
    category: called(lang).categories[category],
    due: moment(due, seen),
    met: met && moment(met, seen),
    spent: length(spent, lang),
    target: length(target, lang),
    reason: `${over} ${reasonWords(reason, lang)}`.trim(),
  };
}

/** All that a statement counts, in its order. */
export const counted = ({ volumes: all, answered }: Statement): { name: string; count: number }[] =>
  answered ? [...all, answered] : all;
