import { groups, sorts } from '#tickets/rules/lists/order.ts';
import { blind, hidden, type Attack } from './attack.ts';

/** The list by place, its groups, and the desk's stored queries, which no school has. */
export const viewAttacks: readonly Attack[] = [
  ...sorts.map(sort =>
    blind('GET /api/tickets', me => me.get(`/api/tickets?state=all&limit=100&offset=0&sort=-${sort}`)),
  ),
  blind('GET /api/tickets', (me, prey) =>
    me.get(`/api/tickets?state=all&school=${prey.school}&offset=0&group=school`),
  ),
  ...groups.map(by =>
    blind('GET /api/tickets/groups', (me, prey) =>
      me.get(`/api/tickets/groups?by=${by}&state=all&q=${prey.canary}`),
    ),
  ),
  hidden('GET /api/views', me => me.get('/api/views')),
  hidden('GET /api/views/counts', me => me.get('/api/views/counts')),
  hidden('POST /api/views', me => me.post('/api/views', { name: 'mine', query: {} })),
  hidden('PATCH /api/views/:id', me => me.patch('/api/views/1', { shared: true })),
  hidden('DELETE /api/views/:id', me => me.delete('/api/views/1')),
];
