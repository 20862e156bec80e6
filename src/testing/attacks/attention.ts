import { hidden, type Attack } from './attack.ts';

/** After what somebody has read, who is at a ticket, and what concerns the people of the desk. */
export const attention: readonly Attack[] = [
  hidden('PUT /api/tickets/:number/reading', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/reading`, { reply: 9_000_000, note: 9_000_000 }),
  ),
  hidden('GET /api/tickets/:number/presence', (me, prey) => me.get(`/api/tickets/${prey.number}/presence`)),
  hidden('PUT /api/tickets/:number/presence', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/presence`, { doing: 'writing' }),
  ),
  hidden('DELETE /api/tickets/:number/presence', (me, prey) =>
    me.delete(`/api/tickets/${prey.number}/presence`),
  ),
  hidden('GET /api/notices', me => me.get('/api/notices')),
  hidden('PUT /api/notices/read', (me, prey) => me.put('/api/notices/read', { ticket: prey.number })),
  hidden('GET /api/notices/choices', me => me.get('/api/notices/choices')),
  hidden('PATCH /api/notices/choices', me => me.patch('/api/notices/choices', { assigned: false })),
];
