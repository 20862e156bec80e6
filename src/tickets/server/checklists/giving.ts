import type { Ctx } from '#accounts/server/acting.ts';
import type { Category } from '../../rules/categories.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { changed } from '../undo/rows-way.ts';
import { giveItems, selectChecklists, selectItems, updateItems } from './store.ts';
import { added } from './ticking.ts';

/**
 * Gives a new ticket the checklists of its category, in the transaction that opens it: what they require holds solving
 * from that instant. A school may know nothing of it, so this is the software's (asSoftware) or the desk's to do.
 */
export const giveChecklists = (
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  number: number,
): Promise<{ id: number }[]> =>
  giveItems(db, { number, which: { of_its_category_at: now }, by: null, at: now });

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
  const coming = await giveChecklists(ctx, number);
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
