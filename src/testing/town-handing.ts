import { addTeam } from '#accounts/server/teams/teams.ts';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { dateOfDay, weekdayOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import { addAbsence, setHours } from '#tickets/server/absences/absences.ts';
import { giveTicket } from '#tickets/server/handing/giving.ts';
import { setTeamRules } from '#tickets/server/handing/team-rules.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

const hour = 60;

/** The desk shares its work: two teams, what goes to them by itself, part-timers' hours, and who is away this week. */
export async function shareTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const at = deskTime(now, -6);
  const as = <T>(name: CastName, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: at, lang: 'en', code_wall: true }),
    );
  const id = (name: CastName) => actors[name].person_id;
  const team = (name: string, way: 'by_hand' | 'round_robin', people: CastName[]) =>
    as('Nadia Petrov', ctx => addTeam(ctx, { name, way, people: people.map(id) }));
  const access = await team('Access', 'round_robin', ['Maya Chen', 'Ines Roy']);
  const reports = await team('Reports', 'by_hand', ['Ines Roy', 'Owen Hart']);
  await as('Nadia Petrov', ctx =>
    setTeamRules(ctx, {
      version: 0,
      rules: [
        { team: access.id, categories: ['login_access', 'security_role'], schools: null },
        {
          team: reports.id,
          categories: ['report_cards', 'transcripts_trax', 'printing_reports'],
          schools: null,
        },
      ],
    }),
  );
  await as('Ines Roy', ctx => setHours(ctx, id('Ines Roy'), { hours: on([1, 2, 3, 4], 8, 13) }));
  await as('Owen Hart', ctx =>
    setHours(ctx, id('Owen Hart'), { hours: [...on([1, 3, 5], 8, 12), ...on([1, 3, 5], 13, 16)] }),
  );
  const today = localDay(now, 'America/Vancouver');
  const monday = today - weekdayOfDay(today) + 1;
  await as('Owen Hart', ctx =>
    addAbsence(ctx, {
      person: id('Owen Hart'),
      from_date: dateOfDay(monday + 7),
      from_noon: true,
      to_date: dateOfDay(monday + 9),
      to_noon: false,
      reason: 'Course on the new release',
      stand_in: id('Ines Roy'),
    }),
  );
  await as('Nadia Petrov', ctx =>
    addAbsence(ctx, {
      person: id('Vera Lund'),
      from_date: dateOfDay(today - 1),
      from_noon: false,
      to_date: dateOfDay(today + 2),
      to_noon: false,
      reason: null,
      stand_in: id('Owen Hart'),
    }),
  );
  await forTeams(database, as, [access.id, reports.id]);
}

/** What is open already is for its team too. */
async function forTeams(
  database: Database,
  as: <T>(name: CastName, work: (ctx: Ctx) => Promise<T>) => Promise<T>,
  [access, reports]: [number, number],
): Promise<void> {
  const { rows } = await database.pool.query<{
    number: number;
    category: string;
    assignee_id: number | null;
  }>(
    `select number, category, assignee_id from tickets where ended_at is null
     and category in ('login_access', 'security_role', 'report_cards', 'transcripts_trax') order by number`,
  );
  for (const { number, category, assignee_id } of rows) {
    const team = ['login_access', 'security_role'].includes(category) ? access : reports;
    await as('Nadia Petrov', ctx => giveTicket(ctx, number, { team, agent: assignee_id }));
  }
}

const on = (weekdays: readonly number[], from: number, to: number) =>
  weekdays.map(weekday => ({ weekday, from_minute: from * hour, to_minute: to * hour }));
