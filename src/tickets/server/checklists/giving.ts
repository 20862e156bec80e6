import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { sendSignal } from '#platform/live/signals.ts';
import type { Category } from '../../rules/categories.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { changed } from '../undo/rows-way.ts';
import { giveItems, selectChecklists, selectItems, updateItems } from './store.ts';
import { added } from './ticking.ts';

const most_events = 200;

/** Gives a new ticket the checklists that its category had when it was opened, whoever opened it. */
export const checklister: EventReader = {
  name: 'checklists',
  async read(db, position) {
    const { rows } = await db.execute<{
      position: number;
      kind: string;
      ticket: number | null;
      at: string;
    }>(sql`
      select position, kind, ticket_number as ticket, at from events
      where position > ${position} order by position limit ${most_events}`);
    for (const { kind, ticket, at } of rows) {
      if (kind !== 'opened' || ticket === null) continue;
      const opened = new Date(at);
      const given = await giveItems(db, {
        number: ticket,
        which: { of_its_category_at: opened },
        by: null,
        at: opened,
      });
      if (given.length > 0) await sendSignal(db, { to: 'desk', kind: 'beside', facts: { ticket } });
    }
    return Number(rows.at(-1)?.position ?? position);
  },
};

/**
 * A ticket's checklist follows its corrected category: what came by itself for the old one and was not begun goes, what
 * the new one has comes. One's own items, and those that are ticked, stay. Told in a line of the desk's, and undone with
 * the correction.
 */
export async function followCategory(ctx: Ctx, ticket: TicketRow, category: Category): Promise<void> {
  const { number } = ticket;
  const kept = new Set(
    (await selectChecklists(ctx)).filter(list => list.categories.includes(category)).map(({ id }) => id),
  );
  const going = (await selectItems(ctx, number)).filter(
    item =>
      item.checklist_id !== null && item.added_by === null && !item.ticked_at && !kept.has(item.checklist_id),
  );
  const set = { removed_at: ctx.now };
  if (going.length > 0)
    await updateItems(
      ctx,
      going.map(({ id }) => id),
      set,
    );
  const coming = await giveItems(ctx.db, {
    number,
    which: { of_its_category_at: ctx.now },
    by: null,
    at: ctx.now,
  });
  if (going.length + coming.length === 0) return;
  const [went, came] = [changed(going, set), added(ctx, coming)];
  await tellDeed(ctx, ticket, {
    kind: 'checklist_changed',
    audience: 'desk',
    undo: {
      way: 'checklist',
      before: { rows: [...went.before.rows, ...came.before.rows] },
      after: { rows: [...went.after.rows, ...came.after.rows] },
    },
  });
}
