import { actorOf } from '#accounts/server/acting.ts';
import type { Software } from '#accounts/rules/who.ts';
import { recordMany } from '#accounts/server/story/story.ts';
import { selectSurelyAnswered, type AnsweredRow } from '#knowledge/server/knowledge.ts';
import type { Database, Db } from '#platform/db/database.ts';
import { keepLooking, type Looking } from '#platform/jobs/looking.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { noticeMonth } from '#tickets/server/tickets.ts';
import { sql } from 'drizzle-orm';
import { monthAfter, monthOf, spanOf, type Span } from '../../rules/statements/months.ts';
import { gather, gatherSpan, type Numbers } from '../../rules/statements/numbers.ts';
import { volumes, type Measure } from '../../rules/statements/part.ts';
import { measureNow, readSpan } from './reading.ts';
import {
  claimMonth,
  endMonth,
  insertBreaches,
  insertStatements,
  schoolsBefore,
  selectBegun,
  touchMonth,
} from './store.ts';
import type { KeptMeasure } from './tables.ts';

/**
 * Closes the months that are over, one after the other: of several servers one does each, and one that was off does them
 * when it is back. What is found is written in one transaction with the mark that the month is closed, so that it is
 * there once and whole.
 */

const who: Software = { side: 'system', job: 'statements' };
const software = actorOf(who);

/** What began just before midnight may be written just after it. */
const grace_ms = 5 * 60_000;
/** A server that has said nothing for so long does not work on it any more. */
const patience_ms = 60_000;
const touched_every_ms = 10_000;
/** What ended longer ago is kept, and nobody is told of it: an installation that begins with years of tickets. */
const told_ms = 100 * 86_400_000;

interface Closing {
  database: Database;
  clock: () => Date;
  goes_on?: () => boolean;
}

/** Another server has taken the month over, or this one stops. */
class Interrupted extends Error {}

/** Closes what is over; answers when the next month can be closed, or null where that is not known. */
export async function closeMonths({ database, clock, goes_on = () => true }: Closing): Promise<Date | null> {
  while (goes_on()) {
    const measure = await database.transact(software, measureNow);
    const { last, first } = await database.transact(software, selectBegun);
    if (first === null) return null;
    const month = last === null ? monthOf(first, measure.times) : monthAfter(last);
    const span = spanOf(month, measure.times);
    const due = new Date(span.to.getTime() + grace_ms);
    if (due > clock()) return due;
    const now = clock();
    const left = new Date(now.getTime() - patience_ms);
    const taken = await database.transact(software, db => claimMonth(db, month, span, { now, left }));
    if (!taken) return null;
    try {
      await closeOne({ database, clock, goes_on }, { month, span, measure, touched: now });
    } catch (error) {
      if (error instanceof Interrupted) return null;
      throw error;
    }
  }
  return null;
}

interface Month {
  month: string;
  span: Span;
  measure: Measure;
  /** When this server has said last that it is at it. */
  touched: Date;
}

async function closeOne({ database, clock, goes_on }: Required<Closing>, one: Month): Promise<void> {
  const { month, span, measure } = one;
  const { all, by_school, breaches, take } = gatherSpan(span, measure);
  const ours = async (db: Db) => {
    if (!goes_on()) throw new Interrupted();
    const now = clock();
    if (now.getTime() - one.touched.getTime() < touched_every_ms) return;
    if (!(await touchMonth(db, month, one.touched, now))) throw new Interrupted();
    one.touched = now;
  };
  await readSpan(
    work =>
      database.transact(software, async db => {
        await ours(db);
        return work(db, sql`true`);
      }),
    span,
    take,
  );
  const whole = all.numbers();
  const answered = await database.transact(software, db => selectSurelyAnswered(db, span));
  await database.transact(software, async db => {
    const now = clock();
    if (!(await endMonth(db, month, one.touched, now))) throw new Interrupted();
    const ids = new Set([...(await schoolsBefore(db, span.to)), ...by_school.keys()]);
    const found = [...ids].map(school_id => ({
      school_id,
      numbers: {
        ...(by_school.get(school_id) ?? gather()).numbers(),
        answered: answeredOf(answered, school_id),
      },
    }));
    const numbers = { ...whole, answered: answeredOf(answered) };
    await insertStatements(db, month, keptOf(one, whole), [{ school_id: null, numbers }, ...found]);
    await insertBreaches(db, month, breaches);
    if (now.getTime() - span.to.getTime() < told_ms)
      await tell(
        { db, now },
        month,
        found.filter(({ numbers }) => any(numbers)).map(({ school_id }) => school_id),
      );
  });
}

/** Of all schools together, or of one. */
export const answeredOf = (rows: readonly AnsweredRow[], school_id?: number): number =>
  rows.reduce(
    (all, row) => all + (school_id === undefined || row.school_id === school_id ? row.count : 0),
    0,
  );

const any = (numbers: Numbers): boolean => volumes.some(volume => numbers.volumes[volume] > 0);

/** By what was measured: the desk's times that held in the month, and what the agreement's versions promised. */
const keptOf = ({ span, measure: { times, promises } }: Month, { agreements }: Numbers): KeptMeasure => ({
  times: times
    .filter(({ since }, place) => since < span.to && (times[place + 1]?.since ?? span.to) > span.from)
    .map(time => ({ ...time, since: time.since.toISOString() })),
  promises: [...promises.values()].filter(({ version }) => agreements.includes(version)),
});

/** The schools in which something was, and the desk: in the story, the bell of the coordinators, and on open pages. */
async function tell({ db, now }: { db: Db; now: Date }, month: string, school_ids: readonly number[]) {
  await noticeMonth(db, month, now);
  for (const to of ['desk', 'schools'] as const) await sendSignal(db, { to, kind: 'statements' });
  const deed = { kind: 'statement_closed', facts: { month } };
  await recordMany({ who, db, now }, [
    { ...deed, audience: 'desk' },
    ...school_ids.map(school_id => ({ ...deed, audience: 'school' as const, school_id })),
  ]);
}

/** Keeps months being closed, on this server. */
export const startClosing = (
  { database, clock }: Pick<Closing, 'database' | 'clock'>,
  failed: (error: unknown) => void,
): Looking =>
  keepLooking(
    goes_on => closeMonths({ database, clock, goes_on }).catch(error => (failed(error), null)),
    clock,
  );
