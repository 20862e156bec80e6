import { hidden, type Attack } from './attack.ts';

const steps = [{ does: 'assign', agent: null }];

/** Work on many tickets at once: no school has it, and nothing of it says what another school has. */
export const bulk_attacks: readonly Attack[] = [
  hidden('POST /api/bulks/preview', (me, prey) =>
    me.post('/api/bulks/preview', { tickets: [prey.number], steps }),
  ),
  hidden('POST /api/bulks/preview', (me, prey) =>
    me.post('/api/bulks/preview', { query: { state: 'all', q: prey.canary }, steps }),
  ),
  hidden('POST /api/bulks', (me, prey) => me.post('/api/bulks', { tickets: [prey.number], steps })),
  hidden('POST /api/bulks', (me, prey) =>
    me.post('/api/bulks', { query: { state: 'all', q: prey.canary }, steps }),
  ),
  hidden('GET /api/bulks', me => me.get('/api/bulks')),
  hidden('GET /api/bulks/:id', (me, prey) => me.get(`/api/bulks/${prey.bulk}`)),
  hidden('GET /api/bulks/:id/tickets', (me, prey) => me.get(`/api/bulks/${prey.bulk}/tickets`)),
  hidden('POST /api/bulks/:id/stop', (me, prey) => me.post(`/api/bulks/${prey.bulk}/stop`)),
  hidden('POST /api/bulks/:id/undo', (me, prey) => me.post(`/api/bulks/${prey.bulk}/undo`)),
];
