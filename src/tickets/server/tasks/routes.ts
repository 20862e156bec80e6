import { z } from 'zod';
import { atDesk } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { MyTasks, NewTask, TaskChange } from '../../rules/tasks/task.ts';
import { TicketWithMessages } from '../../rules/ticket.ts';
import { addTask, changeTask, dropTask, myTasks } from './tasks.ts';

const params = z.object({ number: id() });
const task = z.object({ number: id(), id: id() });
const answer = TicketWithMessages;

/** URL to deed, a line each. */
// prettier-ignore
export const taskRoutes = [
  route({ method: 'GET', path: '/api/tasks', says: 'One’s own open tasks, what is due first at the top', may: atDesk, answer: MyTasks, deed: ctx => myTasks(ctx) }),
  route({ method: 'POST', path: '/api/tickets/:number/tasks', says: 'Give somebody a task on a ticket', may: atDesk, params, body: NewTask, status: 201, answer, deed: (ctx, { params, body }) => addTask(ctx, params.number, body) }),
  route({ method: 'PATCH', path: '/api/tickets/:number/tasks/:id', says: 'Change a task, do it, open it again', may: atDesk, params: task, body: TaskChange, answer, deed: (ctx, { params, body }) => changeTask(ctx, params.number, params.id, body) }),
  route({ method: 'DELETE', path: '/api/tickets/:number/tasks/:id', says: 'Drop a task', may: atDesk, params: task, answer, deed: (ctx, { params }) => dropTask(ctx, params.number, params.id) }),
];
