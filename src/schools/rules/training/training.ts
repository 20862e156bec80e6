import { z } from 'zod';
import { id, line, Moment } from '#platform/schemas.ts';
import { place_states, training_limits } from './limits.ts';

/** Courses, trainings and their sessions, places and attendance: the contract of `/api/courses` and `/api/trainings`. */

const Named = z.object({ id: z.number().int(), name: z.string() });
const week = z.number().int().min(1).max(training_limits.weeks);

export const Course = z.object({
  id: z.number().int(),
  name: z.string(),
  /** The week that opens the doors when all its parts are attended. */
  first_week: z.number().int(),
  parts: z.array(z.object({ id: z.number().int(), week: z.number().int(), title: z.string() })),
});
export type Course = z.infer<typeof Course>;
export const Courses = z.object({ items: z.array(Course), can: z.object({ change: z.boolean() }) });
export type Courses = z.infer<typeof Courses>;

export const NewCourse = z
  .object({
    name: line(training_limits.name),
    first_week: week.default(1),
    parts: z
      .array(z.object({ week, title: line(training_limits.name) }))
      .min(1)
      .max(training_limits.parts),
  })
  .refine(({ first_week, parts }) => parts.some(part => part.week === first_week), {
    message: 'empty',
    path: ['first_week'],
  });
export type NewCourse = z.output<typeof NewCourse>;
/** What a course teaches stays, since people were trained by it; another one is another course. */
export const CourseChange = z.object({
  name: line(training_limits.name).optional(),
  removed: z.boolean().optional(),
});

const SessionOfTraining = z.object({
  id: z.number().int(),
  week: z.number().int(),
  title: z.string(),
  /** Whether it is of the week that opens the doors. */
  first_week: z.boolean(),
  starts: Moment,
  /** Who was there can be noted from then on. */
  begun: z.boolean(),
  /** From when until when, in words of the reader's zone. */
  period: z.string(),
});

export const Training = z.object({
  id: z.number().int(),
  course: Named,
  place: z.string().nullable(),
  link: z.string().nullable(),
  capacity: z.number().int(),
  taken: z.number().int(),
  requests: z.number().int(),
  sessions: z.array(SessionOfTraining),
  state: z.enum(['coming', 'running', 'over', 'cancelled']),
});
export type Training = z.infer<typeof Training>;
export const Trainings = z.object({ items: z.array(Training), can: z.object({ change: z.boolean() }) });
export type Trainings = z.infer<typeof Trainings>;

/** Somebody with a place, or who asked for one, and the sessions that she was at. */
const Place = z.object({
  person: Named,
  school: Named,
  state: z.enum(place_states),
  by: z.string(),
  at: Moment,
  left: z.boolean(),
  attended: z.array(z.number().int()),
  /** Since when she is trained, in words; null is not yet. */
  trained: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;
export const TrainingWithPlaces = Training.extend({
  places: z.array(Place),
  can: z.object({ change: z.boolean() }),
});
export type TrainingWithPlaces = z.infer<typeof TrainingWithPlaces>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A day and its hours on the clock of the training's zone, for each part of the course that is held. */
export const NewTraining = z.object({
  course: id(),
  zone: z.string().max(60),
  place: line(training_limits.place).nullable().default(null),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  capacity: z.number().int().min(1).max(training_limits.capacity),
  sessions: z
    .array(z.object({ part: id(), day: z.iso.date(), starts: clock, ends: clock }))
    .min(1)
    .max(training_limits.parts),
});
export type NewTraining = z.output<typeof NewTraining>;
export const TrainingChange = z.object({
  place: line(training_limits.place).nullable().optional(),
  capacity: z.number().int().min(1).max(training_limits.capacity).optional(),
  cancelled: z.boolean().optional(),
});
export type TrainingChange = z.output<typeof TrainingChange>;

/** `asked` is a request again, as when a refusal is undone. */
export const PlaceChange = z.object({ state: z.enum(place_states) });
export const Attendance = z.object({
  people: z.array(id()).min(1).max(training_limits.capacity),
  attended: z.boolean(),
  /** Why it is withdrawn, where it was. */
  why: line(training_limits.place).optional(),
});

/** A training that is to come, as any school sees it: free places are a number, and who has one is its own people. */
const NextTraining = Training.pick({
  id: true,
  course: true,
  place: true,
  link: true,
  sessions: true,
}).extend({
  free: z.number().int(),
  mine: z.array(Named.extend({ state: z.enum(place_states), can: z.object({ take_back: z.boolean() }) })),
});
export type NextTraining = z.infer<typeof NextTraining>;
export const NextTrainings = z.object({
  items: z.array(NextTraining),
  /** For whom the reader may ask, and since when each is trained. */
  people: z.array(Named.extend({ trained: z.string().nullable() })),
});
export type NextTrainings = z.infer<typeof NextTrainings>;

export const Request = z.object({ people: z.array(id()).min(1).max(training_limits.asked_at_once) });
