import { tellDays } from '#accounts/server/igroup/calendar.ts';
import { nameIgroup, numberIgroup, timeDesk } from '#accounts/server/igroup/igroup.ts';
import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import { putOffStep } from '#schools/server/set-up/set-up.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '#sla/rules/dates.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import type { CastName } from './cast.ts';
import type { Actors } from './town.ts';

/** The town's first run is long over: it has its names and its hours, and one administrator is enough for it. */
export async function settleTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const long_ago = new Date(now.getTime() - 290 * 86_400_000);
  const as = (name: CastName, work: (ctx: Ctx) => Promise<unknown>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: long_ago, lang: 'en', code_wall: true }),
    );
  await as('Nadia Petrov', ctx => nameIgroup(ctx, { name: 'iGroup', system: 'BCeSIS', version: 0 }));
  await as('Nadia Petrov', ctx =>
    numberIgroup(ctx, {
      version: 0,
      numbers: [
        {
          says: {
            en: 'A privacy incident, at any hour',
            fr: 'Un incident de confidentialité, à toute heure',
          },
          number: '250-555-0199',
        },
        {
          says: {
            en: 'The system is down on a report card day',
            fr: 'Le système est en panne un jour de bulletins',
          },
          number: '250-555-0188',
        },
      ],
    }),
  );
  const { zone, week } = first_desk_time;
  await as('Nadia Petrov', ctx => timeDesk(ctx, { zone, week: [...week], version: 0 }));
  // On the last working day before Christmas the desk closes at noon.
  const eve = lastWorkingDay(`${now.getUTCFullYear()}-12-24`);
  await as('Nadia Petrov', ctx =>
    tellDays(ctx, {
      ...{ first_day: eve, last_day: eve, name: 'Christmas Eve' },
      hours: [{ from_minute: 480, to_minute: 720 }],
    }),
  );
  await as('Arun Patel', ctx => putOffStep(ctx, 'second_administrator'));
}

/** The day itself, or the Friday before. */
function lastWorkingDay(date: string): string {
  const day = dayNumber(date);
  return dateOfDay(day - Math.max(0, weekdayOfDay(day) - 5));
}
