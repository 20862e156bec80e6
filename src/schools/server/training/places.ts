import { keepersOfSchools } from '#accounts/rules/policy.ts';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import type { PlaceState } from '../../rules/training/limits.ts';
import type { TrainingWithPlaces } from '../../rules/training/training.ts';
import { holdSchools, keepStanding } from '../facts/keeping.ts';
import { trainedWords, trainingOf } from './shapes.ts';
import {
  contactsAmong,
  holdTraining,
  insertAttendances,
  placesAmong,
  presentAt,
  putPlaces,
  sessionOf,
  withdrawAttendances,
} from './store.ts';
import { placeRows, trainingRows } from './views.ts';

/** The desk's deeds on a training: who has a place, and who was there. */

/** A training with everybody who has a place or asked for one. Refuses with not_found. */
export async function trainingWithPlaces(ctx: Ctx, id: number): Promise<TrainingWithPlaces> {
  const [row] = await trainingRows(ctx, { id });
  if (!row) throw notFound();
  const seen = seenBy(ctx);
  return {
    ...trainingOf(ctx, row),
    places: (await placeRows(ctx, id)).map(({ person, school, state, by, at, left_at, there, ...known }) => ({
      ...{ person, school, state, by },
      at: moment(at, seen),
      left: left_at !== null,
      attended: there.map(({ session_id }) => session_id),
      trained: trainedWords(known, person.id, { ...seen, zone: school.zone }),
    })),
    can: { change: keepersOfSchools(ctx.who) },
  };
}

/**
 * Gives somebody a place, refuses it, or takes it away; what is so already stays so. Refuses with not_found; not_now
 * when the training is cancelled or full, or she has left her school.
 */
export async function setPlace(
  ctx: Ctx,
  { id, person }: { id: number; person: number },
  state: PlaceState,
): Promise<TrainingWithPlaces> {
  const training = await holdTraining(ctx, id);
  const [contact] = await contactsAmong(ctx, [person]);
  if (!training || !contact) throw notFound();
  const [before] = await placesAmong(ctx, id, [person]);
  if (before?.state === state) return trainingWithPlaces(ctx, id);
  if (state === 'booked') {
    if (training.cancelled_at) throw notNow(cancelled);
    if (contact.left_at) throw notNow(gone);
    if (training.taken >= training.capacity) throw notNow(full);
  }
  await putPlaces(ctx, id, [{ person_id: person, school_id: contact.school_id }], state);
  await sendSignal(ctx.db, { to: 'schools', kind: 'trainings' });
  await recordDeed(ctx, {
    kind: `place_${state}`,
    audience: 'school',
    school_id: contact.school_id,
    facts: { training: id, person },
  });
  return trainingWithPlaces(ctx, id);
}

/**
 * Notes who was at a session, or that they were not: where their schools stand follows. Refuses with not_found when
 * one of them has no place; not_now before the session has begun.
 */
export async function noteAttendance(
  ctx: Ctx,
  { id, session: session_id }: { id: number; session: number },
  { people, attended, why }: { people: readonly number[]; attended: boolean; why?: string | undefined },
): Promise<TrainingWithPlaces> {
  const wanted = [...new Set(people)];
  const session = await sessionOf(ctx, id, session_id);
  const places = (await placesAmong(ctx, id, wanted)).filter(({ state }) => state === 'booked');
  if (!session || places.length < wanted.length) throw notFound();
  if (session.starts_at > ctx.now) throw notNow(notBegun);
  const schools = [...new Set(places.map(({ school_id }) => school_id))];
  await holdSchools(ctx, schools);
  const present = await presentAt(ctx, session_id, wanted);
  const there = new Set(present.map(({ person_id }) => person_id));
  const changing = places.filter(({ person_id }) => there.has(person_id) !== attended);
  if (changing.length === 0) return trainingWithPlaces(ctx, id);
  if (attended)
    await insertAttendances(
      ctx,
      session_id,
      changing.map(({ person_id, school_id }) => ({ person_id, school_id })),
    );
  else
    await withdrawAttendances(
      ctx,
      present.map(row => row.id),
      why ?? null,
    );
  await recordDeed(
    ctx,
    ...changing.map(({ person_id, school_id }) => ({
      kind: attended ? 'session_attended' : 'attendance_withdrawn',
      audience: 'school' as const,
      school_id,
      facts: { training: id, session: session_id, person: person_id, day: session.day },
    })),
  );
  await keepStanding(ctx, schools);
  return trainingWithPlaces(ctx, id);
}

export const cancelled = { en: 'This training is cancelled.', fr: 'Cette formation est annulée.' };
const gone = {
  en: 'She has left her school.',
  fr: 'Cette personne a quitté son école.',
};
const full = {
  en: 'All places are taken. Raise the number of places first.',
  fr: 'Toutes les places sont prises. Augmentez d’abord leur nombre.',
};
const notBegun = {
  en: 'This session has not begun yet.',
  fr: 'Cette séance n’a pas encore commencé.',
};
