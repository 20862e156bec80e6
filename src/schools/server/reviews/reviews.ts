import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { keepsOwnSchool } from '#accounts/rules/policy.ts';
import { notAllowed, notFound } from '#platform/refusals.ts';
import { dateWords } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import { objectionToChange } from '../../rules/people-policy.ts';
import type { Review } from '../../rules/review.ts';
import { changeAtSchool, holdOf, namedOf } from '../people/people.ts';
import { askedIn, endReview, putAnswer, selectReview, type Asked, type ReviewRow } from './store.ts';

/** A school says who of its people is still there (S10): the one who keeps the list confirms it, person by person. */

/** The review under way at a school: whom it asks about, what was answered, until when. */
export async function reviewOf(ctx: Ctx, school_id: number, zone: string): Promise<Review | null> {
  const row = await selectReview(ctx, school_id);
  return row ? shown(ctx, row, await askedIn(ctx.db, row), zone) : null;
}

/**
 * Answers for one person that she stays or is gone; whoever is gone leaves at once. The last answer ends the review.
 * Refuses with not_found what is not under way or asks not about her; not_allowed whom the school may not lose.
 */
export async function answerReview(
  ctx: Ctx,
  { id: school_id, review }: { id: number; review: number },
  { person, answer }: { person: number; answer: 'stays' | 'gone' },
): Promise<void> {
  const people = (await holdOf(ctx, school_id)).map(namedOf);
  const row = await selectReview(ctx, school_id);
  const asked = row && (await askedIn(ctx.db, row)).find(({ id }) => id === person);
  const named = people.find(({ id }) => id === person);
  if (row?.id !== review || !asked || !named) throw notFound();
  const left = answer === 'gone';
  const objection = objectionToChange(ctx.who, people, { id: person, after: { ...named, left } });
  if (objection) throw notAllowed(objection);
  if (left !== named.left) await changeAtSchool(ctx, { id: person, school_id }, { left });
  await answered(ctx, row, { person, answer });
}

/** A change of a person's row is an answer too: she is still there, in another way. */
export async function answeredByChange(
  ctx: Ctx,
  school_id: number,
  person: number,
  left?: boolean,
): Promise<void> {
  const row = await selectReview(ctx, school_id);
  if (!row || !(await askedIn(ctx.db, row)).some(({ id }) => id === person)) return;
  await answered(ctx, row, { person, answer: left ? 'gone' : 'changed' });
}

async function answered(
  ctx: Ctx,
  row: ReviewRow,
  { person, answer }: { person: number; answer: 'stays' | 'changed' | 'gone' },
): Promise<void> {
  const { db, now, who } = ctx;
  await putAnswer(db, {
    ...{ review_id: row.id, school_id: row.school_id, person_id: person, answer },
    answered_by: who.person_id,
    answered_at: now,
  });
  const about = { audience: 'school' as const, school_id: row.school_id };
  if (answer === 'stays') await recordDeed(ctx, { ...about, kind: 'person_confirmed', facts: { person } });
  if ((await askedIn(db, row)).some(({ answer: said }) => said === null)) return;
  await endReview(db, row.id, { ended_at: now, ended_as: 'confirmed' });
  await recordDeed(ctx, { ...about, kind: 'review_confirmed' });
}

function shown({ who, now, lang }: Ctx, row: ReviewRow, asked: readonly Asked[], zone: string): Review {
  return {
    id: row.id,
    due: { day: row.due_day, words: dateWords(row.due_day, { now, zone, lang }) },
    late: localDate(now, zone) > row.due_day,
    people: asked.map(({ id, name, answer }) => ({ id, name, answer })),
    answered: asked.filter(({ answer }) => answer !== null).length,
    can: { answer: keepsOwnSchool(who) },
  };
}
