import type { Client } from '../client.ts';
import { blind, hidden, told, type Attack } from './attack.ts';

/** A training at which the prey's person has a place and was, and a fact of the prey's school, with the canary in them. */
export async function trainedIn(
  by: Client,
  { school, person }: { school: number; person: number },
  canary: string,
): Promise<{ training: number; session: number; fact: number }> {
  const { body: trainings } = await by.get('/api/trainings');
  const { id, sessions } = trainings.items.find(({ state }: { state: string }) => state !== 'coming');
  await by.put(`/api/trainings/${id}/places/${person}`, { state: 'booked' });
  for (const session of sessions)
    await by.put(`/api/trainings/${id}/sessions/${session.id}/attendance`, {
      people: [person],
      attended: true,
    });
  const { body } = await by.post(`/api/schools/${school}/facts`, {
    kind: 'invited',
    day: '2026-01-12',
    said_by: `Said ${canary}`,
  });
  return { training: id, session: sessions[0].id, fact: body.facts[0].id };
}

const when = { day: '2026-11-02', starts: '09:00', ends: '10:00' };

/** On facts and the register: reading another school's, and doing what is the coordinator's. */
export const attacks_on_training: readonly Attack[] = [
  hidden('GET /api/schools/:id/standing', (me, { school }) => me.get(`/api/schools/${school}/standing`)),
  hidden('POST /api/schools/:id/facts', (me, { school }) =>
    me.post(`/api/schools/${school}/facts`, { kind: 'stage1', day: '2026-11-02' }),
  ),
  hidden('PUT /api/schools/:id/facts/:fact/withdrawal', (me, { school, fact }) =>
    me.put(`/api/schools/${school}/facts/${fact}/withdrawal`, { why: 'mine' }),
  ),
  hidden('DELETE /api/schools/:id/facts/:fact/withdrawal', (me, { school, fact }) =>
    me.delete(`/api/schools/${school}/facts/${fact}/withdrawal`),
  ),
  blind('GET /api/waves/:id/stage1', me => me.get('/api/waves/1/stage1?day=2026-11-02')),
  blind('POST /api/waves/:id/stage1', (me, { school }) =>
    me.post('/api/waves/1/stage1', { day: '2026-11-02', schools: [school] }),
  ),
  blind('POST /api/waves/stage1/withdrawal', (me, { fact }) =>
    me.post('/api/waves/stage1/withdrawal', { facts: [fact], why: 'mine' }),
  ),
  blind('GET /api/courses', me => me.get('/api/courses')),
  hidden('POST /api/courses', me =>
    me.post('/api/courses', { name: 'Mine', first_week: 1, parts: [{ week: 1, title: 'Mine' }] }),
  ),
  hidden('PATCH /api/courses/:id', me => me.patch('/api/courses/1', { name: 'Mine' })),
  blind('GET /api/trainings', me => me.get('/api/trainings')),
  hidden('POST /api/trainings', me =>
    me.post('/api/trainings', {
      ...{ course: 1, zone: 'America/Vancouver', place: 'Mine', link: null, capacity: 3 },
      sessions: [{ part: 1, ...when }],
    }),
  ),
  blind('GET /api/trainings/next', me => me.get('/api/trainings/next')),
  blind('GET /api/trainings/:id', (me, { training }) => me.get(`/api/trainings/${training}`)),
  hidden('PATCH /api/trainings/:id', (me, { training }) =>
    me.patch(`/api/trainings/${training}`, { capacity: 30 }),
  ),
  hidden('POST /api/trainings/:id/requests', (me, { training, person }) =>
    me.post(`/api/trainings/${training}/requests`, { people: [person] }),
  ),
  hidden('DELETE /api/trainings/:id/requests/:person', (me, { training, person }) =>
    me.delete(`/api/trainings/${training}/requests/${person}`),
  ),
  hidden('PUT /api/trainings/:id/places/:person', (me, { training, person }) =>
    me.put(`/api/trainings/${training}/places/${person}`, { state: 'given_up' }),
  ),
  hidden('PUT /api/trainings/:id/sessions/:session/attendance', (me, { training, session, person }) =>
    me.put(`/api/trainings/${training}/sessions/${session}/attendance`, {
      people: [person],
      attended: false,
    }),
  ),
  {
    route: 'GET /api/schools/:id/people/:person/certificate',
    hidden: true,
    by: async (me, { school, person }) =>
      told(await me.get(`/api/schools/${school}/people/${person}/certificate`)),
  },
];
