import type { Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { openSeconds } from '#sla/rules/open-time.ts';
import { exactSpanWords, moment } from '#sla/rules/moments.ts';
import {
  answer_only,
  promiseWords,
  clock_names,
  turns,
  usedWords,
  waited_names,
} from '../../rules/clocks/words.ts';
import type { Timed } from '../../rules/clocks/due.ts';
import type { ClockRead, Clocks } from '../../rules/clocks/schemas.ts';
import { waitedOf } from '../../rules/clocks/waited.ts';
import { togetherWords, whyOf } from '../../rules/clocks/why.ts';
import { courtOf } from '../../rules/lifecycle.ts';
import { seenBy } from '../shapes.ts';
import { selectTicket } from '../views.ts';
import { readClocks, readLedgers, type Circumstances } from './keeping.ts';
import type { Ledger } from './store.ts';

/** The clocks of a ticket, as whoever may see it reads them. A ticket inside has none. Refuses not_found. */
export async function clocksOn(ctx: Ctx, number: number): Promise<Clocks> {
  if (!(await selectTicket(ctx, number))) throw notFound();
  const { ledgers, circumstances } = await readLedgers(ctx.db, [number]);
  const [ledger] = ledgers;
  if (!ledger) throw notFound();
  const { lang, now } = ctx;
  const court = courtOf(ledger.state);
  const clocks = readClocks(ledger, circumstances, now).filter(worthTelling);
  const waited = Object.entries(waitedOf(ledger.marks, circumstances.times, now)) as [
    keyof typeof waited_names,
    number,
  ][];
  return {
    court,
    turn: court && (ctx.who.side === 'school' ? turns[court][lang] : waited_names[court][lang]),
    agreement: ledger.inside ? null : ledger.agreement,
    only: !ledger.inside && ledger.promised === 'answer' ? answer_only[ctx.who.side][lang] : null,
    clocks: clocks.map(clock => readOf(ctx, { ledger, circumstances, clock })),
    waited: ledger.inside
      ? []
      : waited.map(([on, seconds]) => ({
          on,
          name: waited_names[on][lang],
          seconds,
          words: exactSpanWords(seconds, lang),
        })),
  };
}

/** Of the next answers the last, unless one before it was late; of a solution that nobody promised, when there is one. */
const worthTelling = (
  { clock, late, met, promised }: Timed,
  place: number,
  all: readonly Timed[],
): boolean =>
  clock === 'resolution'
    ? promised === 'whole' || met !== null
    : clock !== 'next_response' || late || all[place + 1]?.clock !== 'next_response';

interface Read {
  ledger: Ledger;
  circumstances: Circumstances;
  clock: Timed;
}

function readOf(ctx: Ctx, { ledger, circumstances: { times }, clock }: Read): ClockRead {
  const seen = seenBy(ctx);
  const { lang, now } = ctx;
  const { spent, target, due, met } = clock;
  const at = (instant: Date | null) => instant && moment(instant, seen);
  const left = due && !met && due > now ? openSeconds(now, due, times) : null;
  const lines = clock.clock === 'total' ? [] : whyOf({ clock, marks: ledger.marks, times, seen });
  return {
    clock: clock.clock,
    round: clock.round,
    name: clock_names[clock.clock][lang],
    words: promiseWords(clock, { left, ended: courtOf(ledger.state) === null }, seen),
    used: usedWords(clock, times.at(-1)!, lang),
    percent: target === null ? null : Math.floor((100 * spent) / target),
    running: clock.running,
    late: clock.late,
    due: at(due),
    met: at(met),
    spent_seconds: spent,
    target_seconds: target,
    why: lines.map(line => ({ ...line, from: at(line.from)!, to: at(line.to) })),
    together: togetherWords(spent, target, lang),
  };
}
