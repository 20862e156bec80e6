import type { Client } from '../client.ts';
import { blind, hidden, type Attack } from './attack.ts';

/** On schools, their people, their waves: reading another school's, and doing what is the coordinator's. */
/** A hand-over and an access review are under way at the prey's school. */
export async function keptAt(school: number, { priya, nadia }: { priya: Client; nadia: Client }, to: number) {
  await nadia.post('/api/reviews', { schools: [school] });
  const { body } = await priya.post(`/api/schools/${school}/handovers`, { to });
  return { handover: body.handover.id as number, review: body.review.id as number };
}

export const attacks_on_schools: readonly Attack[] = [
  blind('GET /api/schools', me => me.get('/api/schools')),
  blind('GET /api/schools', (me, { canary }) => me.get(`/api/schools?words=${canary}`)),
  hidden('GET /api/schools/:id', (me, { school }) => me.get(`/api/schools/${school}`)),
  hidden('GET /api/schools/:id/history', (me, { school }) => me.get(`/api/schools/${school}/history`)),
  hidden('GET /api/schools/:id/calendar', (me, { school }) => me.get(`/api/schools/${school}/calendar`)),
  hidden('POST /api/schools/:id/days-off', (me, { school }) =>
    me.post(`/api/schools/${school}/days-off`, {
      ...{ first_day: '2026-12-10', last_day: '2026-12-10' },
      ...{ name: 'Mine', kind: 'professional_day' },
    }),
  ),
  hidden('DELETE /api/schools/:id/days-off/:day', (me, { school }) =>
    me.delete(`/api/schools/${school}/days-off/1`),
  ),
  hidden('POST /api/schools/:id/days-off/comparisons', (me, { school }) =>
    me.post(`/api/schools/${school}/days-off/comparisons`, { text: 'BEGIN:VCALENDAR' }),
  ),
  hidden('POST /api/schools/:id/days-off/imports', (me, { school }) =>
    me.post(`/api/schools/${school}/days-off/imports`, { text: 'BEGIN:VCALENDAR', seen: '' }),
  ),
  hidden('POST /api/schools', me => me.post('/api/schools', { code: 'MINE', name: 'Mine' })),
  hidden('PATCH /api/schools/:id', (me, { school }) =>
    me.patch(`/api/schools/${school}`, { version: 1, name: 'Mine' }),
  ),
  hidden('POST /api/schools/:id/people', (me, { school }) =>
    me.post(`/api/schools/${school}/people`, { name: 'Intruder', roles: ['lead'] }),
  ),
  hidden('PATCH /api/schools/:id/people/:person', (me, { school, person }) =>
    me.patch(`/api/schools/${school}/people/${person}`, { left: true }),
  ),
  hidden('GET /api/schools/:id/people', (me, { school }) => me.get(`/api/schools/${school}/people`)),
  hidden('POST /api/schools/:id/handovers', (me, { school, person }) =>
    me.post(`/api/schools/${school}/handovers`, { to: person, reason: 'Mine' }),
  ),
  ...(['accept', 'decline', 'withdraw'] as const).map(answer =>
    hidden('POST /api/schools/:id/handovers/:handover/answer', (me, { school, handover }) =>
      me.post(`/api/schools/${school}/handovers/${handover}/answer`, { answer }),
    ),
  ),
  hidden('POST /api/schools/:id/reviews/:review/answers', (me, { school, person, review }) =>
    me.post(`/api/schools/${school}/reviews/${review}/answers`, { person, answer: 'gone' }),
  ),
  hidden('POST /api/reviews', (me, { school }) => me.post('/api/reviews', { schools: [school] })),
  hidden('GET /api/school-logins', me => me.get('/api/school-logins')),
  hidden('PUT /api/school-logins', (me, { school }) =>
    me.put('/api/school-logins', { schools: [school], lang: 'en' }),
  ),
  hidden('PUT /api/schools/:id/login', (me, { school }) =>
    me.put(`/api/schools/${school}/login`, { username: 'mine', lang: 'en' }),
  ),
  blind('GET /api/waves', me => me.get('/api/waves')),
  hidden('POST /api/waves', me => me.post('/api/waves', { name: 'Mine' })),
  hidden('PATCH /api/waves/:id', me => me.patch('/api/waves/1', { name: 'Mine' })),
  hidden('POST /api/waves/:id/preview', (me, { school }) =>
    me.post('/api/waves/none/preview', { schools: [school] }),
  ),
  hidden('POST /api/waves/:id/schools', (me, { school }) =>
    me.post('/api/waves/none/schools', { schools: [school] }),
  ),
];
