import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { dateWords } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import { dueUpTo, timeOf } from '../../rules/tasks/waking.ts';
import { task_limits, type MyTasks, type NewTask, type TaskChange } from '../../rules/tasks/task.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { holdToWork, added } from '../checklists/ticking.ts';
import { agentName, agentNamed } from '../people.ts';
import { seenBy } from '../shapes.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { ticketWithMessages } from '../tickets.ts';
import { changed } from '../undo/rows-way.ts';
import { countTasks, insertTask, selectMyTasks, selectTask, updateTasks, type TaskRow } from './store.ts';

/** The deeds on tasks: what somebody of the iGroup has to do on a ticket. The school never learns of them. */

async function nameOfAgent(
  ctx: Ctx,
  agent: number,
  ticket: Parameters<typeof agentNamed>[2],
): Promise<string> {
  const name = await agentNamed(ctx, agent, ticket);
  if (name === undefined)
    throw notValid('assignee', {
      en: 'This person cannot be given tasks.',
      fr: 'Cette personne ne peut pas recevoir de tâches.',
    });
  return name;
}

/** What is due today already when it is said needs no word of the software. */
const toldDue = ({ now, who }: Ctx, due: string | null): Date | null =>
  due !== null && due <= dueUpTo(now, who.desk) ? now : null;

/** Gives a task to an agent, or takes one oneself. Refuses not_found, not_allowed, not_valid, not_now (too many). */
export async function addTask(
  ctx: Ctx,
  number: number,
  { text, assignee = ctx.who.person_id, due = null }: NewTask,
): Promise<TicketWithMessages> {
  const { ticket } = await holdToWork(ctx, number);
  const person = await nameOfAgent(ctx, Number(assignee), ticket);
  if ((await countTasks(ctx, number)) >= task_limits.of_a_ticket)
    throw notNow({
      en: `A ticket holds at most ${task_limits.of_a_ticket} tasks.`,
      fr: `Un billet porte au plus ${task_limits.of_a_ticket} tâches.`,
    });
  const task = await insertTask(ctx, number, {
    text,
    assignee_id: Number(assignee),
    due_on: due,
    told_due_at: toldDue(ctx, due),
  });
  await tellDeed(ctx, ticket, {
    kind: task.assignee_id === ctx.who.person_id ? 'task_taken' : 'task_added',
    audience: 'desk',
    facts: { task: text, person, task_for: task.assignee_id, due },
    undo: { way: 'tasks', ...added(ctx, [task]) },
  });
  return ticketWithMessages(ctx, number);
}

/**
 * Changes a task's text, whose it is or its day; says that it is done, or open again. Nothing changed is nothing told.
 * Refuses not_found, not_allowed, not_valid.
 */
export async function changeTask(
  ctx: Ctx,
  number: number,
  id: number,
  change: TaskChange,
): Promise<TicketWithMessages> {
  const { ticket } = await holdToWork(ctx, number);
  const task = await selectTask(ctx, number, id);
  if (!task) throw notFound();
  const { done, ...rest } = change;
  const set = changesOf(ctx, task, rest);
  if (Object.keys(set).length > 0) {
    const facts = await factsOf(ctx, { task, ticket }, set);
    await updateTasks(ctx, [id], set);
    const undo = { way: 'tasks' as const, ...changed([task], set) };
    await tellDeed(ctx, ticket, { kind: 'task_changed', audience: 'desk', facts, undo });
  }
  if (done !== undefined && done !== (task.done_at !== null)) {
    const ended = done ? { done_by: ctx.who.person_id, done_at: ctx.now } : { done_by: null, done_at: null };
    await updateTasks(ctx, [id], ended);
    await tellDeed(ctx, ticket, {
      kind: done ? 'task_done' : 'task_reopened',
      audience: 'desk',
      facts: { task: set.text ?? task.text },
      undo: { way: 'tasks', ...changed([task], ended) },
    });
  }
  return ticketWithMessages(ctx, number);
}

function changesOf(ctx: Ctx, task: TaskRow, { text, assignee, due }: TaskChange): Partial<TaskRow> {
  const to = assignee === undefined ? undefined : Number(assignee);
  return {
    ...(text !== undefined && text !== task.text && { text }),
    ...(to !== undefined && to !== task.assignee_id && { assignee_id: to }),
    ...(due !== undefined && due !== task.due_on && { due_on: due, told_due_at: toldDue(ctx, due) }),
  };
}

async function factsOf(
  ctx: Ctx,
  { task, ticket }: { task: TaskRow; ticket: TicketRow },
  { text, assignee_id, due_on }: Partial<TaskRow>,
) {
  return {
    task: task.text,
    ...(text !== undefined && { task_text: [task.text, text] as [string, string] }),
    ...(due_on !== undefined && { due: [task.due_on, due_on] as [unknown, unknown] }),
    ...(assignee_id !== undefined && {
      task_of: [await agentName(ctx, task.assignee_id), await nameOfAgent(ctx, assignee_id, ticket)] as [
        unknown,
        unknown,
      ],
      task_for: assignee_id,
    }),
  };
}

/** Drops a task that nobody needs any more; it can be undone. */
export async function dropTask(ctx: Ctx, number: number, id: number): Promise<TicketWithMessages> {
  const { ticket } = await holdToWork(ctx, number);
  const task = await selectTask(ctx, number, id);
  if (!task) throw notFound();
  const set = { removed_at: ctx.now };
  await updateTasks(ctx, [id], set);
  await tellDeed(ctx, ticket, {
    kind: 'task_dropped',
    audience: 'desk',
    facts: { task: task.text },
    undo: { way: 'tasks', ...changed([task], set) },
  });
  return ticketWithMessages(ctx, number);
}

/** One's own open tasks on all tickets: overdue, today, later, some day. */
export async function myTasks(ctx: Ctx): Promise<MyTasks> {
  const today = localDate(ctx.now, ctx.who.desk.zone);
  const me = { id: ctx.who.person_id, name: ctx.who.name };
  const rows = await selectMyTasks(ctx);
  return {
    items: rows.map(({ task, by, ticket }) => ({
      id: task.id,
      text: task.text,
      assignee: me,
      due: task.due_on === null ? null : { date: task.due_on, words: dateWords(task.due_on, seenBy(ctx)) },
      time: timeOf(task.due_on, today),
      by: { id: task.added_by, name: by },
      done: null,
      ticket,
    })),
  };
}
