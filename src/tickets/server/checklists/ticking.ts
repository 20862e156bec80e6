import type { Ctx } from '#accounts/server/acting.ts';
import type { Facts } from '#accounts/server/story/story.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { canOf } from '../../rules/policy.ts';
import { checklist_limits, type AddToChecklist } from '../../rules/tasks/checklist.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { tellDeed } from '../telling.ts';
import type { Held } from '../moving.ts';
import { changed } from '../undo/rows-way.ts';
import { demand, hold, ticketWithMessages } from '../tickets.ts';
import {
  countItems,
  giveItems,
  insertItem,
  selectChecklist,
  selectItems,
  updateItems,
  type ItemRow,
} from './store.ts';

/** The deeds on a ticket's checklist. The school never learns of it. */

/** Holds the ticket for who works it: refuses not_found, not_allowed. */
export async function holdToWork(ctx: Ctx, number: number): Promise<Held> {
  const held = await hold(ctx, number);
  demand(ctx, held.facts, canOf(ctx.who, held.facts).tasks);
  return held;
}

/** An item's text as the story keeps it. */
const namedItem = ({ en, fr }: Words): Facts => ({ item: en, ...(fr !== en && { item_fr: fr }) });

/**
 * Puts all of a checklist on a ticket, or one item of its own. What stands there already is not put twice, and nothing
 * put is nothing told. Refuses not_found, not_allowed, not_now when there would be too many.
 */
export async function addToChecklist(
  ctx: Ctx,
  number: number,
  adding: AddToChecklist,
): Promise<TicketWithMessages> {
  const { ticket } = await holdToWork(ctx, number);
  if ('checklist' in adding) {
    const list = await selectChecklist(ctx, Number(adding.checklist));
    if (!list || list.removed_at) throw notFound();
    await findRoom(ctx, number, list.items.length);
    const given = await giveItems(ctx.db, {
      number,
      which: { id: list.id },
      by: ctx.who.person_id,
      at: ctx.now,
    });
    if (given.length > 0)
      await tellDeed(ctx, ticket, {
        kind: 'checklist_added',
        audience: 'desk',
        facts: { list: list.name },
        undo: { way: 'checklist', ...added(ctx, given) },
      });
  } else {
    await findRoom(ctx, number, 1);
    const { text, required_before_solving } = adding;
    const item = await insertItem(ctx, number, { text: { en: text, fr: text }, required_before_solving });
    await tellDeed(ctx, ticket, {
      kind: 'item_added',
      audience: 'desk',
      facts: namedItem(item.text),
      undo: { way: 'checklist', ...added(ctx, [item]) },
    });
  }
  return ticketWithMessages(ctx, number);
}

/** Undone, what was added is removed. */
export const added = ({ now }: Ctx, rows: readonly { id: number }[]) => ({
  before: { rows: rows.map(({ id }) => ({ id, removed_at: now })) },
  after: { rows: rows.map(({ id }) => ({ id, removed_at: null })) },
});

async function findRoom(ctx: Ctx, number: number, more: number): Promise<void> {
  if ((await countItems(ctx, number)) + more > checklist_limits.of_a_ticket)
    throw notNow({
      en: `A ticket holds at most ${checklist_limits.of_a_ticket} items.`,
      fr: `Un billet porte au plus ${checklist_limits.of_a_ticket} éléments.`,
    });
}

async function itemOf(ctx: Ctx, number: number, id: number): Promise<ItemRow> {
  const item = (await selectItems(ctx, number)).find(each => each.id === id);
  if (!item) throw notFound();
  return item;
}

/** Ticks an item, or takes the tick away: who and when is kept. Twice is once. */
export async function tickItem(
  ctx: Ctx,
  number: number,
  id: number,
  ticked: boolean,
): Promise<TicketWithMessages> {
  const { ticket } = await holdToWork(ctx, number);
  const item = await itemOf(ctx, number, id);
  if ((item.ticked_at !== null) !== ticked) {
    const set = ticked
      ? { ticked_by: ctx.who.person_id, ticked_at: ctx.now }
      : { ticked_by: null, ticked_at: null };
    await updateItems(ctx, [id], set);
    await tellDeed(ctx, ticket, {
      kind: ticked ? 'item_ticked' : 'item_unticked',
      audience: 'desk',
      facts: namedItem(item.text),
      undo: { way: 'checklist', ...changed([item], set) },
    });
  }
  return ticketWithMessages(ctx, number);
}

/** Takes an item off a ticket; a required one too, which the story tells. */
export async function removeItem(ctx: Ctx, number: number, id: number): Promise<TicketWithMessages> {
  const { ticket } = await holdToWork(ctx, number);
  const item = await itemOf(ctx, number, id);
  const set = { removed_at: ctx.now };
  await updateItems(ctx, [id], set);
  await tellDeed(ctx, ticket, {
    kind: 'item_removed',
    audience: 'desk',
    facts: namedItem(item.text),
    undo: { way: 'checklist', ...changed([item], set) },
  });
  return ticketWithMessages(ctx, number);
}
