import { sql, type SQL } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { tickets } from '../tables.ts';

/** Who wrote a ticket down for the one who asked, as JSON; nothing where that was herself. */
export const writtenDownBy = (number: number): SQL => sql`
  select json_build_object('id', p.id, 'name', p.name)
  from tickets t join people p on p.id = t.opened_by
  where t.number = ${number} and t.opened_by <> t.requester_id`;

/** The ticket inside that one goes on from: for the iGroup, a school knows of none. */
export const followsInside = (ctx: Ctx) =>
  (readsInside(ctx)
    ? sql<number | null>`(select f.inside_number from inside_follows f where f.number = ${tickets.number})`
    : sql<null>`null::integer`
  ).as('follows_inside');
