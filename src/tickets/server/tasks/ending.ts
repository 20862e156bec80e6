import type { Ctx } from '#accounts/server/acting.ts';
import { notNow } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import type { Move, Transition } from '../../rules/lifecycle.ts';
import { asksAboutTasks, heldBackBy, type TaskFate } from '../../rules/tasks/ending.ts';
import { selectItems } from '../checklists/store.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { changed } from '../undo/rows-way.ts';
import { selectOpenTasks, updateTasks } from './store.ts';

type Ending = Transition & { move: Move };

/**
 * What the desk has to do before its move ends a ticket (rules/tasks/ending.ts): required items are ticked, and of open
 * tasks it is said what becomes of them. Refuses not_now with what is open. A school knows neither, and is not asked.
 */
export async function checkEnding(
  ctx: Ctx,
  number: number,
  row: Ending,
  fate: TaskFate | undefined,
): Promise<void> {
  if (ctx.who.side !== 'desk' || !asksAboutTasks(row.to)) return;
  const items = (await selectItems(ctx, number)).map(item => ({ ...item, ticked: item.ticked_at }));
  const holding = heldBackBy(row.move, items);
  if (holding.length > 0)
    throw notNow(tickFirst(holding.map(({ text }) => text)), {
      stop: 'open_items',
      open: holding.map(({ id, text }) => ({ id, text: text[ctx.lang] })),
    });
  if (fate) return;
  const open = await selectOpenTasks(ctx, number);
  if (open.length > 0)
    throw notNow(sayWhat(open.length), {
      stop: 'open_tasks',
      open: open.map(({ task: { id, text, due_on }, assignee }) => ({ id, text, assignee, due: due_on })),
    });
}

const tickFirst = (texts: readonly Words[]): Words => ({
  en: `Before it can be solved, tick: ${texts.map(({ en }) => en).join('; ')}.`,
  fr: `Avant de le régler, cochez : ${texts.map(({ fr }) => fr).join('; ')}.`,
});

const sayWhat = (count: number): Words => ({
  en: `${count === 1 ? '1 task is' : `${count} tasks are`} open. Say whether to keep or to drop what is open.`,
  fr: `${count === 1 ? '1 tâche est ouverte' : `${count} tâches sont ouvertes`}. Dites s’il faut garder ou abandonner ce qui est ouvert.`,
});

/** Drops the open tasks of a ticket that ends; undone together with the move. */
export async function dropOpenTasks(ctx: Ctx, ticket: TicketRow, row: Ending): Promise<void> {
  if (ctx.who.side !== 'desk' || !asksAboutTasks(row.to)) return;
  const open = (await selectOpenTasks(ctx, ticket.number)).map(({ task }) => task);
  if (open.length === 0) return;
  const set = { removed_at: ctx.now };
  await updateTasks(
    ctx,
    open.map(({ id }) => id),
    set,
  );
  for (const task of open)
    await tellDeed(ctx, ticket, {
      kind: 'task_dropped',
      audience: 'desk',
      facts: { task: task.text },
      undo: { way: 'tasks', ...changed([task], set) },
    });
}
