import { blind, hidden, type Attack } from './attack.ts';

const secret = 'a long enough password';

/** On schools, their people, their waves: reading another school's, and doing what is the coordinator's. */
export const attacks_on_schools: readonly Attack[] = [
  blind('GET /api/schools', me => me.get('/api/schools')),
  blind('GET /api/schools', (me, { canary }) => me.get(`/api/schools?words=${canary}`)),
  hidden('GET /api/schools/:id', (me, { school }) => me.get(`/api/schools/${school}`)),
  hidden('GET /api/schools/:id/history', (me, { school }) => me.get(`/api/schools/${school}/history`)),
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
  hidden('PUT /api/schools/:id/login', (me, { school }) =>
    me.put(`/api/schools/${school}/login`, { username: 'mine', password: secret }),
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
