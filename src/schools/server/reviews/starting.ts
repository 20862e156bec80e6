import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import type { SchoolRole, Software, Who } from '#accounts/rules/who.ts';
import type { Database, Db } from '#platform/db/database.ts';
import { addSchoolDays, schoolCalendar } from '#sla/rules/school-days.ts';
import { localDate } from '#sla/rules/zones.ts';
import { staysUnasked } from '../../rules/people-policy.ts';
import { review_days, yearToReview } from '../../rules/review.ts';
import { changeAtSchool } from '../people/people.ts';
import {
  askedIn,
  endReview,
  insertReview,
  notReviewedIn,
  overdue,
  putAnswer,
  reviewable,
  type Reviewable,
  type ReviewRow,
} from './store.ts';

/** Access reviews begin on the first of September in the school's zone, or when the coordinator says; and end in time. */

const job: Software = { side: 'system', job: 'access-reviews' };

interface Acting {
  who: Who;
  db: Db;
  now: Date;
}

/** Begins a review at each of these schools that has people and none under way; answers how many began. */
export async function startReviews(ctx: Ctx, ids: readonly number[]): Promise<number> {
  let begun = 0;
  for (const school of await reviewable(ctx.db, ids)) begun += (await begin(ctx, school, null)) ? 1 : 0;
  return begun;
}

/**
 * Hourly: begins this school year's reviews and lets expire what nobody answered. A unique row for a school and a year
 * makes twice once; each school is a transaction of its own, so a crash repeats nothing.
 */
export async function keepReviews(database: Database, now: Date): Promise<void> {
  const act = <T>(work: (acting: Acting) => Promise<T>) =>
    database.transact(actorOf(job), db => work({ who: job, db, now }));
  for (const school of await act(({ db }) => toBegin(db, now)))
    await act(acting => begin(acting, school, yearToReview(localDate(now, school.zone))));
  const latest = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  for (const { review, zone } of await act(({ db }) => overdue(db, latest)))
    if (localDate(now, zone) > review.due_day) await act(acting => expire(acting, review));
}

async function toBegin(db: Db, now: Date): Promise<Reviewable[]> {
  // No zone of a school is more than a day from UTC: in most months nothing is asked.
  const near = [now, new Date(now.getTime() - 86_400_000)].map(at => at.toISOString().slice(0, 10));
  const year = near.map(yearToReview).find(found => found !== null);
  if (year == null) return [];
  const open = new Set(await notReviewedIn(db, year));
  return (await reviewable(db)).filter(
    ({ id, zone }) => open.has(id) && yearToReview(localDate(now, zone)) !== null,
  );
}

async function begin(
  { who, db, now }: Acting,
  school: Reviewable,
  school_year: number | null,
): Promise<boolean> {
  const begun = await insertReview(db, {
    ...{ school_id: school.id, school_year, started_at: now },
    started_by: who.side === 'system' ? null : who.person_id,
    due_day: addSchoolDays(now, review_days, schoolCalendar(school.zone, school.days_off)),
  });
  if (begun === undefined) return false;
  await recordDeed({ who, db, now }, { kind: 'review_begun', audience: 'school', school_id: school.id });
  return true;
}

/** Who was not confirmed can no longer sign in; who keeps the list stays, to bring the others back. */
async function expire(acting: Acting, review: ReviewRow): Promise<void> {
  const { db, now } = acting;
  if (!(await endReview(db, review.id, { ended_at: now, ended_as: 'expired' }))) return;
  const about = { audience: 'school' as const, school_id: review.school_id };
  for (const { id, roles, left_at, answer } of await askedIn(db, review)) {
    if (answer !== null || left_at) continue;
    if (staysUnasked({ id, roles: roles as SchoolRole[], left: false })) continue;
    await changeAtSchool(acting, { id, school_id: review.school_id }, { left: true });
    const expired = { review_id: review.id, school_id: review.school_id, person_id: id };
    await putAnswer(db, { ...expired, answer: 'expired', answered_by: null, answered_at: now });
    await recordDeed(acting, { ...about, kind: 'person_expired', facts: { person: id } });
  }
  await recordDeed(acting, { ...about, kind: 'review_expired' });
}
