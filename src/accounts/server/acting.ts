import { getTableColumns, sql, type Column, type SQL } from 'drizzle-orm';
import type { Actor, Db } from '#platform/db/database.ts';
import { routesFor, type Ctx as PlatformCtx, type Route } from '#platform/http/routes.ts';
import type { Seen } from '#sla/rules/moments.ts';
import type { Door } from '../rules/doors.ts';
import { seesRights } from '../rules/policy.ts';
import { inStage1, type Person, type Software } from '../rules/who.ts';

/** What every deed of a person is given. */
export type Ctx = PlatformCtx<Person>;

type Input<P, Q, B> = { params: P; query: Q; body: B };
type Doored<P, Q, B> = { door?: Door | ((input: Input<P, Q, B>) => Door) };

/** A route, with the door that people of schools come through; without one it is ordinary work. */
export const route = <P = unknown, Q = unknown, B = unknown, A = unknown>(
  given: Omit<Route<Person, P, Q, B, A>, 'door'> & Doored<P, Q, B>,
): Route<Person> => routesFor<Person>()<P, Q, B, A>(given);

/** As whom the database sees a person: the second wall's role, and the school, roles and stage that its policies ask for. */
export function actorOf(who: Person | Software): Actor {
  if (who.side === 'system')
    return { role: 'firstline_software', settings: { 'app.actor': `job:${who.job}` } };
  const settings = { 'app.actor': `person:${who.person_id}` };
  return who.side === 'desk'
    ? {
        role: 'firstline_desk',
        settings: { ...settings, 'app.sees_rights': seesRights(who) ? 'yes' : 'no' },
      }
    : {
        role: 'firstline_school',
        settings: {
          ...settings,
          'app.school_id': String(who.school_id),
          'app.roles': who.roles.join(','),
          'app.stage1': inStage1(who) ? 'yes' : 'no',
        },
      };
}

/** Who reads what is worded: when, in which zone, in which language. */
export const seenBy = ({ now, who, lang }: Pick<Ctx, 'now' | 'who' | 'lang'>): Seen => ({
  now,
  zone: who.zone,
  lang,
});

/** The first wall around what is the desk's alone: notes, and the lines of the story that are for the desk. */
export const readsInside = ({ who, code_wall }: Pick<Ctx, 'who' | 'code_wall'>): boolean =>
  !code_wall || who.side === 'desk';

/**
 * The first wall, for a query's `where`: of a table's rows, those that this person may see. Of rows that may be
 * `inside` the iGroup, a school sees none that are; of tickets and of what hangs on them, the desk those of rights only
 * where it keeps them.
 */
export function visibleTo(ctx: Pick<Ctx, 'who' | 'code_wall'>, school_id: Column): SQL {
  const { who, code_wall } = ctx;
  if (!code_wall) return sql`true`;
  const { inside, request, ticket_number } = getTableColumns(school_id.table);
  if (who.side === 'desk') {
    if (seesRights(who)) return sql`true`;
    if (request) return sql`${request} is distinct from 'rights'`;
    return ticket_number ? onSeenTicket(ctx, ticket_number) : sql`true`;
  }
  return inside
    ? sql`(${school_id} = ${who.school_id} and not ${inside})`
    : sql`${school_id} = ${who.school_id}`;
}

/** The same wall for what hangs on a ticket: none of one that asks for rights, to whom of the desk keeps none (S10). */
export const onSeenTicket = (
  { who, code_wall }: Pick<Ctx, 'who' | 'code_wall'>,
  number: SQL | Column,
): SQL =>
  !code_wall || seesRights(who)
    ? sql`true`
    : sql`not exists (select from tickets kept where kept.number = ${number} and kept.request = 'rights')`;

/** The software at work in a person's transaction. */
interface Acting {
  who: Software;
  db: Db;
  now: Date;
}

/**
 * Does for a person's deed what she herself may not see or write: in the software's role, in her transaction. What it
 * answers must be fit for her. A refusal within ends the whole transaction.
 */
export async function asSoftware<T>(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  job: string,
  work: (software: Acting) => Promise<T>,
): Promise<T> {
  const { rows } = await db.execute<{ role: string; actor: string }>(
    sql`select current_setting('role') as role, current_setting('app.actor', true) as actor`,
  );
  const [{ role, actor }] = rows as [{ role: string; actor: string }];
  const who: Software = { side: 'system', job };
  const become = (name: string, as: string) =>
    db.execute(sql`select set_config('role', ${name}, true), set_config('app.actor', ${as}, true)`);
  // Where the second wall is down, it is down for the software too.
  await become(role === 'none' ? role : actorOf(who).role, `job:${job}`);
  const done = await work({ who, db, now });
  await become(role, actor);
  return done;
}
