import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import type { SchoolChange } from '#schools/rules/school.ts';
import { changeSchool } from '#schools/server/changing.ts';
import { listSchools } from '#schools/server/keeping.ts';
import { addWave, moveSchools } from '#schools/server/waves/waves.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

type Facts = Omit<SchoolChange, 'version'>;

/** What is kept of the town's schools: kind, grades, network, students of three years, days off, notes. */
const factsOf = (year: number): Record<string, Facts> => {
  const students = (...fte: number[]) => fte.map((each, index) => ({ year: year - 1 - index, fte: each }));
  const spring_break = {
    ...{ first_day: `${year + 1}-03-15`, last_day: `${year + 1}-03-26` },
    ...{ kind: 'break' as const, name: 'Spring break' },
  };
  const winter_break = {
    ...{ first_day: `${year}-12-21`, last_day: `${year + 1}-01-01` },
    ...{ kind: 'break' as const, name: 'Winter break' },
  };
  const breaks = [winter_break, spring_break];
  const day = (date: string, name: string) => ({
    ...{ first_day: `${year}-${date}`, last_day: `${year}-${date}` },
    ...{ kind: 'professional_day' as const, name },
  });
  return {
    ALDER: {
      kind: 'independent',
      grades: { first: 0, last: 12 },
      network: {
        provider: 'Shaw Business',
        proxy: 'proxy.alder.example:8080',
        firewall: 'Sam Okoro, at the school',
      },
      enrolments: students(412.5, 398.0625, 405.25, 377),
      days_off: [day('10-23', 'Provincial professional day'), day('02-12', 'Planning day'), ...breaks],
      notes:
        'Ask for Sam before anything is changed on their network.\nThe office is closed on Friday afternoons.',
    },
    BIRCH: {
      kind: 'independent',
      grades: { first: 0, last: 7 },
      network: { provider: 'Telus', proxy: null, firewall: 'the provider' },
      enrolments: students(164.25, 171, 158.5),
      days_off: [day('10-23', 'Provincial professional day'), ...breaks],
    },
    CEDAR: {
      kind: 'independent',
      grades: { first: 0, last: 9 },
      network: { provider: 'Telus', proxy: null, firewall: null },
      enrolments: students(231.75, 226),
      days_off: breaks,
    },
    DOGWD: {
      kind: 'public',
      grades: { first: 8, last: 12 },
      network: { provider: 'PLNet', proxy: 'proxy.plnet.example:3128', firewall: 'the district' },
      enrolments: students(905.125, 921.5, 933),
      days_off: breaks,
    },
    ESDIL: { kind: 'first_nation', grades: { first: 0, last: 12 }, enrolments: students(58.5, 52.25) },
    STANN: { kind: 'independent', grades: { first: 0, last: 12 }, enrolments: students(310) },
  };
};

/** What the coordinator has entered of the schools, and the waves that they enter in. */
export async function keepSchools(database: Database, actors: Actors, now: Date): Promise<void> {
  const nadia = actors['Nadia Petrov'];
  const asNadia = <T>(at: Date, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(nadia), db => work({ who: nadia, db, now: at, lang: 'en', code_wall: true }));
  const year = now.getUTCFullYear();
  const all = await asNadia(now, ctx => listSchools(ctx, { sort: 'code', offset: 0 }));
  const id_of = Object.fromEntries(all.items.map(({ id, code }) => [code, id]));
  for (const [code, facts] of Object.entries(factsOf(year)))
    await asNadia(deskTime(now, -300), ctx => changeSchool(ctx, id_of[code]!, { version: 1, ...facts }));
  const waves = [
    { name: 'First wave', planned_for: `${year}-09-08`, schools: ['ALDER', 'BIRCH'] },
    { name: 'Second wave', planned_for: `${year + 1}-02-01`, schools: ['CEDAR', 'DOGWD'] },
    { name: 'North', planned_for: null, schools: [] },
  ];
  for (const { schools, ...wave } of waves) {
    const { items } = await asNadia(deskTime(now, -200), ctx => addWave(ctx, wave));
    const { id } = items.find(({ name }) => name === wave.name)!;
    const ids = schools.map(code => id_of[code]!);
    if (ids.length > 0) await asNadia(deskTime(now, -199), ctx => moveSchools(ctx, id, ids));
  }
}
