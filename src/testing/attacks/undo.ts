import { hidden, type Attack } from './attack.ts';

/** What waits to leave, and what can be taken back. */
export const undo_attacks: readonly Attack[] = [
  hidden('DELETE /api/tickets/:number/outgoing/:id', (me, prey) =>
    me.delete(`/api/tickets/${prey.number}/outgoing/${prey.outgoing}`),
  ),
  hidden('POST /api/tickets/:number/undo', (me, prey) =>
    me.post(`/api/tickets/${prey.number}/undo`, { change: prey.change }),
  ),
];
