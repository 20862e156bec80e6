import { blind, hidden, type Attack } from './attack.ts';

/** Tags are the iGroup's: no school reads one, is told of one, or finds a ticket by one. */
export const attacks_on_tags: readonly Attack[] = [
  blind('GET /api/tags', me => me.get('/api/tags')),
  blind('GET /api/tags/counts', me => me.get('/api/tags/counts')),
  hidden('PATCH /api/tags/:id', me => me.patch('/api/tags/1', { name: 'mine' })),
  hidden('DELETE /api/tags/:id', me => me.delete('/api/tags/1')),
  hidden('PUT /api/tickets/:number/tags', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/tags`, { add: ['mine'] }),
  ),
  blind('GET /api/tickets', me => me.get('/api/tickets?state=all&limit=100&tag=1')),
];
