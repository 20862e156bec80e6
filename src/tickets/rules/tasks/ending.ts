import { states, type Move, type State } from '../lifecycle.ts';

/** What must be done, and what must at least be said, before a ticket ends. Knows no library: the screens ask it too. */

export const task_fates = ['keep', 'drop'] as const;
/** What becomes of the tasks that are open when a ticket ends: they stay with their people, or go. */
export type TaskFate = (typeof task_fates)[number];

/** An item that has to be ticked before a ticket may be solved, and is not. */
export const holdsSolving = (item: { required_before_solving: boolean; ticked: unknown }): boolean =>
  item.required_before_solving && !item.ticked;

/** Of these items, those that hold the move back: only solving waits for a checklist. */
export const heldBackBy = <Item extends Parameters<typeof holdsSolving>[0]>(
  move: Move,
  items: readonly Item[],
): Item[] => (move === 'resolve' ? items.filter(holdsSolving) : []);

/** Whether the desk's work ends where a move leads to: then open tasks are asked about, never passed over. */
export const asksAboutTasks = (to: State): boolean => states[to].resolution_clock === 'stopped';
