import { hidden, type Attack } from './attack.ts';

/** On the people of a ticket: who is on it, who could be, and putting oneself or others there. */
export const attacks_on_colleagues: readonly Attack[] = [
  hidden('GET /api/tickets/:number/colleagues', (me, prey) =>
    me.get(`/api/tickets/${prey.number}/colleagues`),
  ),
  hidden('PUT /api/tickets/:number/people/:person', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/people/${prey.person}`, {}),
  ),
  // Somebody of the other school on one's own ticket.
  hidden('PUT /api/tickets/:number/people/:person', async (me, prey) => {
    const own = (await me.get('/api/tickets?whose=school&limit=100')).body.items as {
      number: number;
      school: { id: number };
    }[];
    const number = own.find(({ school }) => school.id !== prey.school)?.number ?? prey.number;
    return me.put(`/api/tickets/${number}/people/${prey.person}`, {});
  }),
  hidden('DELETE /api/tickets/:number/people/:person', (me, prey) =>
    me.delete(`/api/tickets/${prey.number}/people/${prey.person}`),
  ),
];
