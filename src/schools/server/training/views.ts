import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import type { Facts } from '../../rules/facts/roll-out.ts';
import { first_weeks } from '../facts/store.ts';
import { rowsOf } from '../store.ts';
import { schools } from '../tables.ts';
import { course_parts, courses, training_places, trainings } from './tables.ts';

/** What the screens read of the register. A list is one query. */

/** The courses that are given, with their parts. */
export const courseRows = ({ db }: Ctx) =>
  db
    .select({
      id: courses.id,
      name: courses.name,
      first_week: courses.first_week,
      parts: rowsOf<{ id: number; week: number; title: string }[]>(sql`
        select p.id, p.week, p.title from ${course_parts} p where p.course_id = courses.id
        order by p.week, p.id`).as('parts'),
    })
    .from(courses)
    .where(isNull(courses.removed_at))
    .orderBy(sql`lower(courses.name)`);

interface SessionRow {
  id: number;
  week: number;
  title: string;
  first_week: boolean;
  starts_at: string;
  ends_at: string;
}

const ofState = (state: 'asked' | 'booked') =>
  sql<number>`(select count(*) from training_places t
    where t.training_id = trainings.id and t.state = ${state})`.mapWith(Number);
const begins = sql`(select min(s.starts_at) from training_sessions s where s.training_id = trainings.id)`;

const training = {
  id: trainings.id,
  course: { id: courses.id, name: courses.name },
  place: trainings.place,
  link: trainings.link,
  capacity: trainings.capacity,
  cancelled_at: trainings.cancelled_at,
  taken: ofState('booked').as('taken'),
  requests: ofState('asked').as('requests'),
  sessions: rowsOf<SessionRow[]>(sql`
    select s.id, p.week, p.title, p.week = courses.first_week as first_week, s.starts_at, s.ends_at
    from training_sessions s join course_parts p on p.id = s.part_id
    where s.training_id = trainings.id order by s.starts_at, s.id`).as('sessions'),
};

/** Trainings, the newest first: all, one, or those that begin after an instant. */
export const trainingRows = ({ db }: Pick<Ctx, 'db'>, which: { id?: number; after?: Date } = {}) =>
  db
    .select(training)
    .from(trainings)
    .innerJoin(courses, eq(courses.id, trainings.course_id))
    .where(
      and(
        which.id === undefined ? undefined : eq(trainings.id, which.id),
        which.after && isNull(trainings.cancelled_at),
        which.after && sql`${begins} > ${which.after.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(which.after ? begins : desc(begins), trainings.id)
    .limit(200);
export type TrainingRow = Awaited<ReturnType<typeof trainingRows>>[number];

/** What the rule of the trained must know of a person. */
const known = {
  recorded: rowsOf<Facts['recorded']>(sql`
    select id, kind, day, person_id, lifts, withdrawn_at is not null as withdrawn
    from school_facts f where f.person_id = people.id`).as('recorded'),
  attended: rowsOf<Facts['attended']>(sql`
    select a.person_id, s.part_id, s.day, a.withdrawn_at is not null as withdrawn
    from attendances a join training_sessions s on s.id = a.session_id
    where a.person_id = people.id`).as('attended'),
  courses: first_weeks.as('courses'),
};

/** Who has a place at a training or asked for one, and the sessions of it that each was at. */
export const placeRows = ({ db }: Ctx, training_id: number) =>
  db
    .select({
      person: { id: people.id, name: people.name },
      school: { id: schools.id, name: schools.name, zone: schools.zone },
      left_at: people.left_at,
      state: training_places.state,
      at: training_places.at,
      by: sql<string>`(select b.name from people b where b.id = training_places.by)`.as('by_name'),
      there: rowsOf<{ session_id: number }[]>(sql`
        select a.session_id from attendances a join training_sessions s on s.id = a.session_id
        where a.person_id = people.id and s.training_id = training_places.training_id
        and a.withdrawn_at is null`).as('there'),
      ...known,
    })
    .from(training_places)
    .innerJoin(people, eq(people.id, training_places.person_id))
    .innerJoin(schools, eq(schools.id, training_places.school_id))
    .where(eq(training_places.training_id, training_id))
    .orderBy(sql`lower(schools.name)`, sql`lower(people.name)`, people.id);

/** The people of the reader's school who are there, and the places that each has or asked for. */
export const ownPeople = (ctx: Ctx, school_id: number) =>
  ctx.db
    .select({
      id: people.id,
      name: people.name,
      places: rowsOf<{ training_id: number; state: (typeof training_places.$inferSelect)['state'] }[]>(sql`
        select t.training_id, t.state from training_places t where t.person_id = people.id`).as('places'),
      ...known,
    })
    .from(people)
    .where(and(eq(people.school_id, school_id), visibleTo(ctx, people.school_id), isNull(people.left_at)))
    .orderBy(sql`lower(people.name)`, people.id);

/** Somebody of a school, for her certificate: with the sessions of first weeks that she attended. */
export async function attendee(ctx: Ctx, school_id: number, id: number) {
  const [row] = await ctx.db
    .select({
      id: people.id,
      name: people.name,
      school: { name: schools.name, town: schools.town, zone: schools.zone },
      parts: rowsOf<{ course: string; title: string; day: string; part_id: number }[]>(sql`
        select c.name as course, p.title, min(s.day) as day, p.id as part_id
        from attendances a join training_sessions s on s.id = a.session_id
        join course_parts p on p.id = s.part_id join courses c on c.id = p.course_id
        where a.person_id = people.id and a.withdrawn_at is null and p.week = c.first_week
        group by c.id, c.name, p.id, p.title order by min(s.day), p.id`).as('parts'),
      ...known,
    })
    .from(people)
    .innerJoin(schools, eq(schools.id, people.school_id))
    .where(and(eq(people.id, id), eq(schools.id, school_id), visibleTo(ctx, schools.id)));
  return row;
}
