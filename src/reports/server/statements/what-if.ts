import { deskTime, deskTimes } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { promises } from '#agreements/server/agreements.ts';
import { notValid } from '#platform/refusals.ts';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import type { Promised } from '#sla/rules/targets.ts';
import { daysWords, exactSpanWords } from '#sla/rules/moments.ts';
import { openSeconds } from '#sla/rules/open-time.ts';
import { stretchWords } from '#sla/rules/week.ts';
import { instantOf, localDay } from '#sla/rules/zones.ts';
import { tickets } from '#tickets/server/listed.ts';
import { monthAfter, monthOf } from '../../rules/statements/months.ts';
import type { Measure } from '../../rules/statements/part.ts';
import type { Tried, Trying, TryingFrom } from '../../rules/statements/statement.ts';
import {
  objectionToCalendar,
  triedTimes,
  type TriedCalendar,
} from '../../rules/statements/tried-calendar.ts';
import { compare, noComparison } from '../../rules/statements/what-if.ts';
import { measureNow, readLot } from './reading.ts';
import { countOfSpan } from './store.ts';

/** Other targets, hours or days, tried on tickets that were. A lot at a time is answered, and nothing is kept. */

const longest_days = 2 * 366;

/** What is promised and when the desk works today, and the last three months that are over: to begin a trial with. */
export async function tryFrom({ db, now, lang }: Ctx): Promise<TryingFrom> {
  const { week, zone, days = [] } = await deskTime(db);
  const newest = [...(await promises(db)).values()].toSorted((a, b) => a.version - b.version).at(-1)!;
  const running = monthOf(now, await deskTimes(db));
  const first = monthAfter(running, -3);
  const until = Math.min(dayNumber(`${running}-01`) - 1, localDay(now, zone));
  return {
    ...{ targets: newest.targets, week: [...week], from: `${first}-01`, until: dateOfDay(until) },
    days: days.map(({ hours, ...each }) => ({
      ...each,
      words: daysWords(each.first_day, each.last_day, { now, zone, lang }),
      hours: hours.length > 0 ? stretchWords(hours, lang) : null,
    })),
  };
}

/** Tries it on the next lot of tickets of the span, after one of them. Refuses not_valid. */
export async function tryOn(ctx: Ctx, trying: Trying): Promise<Tried> {
  const { from, until, targets, week, days, worked, after } = trying;
  if (until < from) throw notValid('until', ends_before);
  if (dayNumber(until) - dayNumber(from) > longest_days) throw notValid('from', too_long);
  const wrong = objectionToCalendar({ week, days, worked });
  if (wrong) throw notValid(wrong.field, wrong.sentence);
  const { db, now, lang } = ctx;
  const was = await measureNow(db);
  const { zone } = was.times.at(-1)!;
  const end = instantOf(until, 24, 0, zone);
  const span = { from: instantOf(from, 0, 0, zone), to: end < now ? end : now };
  if (span.to <= span.from) throw notValid('from', not_yet);
  const seen = visibleTo(ctx, tickets.school_id);
  const { lot, next } = await readLot(db, seen, { span, after });
  const openIn = ({ times }: Measure) => {
    const seconds = openSeconds(span.from, span.to, times);
    return { seconds, words: exactSpanWords(seconds, lang) };
  };
  const comparison = noComparison();
  const would = triedOn(was, { targets, week, days, worked });
  for (const told of lot) compare(comparison, told, span, { was, would });
  return {
    comparison,
    done: lot.length,
    total: after === 0 ? await countOfSpan(db, seen, span) : 0,
    next,
    open: after === 0 ? { was: openIn(was), would: openIn(would) } : null,
  };
}

/** Every version promises the tried targets; the tried calendar held at all times. */
function triedOn(was: Measure, { targets, ...calendar }: Pick<Trying, 'targets'> & TriedCalendar): Measure {
  const promised = ([version, each]: [number, Promised]): [number, Promised] => [
    version,
    targets ? { ...each, targets } : each,
  ];
  return { promises: new Map([...was.promises].map(promised)), times: triedTimes(was.times, calendar) };
}

const ends_before = {
  en: 'The last day must not be before the first.',
  fr: 'Le dernier jour ne peut précéder le premier.',
};
const too_long = { en: 'At most two years at once.', fr: 'Deux ans au plus à la fois.' };
const not_yet = {
  en: 'The first day must be in the past.',
  fr: 'Le premier jour doit être passé.',
};
