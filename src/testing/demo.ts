import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, isNotNull } from 'drizzle-orm';
import { installation, logins, people } from '#accounts/server/tables.ts';
import type { Config } from '#platform/config.ts';
import { Misconfigured } from '#platform/config.ts';
import type { Database } from '#platform/db/database.ts';
import { closeMonths } from '#reports/server/statements/closing.ts';
import { schools } from '#schools/server/schools.ts';
import { cast_desk, cast_password } from './cast.ts';
import { agreeTown } from './town-agreements.ts';
import { configureTown } from './town-configuration.ts';
import { settleTown } from './town-first-run.ts';
import { guideTown } from './town-guide.ts';
import { tellInside } from './town-inside.ts';
import { keepMacros } from './town-macros.ts';
import { shareTown } from './town-handing.ts';
import { fillTown } from './town-fields.ts';
import { joinTown } from './town-joining.ts';
import { keepSchools } from './town-schools.ts';
import { keepPromises } from './town-promises.ts';
import { tieTown } from './town-several.ts';
import { pastMonths } from './town-months.ts';
import { readTown } from './town-readings.ts';
import { workTown } from './town-tasks.ts';
import { askTown } from './town-forum.ts';
import { writeArticles } from './town-articles.ts';
import { waveTown } from './town-training.ts';
import { tellTown } from './town-status.ts';
import { exceptTown } from './town-exceptions.ts';
import { giveRights } from './town-rights.ts';
import { buildTown } from './town.ts';

/** Ready sign-ins of the demo: each can be sent to `POST /api/session` as it is. */
interface SignIn {
  role: string;
  school?: string;
  username: string;
  password: string;
  /** Behind a school's login: which of its people. */
  person?: number;
  name: string;
}

/**
 * Fills an empty installation with the town, or finds the town there already; writes `demo-sign-ins.json` and answers
 * the lines to print. Throws Misconfigured when the data folder holds a real installation.
 */
export async function prepareDemo(database: Database, config: Config, now: Date): Promise<string[]> {
  const [found] = await database.owner
    .select({ demo: installation.demo, set_up_at: installation.set_up_at })
    .from(installation);
  const [anyLogin] = await database.owner.select({ id: logins.id }).from(logins).limit(1);
  if ((found && !found.demo) || (!found && anyLogin))
    throw new Misconfigured([
      '--demo: this data folder holds a real installation; choose another DATA_DIR for the demo town',
    ]);
  if (!anyLogin) {
    await database.owner.insert(installation).values({ created_at: now, demo: true }).onConflictDoNothing();
    const actors = await buildTown(database, now);
    await settleTown(database, actors, now);
    await waveTown(database, actors, now);
    await keepSchools(database, actors, now);
    await tellInside(database, actors, now);
    await joinTown(database, actors, now);
    await shareTown(database, actors, now);
    await readTown(database, actors, now);
    await giveRights(database, actors, now);
    await workTown(database, actors, now);
    await keepMacros(database, actors, now);
    await fillTown(database, actors, now);
    await configureTown(database, actors, now);
    await keepPromises(database, actors, now);
    await tieTown(database, actors, now);
    await agreeTown(database, actors, now);
    await pastMonths(database, actors, now);
    await writeArticles(database, actors, now);
    await tellTown(database, actors, now);
    await askTown(database, actors, now);
    await guideTown(database, actors, now);
    await exceptTown(database, actors, now);
    await closeMonths({ database, clock: () => now });
    await database.owner.update(installation).set({ set_up_at: now });
  } else if (!found?.set_up_at)
    throw new Misconfigured([
      'the demo town was cut short while it was built: delete its data folder and start again',
    ]);
  const signIns = await signInsOf(database);
  await writeFile(join(config.data_dir, 'demo-sign-ins.json'), JSON.stringify(signIns, null, 2) + '\n', {
    mode: 0o600,
  });
  return signIns.map(lineOf);
}

/** The demo's passwords are known to everybody: what holds it is opened with --demo only, and so on this computer only. */
export async function refuseDemoElsewhere(database: Database): Promise<void> {
  const [found] = await database.owner.select({ demo: installation.demo }).from(installation);
  if (found?.demo)
    throw new Misconfigured([
      'this data folder holds the demo town: start with --demo, or choose another DATA_DIR',
    ]);
}

async function signInsOf({ owner }: Database): Promise<SignIn[]> {
  const contacts = await owner
    .select({
      id: people.id,
      name: people.name,
      roles: people.roles,
      school: schools.name,
      username: logins.username,
    })
    .from(people)
    .innerJoin(schools, eq(schools.id, people.school_id))
    .innerJoin(logins, eq(logins.school_id, schools.id))
    .where(isNotNull(people.school_id))
    .orderBy(people.id);
  const password = cast_password;
  return [
    ...contacts.map(({ id, name, roles, school, username }) => ({
      role: roles[0]!,
      school,
      username,
      password,
      person: id,
      name,
    })),
    ...cast_desk.map(({ name, username, roles }) => ({ role: roles.at(-1)!, username, password, name })),
  ];
}

const lineOf = ({ role, school, username, password, name }: SignIn): string =>
  `${username.padEnd(10)} ${password}   ${name}, ${role.replaceAll('_', ' ')}${school ? ` of ${school}` : ''}`;
