import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Db } from '#platform/db/database.ts';
import type { ReviewAnswer } from '../../rules/review.ts';
import { own_days } from '../days/store.ts';
import { schools } from '../tables.ts';
import { review_answers, reviews } from './tables.ts';

/** All SQL of the access review. */

export type ReviewRow = typeof reviews.$inferSelect;

/** The review under way at a school. */
export async function selectReview(ctx: Ctx, school_id: number): Promise<ReviewRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(reviews)
    .where(
      and(eq(reviews.school_id, school_id), visibleTo(ctx, reviews.school_id), isNull(reviews.ended_at)),
    );
  return row;
}

/** Whom a review asks about: those who were there when it began, with what was answered, by name. */
export const askedIn = (db: Db, { id, school_id, started_at }: ReviewRow) =>
  db
    .select({
      id: people.id,
      name: people.name,
      roles: people.roles,
      left_at: people.left_at,
      answer: review_answers.answer,
    })
    .from(people)
    .leftJoin(review_answers, and(eq(review_answers.review_id, id), eq(review_answers.person_id, people.id)))
    .where(
      sql`${people.school_id} = ${school_id} and ${people.created_at} <= ${started_at.toISOString()}
        and (${people.left_at} is null or ${people.left_at} > ${started_at.toISOString()})`,
    )
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id));
export type Asked = Awaited<ReturnType<typeof askedIn>>[number];

/** What was answered last stands. */
export const putAnswer = (db: Db, answer: typeof review_answers.$inferInsert & { answer: ReviewAnswer }) =>
  db
    .insert(review_answers)
    .values(answer)
    .onConflictDoUpdate({
      target: [review_answers.review_id, review_answers.person_id],
      set: { answer: answer.answer, answered_by: answer.answered_by, answered_at: answer.answered_at },
    });

/** Ends a review once; answers whether it was still under way. */
export async function endReview(
  db: Db,
  id: number,
  as: Pick<ReviewRow, 'ended_at' | 'ended_as'>,
): Promise<boolean> {
  const ended = await db
    .update(reviews)
    .set(as)
    .where(and(eq(reviews.id, id), isNull(reviews.ended_at)));
  return ended.rowCount === 1;
}

/** Begins a review; answers its number, or undefined where one is under way or this year's was held already. */
export async function insertReview(db: Db, review: typeof reviews.$inferInsert): Promise<number | undefined> {
  const [row] = await db.insert(reviews).values(review).onConflictDoNothing().returning({ id: reviews.id });
  return row?.id;
}

/** The schools with a login and somebody behind it: of these, or all, with their own days off as spans. */
export const reviewable = (db: Db, ids?: readonly number[]) =>
  db
    .select({
      id: schools.id,
      zone: schools.zone,
      days_off: own_days.as('days_off'),
    })
    .from(schools)
    .where(
      and(
        sql`exists (select from logins where school_id = schools.id)`,
        sql`exists (select from people where school_id = schools.id and left_at is null)`,
        ids && sql`${schools.id} = any (${sql.param([...ids])}::integer[])`,
      ),
    )
    .orderBy(schools.id);
export type Reviewable = Awaited<ReturnType<typeof reviewable>>[number];

/** The schools that were there before this September, with no review of it and none under way. */
export const notReviewedIn = async (db: Db, year: number): Promise<number[]> => {
  const { rows } = await db.execute<{ id: number }>(
    sql`select id from schools where created_at < make_date(${year}::integer, 9, 1) and not exists (
      select from reviews where school_id = schools.id and (school_year = ${year} or ended_at is null))`,
  );
  return rows.map(({ id }) => id);
};

/** The reviews under way whose last day is before that of `latest`, with the school's zone. */
export const overdue = (db: Db, latest: string) =>
  db
    .select({ review: reviews, zone: schools.zone })
    .from(reviews)
    .innerJoin(schools, eq(schools.id, reviews.school_id))
    .where(sql`${reviews.ended_at} is null and ${reviews.due_day} < ${latest}`)
    .orderBy(reviews.id);
