import { z } from 'zod';
import { id, line, Moment } from '#platform/schemas.ts';
import { state_ids } from '../lifecycle.ts';
import { task_times } from './task-times.ts';

/** The words of tasks and their schemas: the contract of `/api/tasks` and of a ticket's tasks. */

export const task_limits = { text_characters: 200, of_a_ticket: 50 } as const;

const Person = z.object({ id: z.number().int(), name: z.string() });
const text = line(task_limits.text_characters);

export const Task = z.object({
  id: z.number().int(),
  text: z.string(),
  assignee: Person,
  /** A day of the desk, 'YYYY-MM-DD', and how it is said today. */
  due: z.object({ date: z.iso.date(), words: z.string() }).nullable(),
  time: z.enum(task_times),
  by: Person,
  done: z.object({ by: Person, at: Moment }).nullable(),
});
export type Task = z.infer<typeof Task>;

/** One's own open tasks, what is due first at the top, those without a day last. */
export const MyTasks = z.object({
  items: z.array(
    Task.extend({
      ticket: z.object({
        number: z.number().int(),
        subject: z.string(),
        state: z.enum(state_ids),
        school: z.string(),
      }),
    }),
  ),
});
export type MyTasks = z.infer<typeof MyTasks>;

export const NewTask = z.object({
  text,
  /** Whose it is; without it one's own. */
  assignee: id().optional(),
  due: z.iso.date().nullable().optional(),
});
export type NewTask = z.infer<typeof NewTask>;

export const TaskChange = z.object({
  text: text.optional(),
  assignee: id().optional(),
  due: z.iso.date().nullable().optional(),
  done: z.boolean().optional(),
});
export type TaskChange = z.infer<typeof TaskChange>;
