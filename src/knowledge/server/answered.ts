import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { asked_again_hours } from '../rules/asked-again.ts';
import { answered } from './views.ts';

/** Problems that an article answered without a ticket, for whoever reports. */

export interface AnsweredRow extends Record<string, unknown> {
  school_id: number;
  /** What the article is about; null where it does not say, or where who asks may not read it any more. */
  category: Category | null;
  count: number;
}

interface Which {
  from: Date;
  to: Date;
  /** Of this school alone. */
  school_id?: number | null;
}

/** How many were said to be solved in a span, of each school and area. Those of the last day may still be asked after all. */
export async function selectAnswered(db: Db, { from, to, school_id = null }: Which): Promise<AnsweredRow[]> {
  const { rows } = await db.execute<AnsweredRow>(sql`
    select u.school_id, a.category, count(*)::integer as count
    from article_uses u left join articles a on a.id = u.article_id
    where ${answered} and u.school_id is not null
      and u.at >= ${from.toISOString()}::timestamptz and u.at < ${to.toISOString()}::timestamptz
      and (${school_id}::integer is null or u.school_id = ${school_id}::integer)
    group by 1, 2`);
  return rows;
}

/**
 * Those whose day in which they could be asked after all ended in a span: what is counted so changes no more when the
 * span is over.
 */
export function selectSurelyAnswered(db: Db, { from, to, school_id = null }: Which): Promise<AnsweredRow[]> {
  const before = (at: Date) => new Date(at.getTime() - asked_again_hours * 3_600_000);
  return selectAnswered(db, { from: before(from), to: before(to), school_id });
}
