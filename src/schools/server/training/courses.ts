import { keepersOfSchools } from '#accounts/rules/policy.ts';
import { unlessTaken } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { instantOf, isZone } from '#sla/rules/zones.ts';
import type {
  Courses,
  NewCourse,
  NewTraining,
  TrainingChange,
  Trainings,
  TrainingWithPlaces,
} from '../../rules/training/training.ts';
import { oneOfTheZones } from '../keeping.ts';
import { trainingWithPlaces } from './places.ts';
import { trainingOf } from './shapes.ts';
import {
  holdTraining,
  insertCourse,
  insertTraining,
  partsOf,
  updateCourse,
  updateTraining,
} from './store.ts';
import { courseRows, trainingRows } from './views.ts';

/** The deeds on courses and trainings: what is taught, when and where, and for how many. */

export const listCourses = async (ctx: Ctx): Promise<Courses> => ({
  items: await courseRows(ctx),
  can: { change: keepersOfSchools(ctx.who) },
});

/** A new course. Refuses a name that is taken. */
export async function addCourse(ctx: Ctx, given: NewCourse): Promise<Courses> {
  const course = await unlessTaken('name', () => insertCourse(ctx, given));
  await recordDeed(ctx, { kind: 'course_added', audience: 'desk', facts: { course, name: given.name } });
  return listCourses(ctx);
}

/** Renames a course, gives it no longer, or again; who was trained by it stays so. Refuses with not_found, and a name that is taken. */
export async function changeCourse(
  ctx: Ctx,
  course: number,
  { name, removed }: { name?: string | undefined; removed?: boolean | undefined },
): Promise<Courses> {
  const set = {
    ...(name !== undefined && { name }),
    ...(removed !== undefined && { removed_at: removed ? ctx.now : null }),
  };
  if (Object.keys(set).length === 0) return listCourses(ctx);
  if (!(await unlessTaken('name', () => updateCourse(ctx, course, set)))) throw notFound();
  const facts = {
    course,
    ...(name !== undefined && { name }),
    ...(removed !== undefined && { removed }),
  };
  await recordDeed(ctx, { kind: 'course_changed', audience: 'desk', facts });
  return listCourses(ctx);
}

export const listTrainings = async (ctx: Ctx): Promise<Trainings> => ({
  items: (await trainingRows(ctx)).map(row => trainingOf(ctx, row)),
  can: { change: keepersOfSchools(ctx.who) },
});

/** A course is held on these days. Refuses not_valid: no such course or part, an unknown zone, an end before its beginning, neither place nor link. */
export async function addTraining(ctx: Ctx, given: NewTraining): Promise<TrainingWithPlaces> {
  const { course, sessions, ...training } = given;
  if (!isZone(training.zone)) throw notValid('zone', oneOfTheZones);
  if (!training.place && !training.link) throw notValid('place', somewhere);
  const parts = new Set((await partsOf(ctx, course)).map(({ id }) => id));
  if (parts.size === 0) throw notValid('course', noSuchCourse);
  const held = sessions.map(({ part, day, starts, ends }, at) => {
    if (!parts.delete(part)) throw notValid(`sessions.${at}.part`, noSuchPart);
    if (ends <= starts) throw notValid(`sessions.${at}.ends`, endsAfter);
    const [starts_at, ends_at] = [starts, ends].map(clock => {
      const [hour, minute] = clock.split(':').map(Number) as [number, number];
      return instantOf(day, hour, minute, training.zone);
    }) as [Date, Date];
    return { part_id: part, day, starts_at, ends_at };
  });
  const id = await insertTraining(ctx, { ...training, course_id: course }, held);
  await tell(ctx, 'training_added', id);
  return trainingWithPlaces(ctx, id);
}

/** Changes where a training is and for how many, cancels it or (false) takes that back. Refuses with not_found, and fewer places than are taken. */
export async function changeTraining(
  ctx: Ctx,
  id: number,
  { cancelled, place, capacity }: TrainingChange,
): Promise<TrainingWithPlaces> {
  const training = await holdTraining(ctx, id);
  if (!training) throw notFound();
  if (capacity !== undefined && capacity < training.taken) throw notNow(taken);
  if (place === null && !training.link) throw notValid('place', somewhere);
  const set = {
    ...(place !== undefined && { place }),
    ...(capacity !== undefined && { capacity }),
    ...(cancelled !== undefined && { cancelled_at: cancelled ? (training.cancelled_at ?? ctx.now) : null }),
  };
  if (Object.keys(set).length > 0) {
    await updateTraining(ctx, id, set);
    await tell(ctx, 'training_changed', id);
  }
  return trainingWithPlaces(ctx, id);
}

/** Schools hear only that there is something to ask for again. */
async function tell(ctx: Ctx, kind: string, training: number): Promise<void> {
  await sendSignal(ctx.db, { to: 'schools', kind: 'trainings' });
  await recordDeed(ctx, { kind, audience: 'desk', facts: { training } });
}

const somewhere = {
  en: 'Say where it is: a place, or a link.',
  fr: 'Indiquez où : un lieu ou un lien.',
};
const noSuchCourse = { en: 'There is no such course.', fr: 'Ce cours n’existe pas.' };
const noSuchPart = {
  en: 'The course has no such part, or it is here twice.',
  fr: 'Le cours n’a pas cette partie, ou elle figure deux fois.',
};
const endsAfter = { en: 'The end must be after the beginning.', fr: 'La fin doit être après le début.' };
const taken = {
  en: 'More places than that are taken already.',
  fr: 'Plus de places que cela sont déjà prises.',
};
