import { eq } from 'drizzle-orm';
import { people } from '#accounts/server/tables.ts';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { recordFact } from '#schools/server/facts/facts.ts';
import { school_facts } from '#schools/server/facts/tables.ts';
import { schools } from '#schools/server/schools.ts';
import { addCourse, addTraining, listCourses } from '#schools/server/training/courses.ts';
import { noteAttendance, setPlace } from '#schools/server/training/places.ts';
import { addWave, moveSchools } from '#schools/server/waves/waves.ts';
import { requestPlaces } from '#schools/server/training/requests.ts';
import { dateOfDay, weekdayOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import type { CastName, CastSchool } from './cast.ts';
import type { Actors } from './town.ts';

const all_facts = ['stage1', 'trained_before'] as const;

/** Gives a school of the town the facts that its doors follow from, as the migration gave them to schools that were there. */
export async function openDoors(
  owner: Database['owner'],
  { id: school_id, created_at }: { id: number; created_at: Date },
  facts: CastSchool['facts'] = all_facts,
): Promise<void> {
  const day = created_at.toISOString().slice(0, 10);
  const fact = { school_id, day, recorded_at: created_at };
  const there = await owner.select({ id: people.id }).from(people).where(eq(people.school_id, school_id));
  if (facts.includes('stage1')) await owner.insert(school_facts).values({ ...fact, kind: 'stage1' });
  if (facts.includes('trained_before'))
    await owner
      .insert(school_facts)
      .values(there.map(({ id }) => ({ ...fact, kind: 'trained_before' as const, person_id: id })));
  if (facts.includes('suspended'))
    await owner
      .insert(school_facts)
      .values({ ...fact, kind: 'suspended', reason: 'No technical contact since the summer' });
  const trained_from = facts.includes('trained_before') ? day : null;
  await owner
    .update(schools)
    .set({
      trained_from,
      training_from: trained_from,
      stage1_from: facts.includes('stage1') ? day : null,
      suspended_from: facts.includes('suspended') ? day : null,
    })
    .where(eq(schools.id, school_id));
}

/** A course, one training that is over and two that are to come; who was there, who asks for a place. */
export async function trainTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, days_ago: number, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({
        ...{ who: actors[name], db, lang: 'en', code_wall: true },
        now: new Date(now.getTime() - days_ago * 86_400_000),
      }),
    );
  const idOf = (name: CastName) => actors[name].person_id;
  // Trainings begin on a Monday or a Tuesday, whatever day the town is built on.
  const today = localDay(now, 'America/Vancouver');
  const monday = today - weekdayOfDay(today) + 1;
  const day = (ahead: number) => dateOfDay(monday + ahead);
  await as('Nadia Petrov', 60, ctx =>
    addCourse(ctx, {
      name: 'Getting started with BCeSIS',
      first_week: 1,
      parts: [
        { week: 1, title: 'Signing in and finding a student' },
        { week: 1, title: 'Attendance and timetable' },
        { week: 2, title: 'Marks and report cards' },
      ],
    }),
  );
  const [course] = (await as('Nadia Petrov', 60, listCourses)).items;
  const held = (first: number, capacity: number, where: { place: string | null; link: string | null }) =>
    as('Nadia Petrov', 50, ctx =>
      addTraining(ctx, {
        ...{ course: course!.id, zone: 'America/Vancouver', capacity, ...where },
        sessions: course!.parts.map(({ id }, at) => ({
          part: id,
          day: day(first + [0, 1, 7][at]!),
          starts: '09:00',
          ends: '11:30',
        })),
      }),
    );
  const past = await held(-21, 12, { place: 'Resource centre, Nanaimo', link: null });
  const next = await held(8, 8, { place: null, link: 'https://meet.example.org/training' });
  await held(29, 12, { place: 'Resource centre, Nanaimo', link: null });
  for (const name of ['Ana Ruiz', 'Rosa Lind'] as const)
    await as('Nadia Petrov', 40, ctx => setPlace(ctx, { id: past.id, person: idOf(name) }, 'booked'));
  const [first, second] = past.sessions;
  const note = (session: number, ...names: CastName[]) =>
    as('Nadia Petrov', 13, ctx =>
      noteAttendance(ctx, { id: past.id, session }, { people: names.map(idOf), attended: true }),
    );
  await note(first!.id, 'Ana Ruiz', 'Rosa Lind');
  await note(second!.id, 'Ana Ruiz');
  await as('Nadia Petrov', 45, ctx =>
    recordFact(ctx, schoolOf(actors, 'Ana Ruiz'), { kind: 'invited', day: day(-45) }),
  );
  await as('Nadia Petrov', 12, ctx =>
    recordFact(ctx, schoolOf(actors, 'Ana Ruiz'), {
      kind: 'signed',
      ...{ day: day(-14), document: 'Letter of participation', document_version: '2026-1' },
      ...{ signer: 'Ana Ruiz', signer_role: 'Principal' },
    }),
  );
  await as('Nadia Petrov', 20, ctx =>
    recordFact(ctx, schoolOf(actors, 'Tessa Moore'), { kind: 'invited', day: day(-20) }),
  );
  await as('Nadia Petrov', 5, ctx => setPlace(ctx, { id: next.id, person: idOf('Rosa Lind') }, 'booked'));
  await as('Tessa Moore', 2, ctx => requestPlaces(ctx, next.id, [idOf('Tessa Moore'), idOf('Ken Ito')]));
}

/** A wave of two schools that are not in Stage 1: for the demo and its pictures. */
export async function waveTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const who = actors['Nadia Petrov'];
  await database.transact(actorOf(who), async db => {
    const ctx: Ctx = { who, db, now, lang: 'en', code_wall: true };
    const { items } = await addWave(ctx, { name: 'Spring wave', planned_for: null });
    const schools = (['Tessa Moore', 'Ana Ruiz'] as const).map(name => schoolOf(actors, name));
    await moveSchools(ctx, items.find(({ name }) => name === 'Spring wave')!.id, schools);
  });
}

const schoolOf = (actors: Actors, name: CastName): number => {
  const who = actors[name];
  return who.side === 'school' ? who.school_id : 0;
};
