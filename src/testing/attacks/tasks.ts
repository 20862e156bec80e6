import type { Client } from '../client.ts';
import { hidden, type Attack } from './attack.ts';

/** What the iGroup has to do on the prey's ticket: none of it is a school's, its own least of all. */
export async function workedOn(nadia: Client, path: string, canary: string): Promise<void> {
  const { id } = (await nadia.get('/api/session')).body.person;
  await nadia.post(`${path}/checklist`, { text: `Item ${canary}` });
  await nadia.post(`${path}/tasks`, { text: `Task ${canary}` });
  await nadia.put(`${path}/followers/${id}`, {});
  await nadia.put(`${path}/snooze`, { until: 'answer' });
  await nadia.post('/api/checklists', { name: `List ${canary}`, items: [{ text: `Item ${canary}` }] });
}

const item = { text: 'mine' };

/** On checklists, tasks, followers and snoozes, of another school's ticket and of one's own. */
export const attacks_on_tasks: readonly Attack[] = [
  hidden('GET /api/checklists', me => me.get('/api/checklists')),
  hidden('POST /api/checklists', me => me.post('/api/checklists', { name: 'mine', items: [item] })),
  hidden('PATCH /api/checklists/:id', me => me.patch('/api/checklists/1', { name: 'mine' })),
  hidden('DELETE /api/checklists/:id', me => me.delete('/api/checklists/1')),
  hidden('POST /api/tickets/:number/checklist', (me, prey) =>
    me.post(`/api/tickets/${prey.number}/checklist`, item),
  ),
  hidden('PATCH /api/tickets/:number/checklist/:id', (me, prey) =>
    me.patch(`/api/tickets/${prey.number}/checklist/1`, { ticked: true }),
  ),
  hidden('DELETE /api/tickets/:number/checklist/:id', (me, prey) =>
    me.delete(`/api/tickets/${prey.number}/checklist/1`),
  ),
  hidden('GET /api/tasks', me => me.get('/api/tasks')),
  hidden('POST /api/tickets/:number/tasks', (me, prey) =>
    me.post(`/api/tickets/${prey.number}/tasks`, { text: 'mine' }),
  ),
  hidden('PATCH /api/tickets/:number/tasks/:id', (me, prey) =>
    me.patch(`/api/tickets/${prey.number}/tasks/1`, { done: true }),
  ),
  hidden('DELETE /api/tickets/:number/tasks/:id', (me, prey) =>
    me.delete(`/api/tickets/${prey.number}/tasks/1`),
  ),
  hidden('PUT /api/tickets/:number/followers/:person', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/followers/${prey.person}`, {}),
  ),
  hidden('DELETE /api/tickets/:number/followers/:person', (me, prey) =>
    me.delete(`/api/tickets/${prey.number}/followers/${prey.person}`),
  ),
  hidden('PUT /api/tickets/:number/snooze', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/snooze`, { until: 'tomorrow' }),
  ),
  hidden('DELETE /api/tickets/:number/snooze', (me, prey) => me.delete(`/api/tickets/${prey.number}/snooze`)),
  hidden('PUT /api/tickets/:number/snooze/seen', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/snooze/seen`, {}),
  ),
];
