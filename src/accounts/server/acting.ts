import { sql, type Column, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/db/database.ts';
import { routesFor, type Ctx as PlatformCtx } from '#platform/http/routes.ts';
import type { Person, Software } from '../rules/who.ts';

/** What every deed of a person is given. */
export type Ctx = PlatformCtx<Person>;

export const route = routesFor<Person>();

/** As whom the database sees a person: the second wall's role, and the school that its policies ask for. */
export function actorOf(who: Person | Software): Actor {
  if (who.side === 'system')
    return { role: 'firstline_software', settings: { 'app.actor': `job:${who.job}` } };
  const settings = { 'app.actor': `person:${who.person_id}` };
  return who.side === 'desk'
    ? { role: 'firstline_desk', settings }
    : { role: 'firstline_school', settings: { ...settings, 'app.school_id': String(who.school_id) } };
}

/** The first wall around what is the desk's alone: notes, and the lines of the story that are for the desk. */
export const readsInside = ({ who, code_wall }: Pick<Ctx, 'who' | 'code_wall'>): boolean =>
  !code_wall || who.side === 'desk';

/** The first wall, for a query's `where`: of a table's rows, those that this person may see. */
export const visibleTo = (ctx: Pick<Ctx, 'who' | 'code_wall'>, school_id: Column): SQL =>
  !ctx.code_wall || ctx.who.side === 'desk' ? sql`true` : sql`${school_id} = ${ctx.who.school_id}`;
