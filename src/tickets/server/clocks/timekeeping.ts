import type { Software } from '#accounts/rules/who.ts';
import { actorOf } from '#accounts/server/acting.ts';
import { recordDeed, type Facts } from '#accounts/server/story/story.ts';
import type { Database, Db } from '#platform/db/database.ts';
import { keepLooking } from '#platform/jobs/looking.ts';
import { provinceCalendar } from '#sla/rules/school-days.ts';
import type { ByTime } from '../../rules/clocks/by-time.ts';
import { promise_names } from '../../rules/clocks/words.ts';
import type { Warning } from '../../rules/clocks/warnings.ts';
import { factsOf } from '../shapes.ts';
import { moveByTime } from '../moving.ts';
import { tellHeld } from '../notices/noticing.ts';
import { lockTicket } from '../store.ts';
import { readClocks, readLedgers, timeOf, warningsFor, type Circumstances } from './keeping.ts';
import { recountOn } from './recounting.ts';
import {
  holdAwake,
  insertTold,
  selectAwake,
  selectNextWake,
  selectTold,
  writeKept,
  type Ledger,
  type Telling,
} from './store.ts';
import { nextDue } from '../../rules/clocks/due.ts';

/**
 * What time alone does: it warns before a promise is late and when it is, reminds, and makes the moves of the software.
 * Each ticket in a transaction of its own with the mark that it was told, so that after a crash, and with several
 * servers, each is told once.
 */

const who: Software = { side: 'system', job: 'clocks' };
const software = actorOf(who);
const at_once = 100;

interface Keeping {
  database: Database;
  clock: () => Date;
  failed: (error: unknown) => void;
  goes_on?: () => boolean;
}

/** Does what is due by now; answers when time has something to do next. */
export async function keepTime(keeping: Keeping): Promise<Date | null> {
  const { database, clock, failed, goes_on = () => true } = keeping;
  await recountOn(keeping);
  const due = await database.transact(software, db => selectAwake(db, clock(), at_once));
  for (const number of due) {
    if (!goes_on()) break;
    await database.transact(software, db => wake(db, number, clock())).catch(failed);
  }
  return database.transact(software, async db =>
    earlier(await tellHeld(db, clock()), await selectNextWake(db)),
  );
}

const earlier = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b));

async function wake(db: Db, number: number, now: Date): Promise<void> {
  if (!(await holdAwake(db, number, now))) return;
  const { ledgers, circumstances } = await readLedgers(db, [number]);
  const [ledger] = ledgers;
  const told = await selectTold(db, number);
  const isTold = (telling: Telling) =>
    told.some(one => one.what === telling.what && one.round === telling.round && one.step === telling.step);
  const clocks = readClocks(ledger!, circumstances, now);
  const warnings = warningsFor(ledger!, clocks, circumstances);
  const before = timeOf(ledger!, circumstances, told);
  const tellings = [...warnings.map(warned), ...before.flatMap(reminding)].filter(
    each => each.at <= now && !isTold(each),
  );
  if (tellings.length > 0) await insertTold(db, number, tellings, now);
  for (const telling of lastOfEach(tellings)) await tell({ db, now }, ledger!, telling);
  const waits = timeOf(ledger!, circumstances, [
    ...told,
    ...tellings.map(each => ({ ...each, told_at: now })),
  ]);
  for (const each of waits)
    if (each.does === 'move' && each.at <= now && (await move({ db, now }, ledger!, each, circumstances)))
      return;
  const ahead = [...warnings, ...waits].filter(({ at }) => at > now).map(({ at }) => at.getTime());
  const wakes_at = ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
  await writeKept(db, [{ number, ...nextDue(clocks), wakes_at }]);
}

/** What is told, with when it is due and the line that the story has of it. */
interface Due extends Telling {
  at: Date;
  kind: 'late' | 'late_soon' | 'reminded' | 'level2_quiet';
}

const warned = ({ clock, round, step, at }: Warning): Due => ({
  what: clock,
  round,
  step,
  at,
  kind: step === 100 ? 'late' : 'late_soon',
});

function reminding(each: ByTime): Due[] {
  const { at, round } = each;
  if (each.does === 'remind_school')
    return [{ what: each.state, round, step: each.days, at, kind: 'reminded' }];
  if (each.does === 'remind_level2')
    return [{ what: 'level2_quiet', round, step: each.hours, at, kind: 'level2_quiet' }];
  return [];
}

/** Of several parts of one time that are over at once, the last is said. */
const lastOfEach = (tellings: readonly Due[]): Due[] => [
  ...new Map(tellings.map(each => [`${each.what} ${each.round}`, each])).values(),
];

async function tell({ db, now }: { db: Db; now: Date }, ledger: Ledger, { kind, what, step }: Due) {
  const { number: ticket_number, school_id } = ledger;
  await recordDeed(
    { who, db, now },
    {
      ticket_number,
      school_id,
      kind,
      audience: kind === 'reminded' ? 'school' : 'desk',
      facts: toldOf(kind, what, step),
    },
  );
}

function toldOf(kind: Due['kind'], what: string, step: number): Facts {
  if (kind === 'reminded') return { days: step };
  if (kind === 'level2_quiet') return { hours: step };
  const { en, fr } = promise_names[what as keyof typeof promise_names];
  return { promise: en, promise_fr: fr, step };
}

/** Makes the software's move; what the life cycle does not have now is left as it is. */
async function move(
  { db, now }: { db: Db; now: Date },
  { number, school_id }: Ledger,
  each: Extract<ByTime, { does: 'move' }>,
  { times, calendars }: Circumstances,
): Promise<boolean> {
  const ticket = await lockTicket(db, number);
  const calendar = calendars.get(school_id) ?? provinceCalendar(times.at(-1)!.zone);
  const facts = { ...factsOf(ticket, calendar, now), school_id };
  return moveByTime({ who, db, now }, ticket, facts, each.move);
}

/** Keeps time, on this server; of several servers one does each. */
export function startTimekeeping(
  { database, clock }: { database: Database; clock: () => Date },
  failed: (error: unknown) => void,
) {
  return keepLooking(
    goes_on => keepTime({ database, clock, failed, goes_on }).catch(error => (failed(error), null)),
    clock,
  );
}
