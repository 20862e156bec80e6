import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { TicketWithMessages } from '../rules/ticket.ts';
import { peopleOn } from './colleagues/store.ts';
import { waitingOn, type WaitingRow } from './sending/views.ts';
import { undoableOn, type UndoableRow } from './undo/store.ts';

/** What stands beside a ticket's messages; each part says in its own folder how it is read and who may. */
export interface Beside {
  people: TicketWithMessages['people'];
  outgoing: WaitingRow[];
  undo: UndoableRow | null;
}

const parts = (ctx: Ctx, number: number): Record<keyof Beside, SQL> => ({
  people: peopleOn(ctx, number),
  outgoing: waitingOn(ctx, number),
  undo: undoableOn(ctx, number),
});

/** All of it in one query. */
export async function selectBeside(ctx: Ctx, number: number): Promise<Beside> {
  const asked = Object.entries(parts(ctx, number)).map(
    ([name, part]) => sql`(${part}) as ${sql.identifier(name)}`,
  );
  const { rows } = await ctx.db.execute<Beside & Record<string, unknown>>(
    sql`select ${sql.join(asked, sql`, `)}`,
  );
  return rows[0]!;
}
