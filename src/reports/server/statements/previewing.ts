import { and, eq } from 'drizzle-orm';
import { seenBy, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { selectSurelyAnswered } from '#knowledge/server/knowledge.ts';
import { notFound } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import { tickets } from '#tickets/server/listed.ts';
import { monthOf, spanOf, type Span } from '../../rules/statements/months.ts';
import { gatherSpan, type Numbers } from '../../rules/statements/numbers.ts';
import type { Breach, Measure } from '../../rules/statements/part.ts';
import type { Statement } from '../../rules/statements/statement.ts';
import { answeredOf } from './closing.ts';
import { measureNow, readSpan } from './reading.ts';
import { statementShown } from './shown.ts';
import { breaches_shown, called } from './statements.ts';
import { nameSchools, selectMonths, selectSchoolName, whose } from './store.ts';

/** The month that runs, as its statement would be now: read anew, at most every few minutes, and kept nowhere. */

const fresh_ms = 5 * 60_000;

interface Preview {
  at: Date;
  numbers: Numbers;
  breaches: Breach[];
  schools: Map<number, Numbers>;
  measure: Measure;
}

/** One transaction of who asks. */
export type As = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** Answers previews; what it read for one school, or for all, it keeps for a few minutes. */
export function openPreviews() {
  const kept = new Map<string, { at: number; preview: Promise<Preview> }>();
  return async (as: As, month: string, school?: number): Promise<Statement> => {
    const { key, school_id, now, measure } = await as(async ctx => {
      const measure = await measureNow(ctx.db);
      const school_id = whose(ctx, school);
      if (monthOf(ctx.now, measure.times) !== month) throw notFound();
      if (school_id !== null && (await selectSchoolName(ctx, school_id)) === undefined) throw notFound();
      const walls = ctx.code_wall ? '' : 'open';
      return { key: `${ctx.who.side} ${walls} ${month} ${school_id}`, school_id, now: ctx.now, measure };
    });
    const known = kept.get(key);
    const age = known ? now.getTime() - known.at : Infinity;
    const preview =
      known && age >= 0 && age < fresh_ms
        ? known.preview
        : readPreview(as, school_id, { measure, span: { ...spanOf(month, measure.times), to: now } });
    if (preview !== known?.preview) {
      if (kept.size > 200) kept.clear();
      kept.set(key, { at: now.getTime(), preview });
      preview.catch(() => kept.delete(key));
    }
    const found = await preview;
    return as(ctx => previewShown(ctx, { month, school_id, found }));
  };
}

async function readPreview(
  as: As,
  school_id: number | null,
  { measure, span }: { measure: Measure; span: Span },
): Promise<Preview> {
  const { all, by_school, breaches, take } = gatherSpan(span, measure);
  await readSpan(
    work =>
      as(ctx => {
        const seen = visibleTo(ctx, tickets.school_id);
        const own = school_id === null ? undefined : eq(tickets.school_id, school_id);
        return work(ctx.db, and(seen, own)!);
      }),
    span,
    take,
  );
  const answered = await as(ctx => selectSurelyAnswered(ctx.db, { ...span, school_id }));
  breaches.sort((a, b) => b.spent - b.target - (a.spent - a.target));
  return {
    at: span.to,
    numbers: { ...all.numbers(), answered: answeredOf(answered) },
    breaches,
    schools: new Map([...by_school].map(([id, gathering]) => [id, gathering.numbers()])),
    measure,
  };
}

async function previewShown(
  ctx: Ctx,
  { month, school_id, found }: { month: string; school_id: number | null; found: Preview },
): Promise<Statement> {
  const { numbers, measure, breaches, schools, at } = found;
  const shown = statementShown(ctx, {
    ...{ month, numbers, closed_at: null },
    school: school_id === null ? null : { id: school_id, name: (await selectSchoolName(ctx, school_id))! },
    promises: [...measure.promises.values()].filter(({ version }) => numbers.agreements.includes(version)),
    desk: measure.times.at(-1)!,
    breaches: await called(ctx, breaches.slice(0, breaches_shown)),
    breach_count: breaches.length,
    before: await selectMonths(ctx, school_id, { before: month, most: 12 }),
    schools:
      school_id === null
        ? (await nameSchools(ctx, [...schools.keys()])).map(each => ({
            ...each,
            numbers: schools.get(each.id)!,
          }))
        : [],
  });
  return { ...shown, as_of: moment(at, seenBy(ctx)) };
}
