import { seenBy, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { deskTimes } from '#accounts/server/accounts.ts';
import { notFound } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import { tickets } from '#tickets/server/listed.ts';
import { monthOf, monthWords, spanOf } from '../../rules/statements/months.ts';
import { volumes, type Breach } from '../../rules/statements/part.ts';
import type { BreachShown, Months, Statement } from '../../rules/statements/statement.ts';
import { breachShown, promisesShown, statementShown } from './shown.ts';
import {
  callTickets,
  putLook,
  selectBreaches,
  selectLook,
  selectMonths,
  selectOfSchools,
  selectSchoolName,
  selectStatement,
  whose,
} from './store.ts';

/** What is kept of the months that are closed, as the desk and a school's lead read it. */

const months_listed = 120;
const months_before = 12;
export const breaches_shown = 100;

/** The closed months, newest first: at the desk of all schools, at a school of itself. And the month that runs. */
export async function listMonths(ctx: Ctx): Promise<Months> {
  const { db, who, now, lang } = ctx;
  const times = await deskTimes(db);
  const rows = await selectMonths(ctx, whose(ctx), { most: months_listed });
  const looked = who.side === 'school' ? await selectLook(ctx) : undefined;
  const seen = seenBy(ctx);
  const running = monthOf(now, times);
  return {
    items: rows.map(({ month, numbers, closed_at }, place) => ({
      month,
      name: monthWords(month, lang),
      closed: moment(new Date(closed_at), seen),
      opened: numbers.volumes.opened,
      solved: numbers.volumes.solved,
      ...promisesShown(numbers.clocks, lang),
      fresh:
        place === 0 &&
        who.side === 'school' &&
        (looked === undefined || looked < month) &&
        volumes.some(volume => numbers.volumes[volume] > 0),
    })),
    running: {
      month: running,
      name: monthWords(running, lang),
      closes: moment(spanOf(running, times).to, seen),
    },
  };
}

/** A closed month as it was found then. Refuses not_found, also of a month that is not closed. */
export async function seeStatement(ctx: Ctx, month: string, school?: number): Promise<Statement> {
  const school_id = whose(ctx, school);
  const kept = await selectStatement(ctx, month, school_id);
  if (!kept) throw notFound();
  const { numbers, measure, closed_at } = kept;
  const rows = await selectBreaches(ctx, month, school_id, { from: 0, most: breaches_shown });
  const { clocks } = numbers;
  return statementShown(ctx, {
    ...{ month, numbers, promises: measure.promises },
    school: school_id === null ? null : { id: school_id, name: (await selectSchoolName(ctx, school_id))! },
    closed_at: new Date(closed_at),
    desk: measure.times.at(-1)!,
    breaches: await called(ctx, rows),
    breach_count: clocks.response.late + clocks.resolution.late,
    before: await selectMonths(ctx, school_id, { before: month, most: months_before }),
    schools: school_id === null ? (await selectOfSchools(ctx, month)).filter(anything) : [],
  });
}

const anything = ({ numbers }: Awaited<ReturnType<typeof selectOfSchools>>[number]): boolean =>
  volumes.some(volume => numbers.volumes[volume] > 0);

/** Broken promises with their tickets as they are called today; of what one may not see, none. */
export async function called(ctx: Ctx, breaches: readonly Breach[]): Promise<BreachShown[]> {
  const names = await callTickets(
    ctx.db,
    visibleTo(ctx, tickets.school_id),
    breaches.map(({ number }) => number),
  );
  return breaches.flatMap(breach => {
    const ticket = names.get(breach.number);
    return ticket ? [breachShown(ctx, breach, ticket)] : [];
  });
}

/** Of a closed month the broken promises, so many from a place on; for the file, which has all. */
export const breachesOf = async (
  ctx: Ctx,
  month: string,
  { school, from, most }: { school: number | undefined; from: number; most: number },
): Promise<BreachShown[]> =>
  called(ctx, await selectBreaches(ctx, month, whose(ctx, school), { from, most }));

/** A person of a school has looked at the newest. Twice is once. */
export async function lookAtStatement(ctx: Ctx, month: string): Promise<object> {
  const { who } = ctx;
  if (who.side === 'school') await putLook({ ...ctx, who }, month);
  return {};
}
