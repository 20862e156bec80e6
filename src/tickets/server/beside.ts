import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { TicketWithMessages } from '../rules/ticket.ts';
import { checklistOn, type BesideItem } from './checklists/store.ts';
import { peopleOn } from './colleagues/store.ts';
import { writtenDownBy } from './opening/views.ts';
import { filledOn, type FilledRow } from './fields/store.ts';
import { followersOn } from './followers/store.ts';
import { joinedWith, type JoinedRow } from './joining/views.ts';
import { waitingOn, type WaitingRow } from './sending/views.ts';
import { snoozesOn, type BesideSnooze } from './snoozes/store.ts';
import { tasksOn, type BesideTask } from './tasks/store.ts';
import { undoableOn, type UndoableRow } from './undo/store.ts';

export type Named = TicketWithMessages['requester'];

/** What stands beside a ticket's messages; each part says in its own folder how it is read and who may. */
export interface Beside {
  people: TicketWithMessages['people'];
  fields: FilledRow[];
  outgoing: WaitingRow[];
  undo: UndoableRow | null;
  /** Who wrote it down for the one who asked; null when that was herself. */
  came: Named | null;
  checklist: BesideItem[];
  tasks: BesideTask[];
  followers: TicketWithMessages['followers'];
  snoozes: BesideSnooze[];
  joinings: JoinedRow[];
}

/** A school has no right on these tables at all, so they are not even asked. */
const inside = ({ who }: Ctx, part: SQL): SQL => (who.side === 'desk' ? part : sql`select '[]'::json`);

const parts = (ctx: Ctx, number: number): Record<keyof Beside, SQL> => ({
  people: peopleOn(ctx, number),
  fields: filledOn(ctx, number),
  outgoing: waitingOn(ctx, number),
  undo: undoableOn(ctx, number),
  came: writtenDownBy(number),
  checklist: inside(ctx, checklistOn(number)),
  tasks: inside(ctx, tasksOn(number)),
  followers: inside(ctx, followersOn(number)),
  snoozes: inside(ctx, snoozesOn(ctx, number)),
  joinings: joinedWith(ctx, number),
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
