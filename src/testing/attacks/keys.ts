import { blind, hidden, told, type Attack } from './attack.ts';

const session = '7f3c1d1e-0000-4000-8000-000000000000';
const password = 'a long enough password';

/** On second keys and sessions: reading another school's, taking its keys off, and opening by a key that isn't there. */
export const attacks_on_keys: readonly Attack[] = [
  blind('POST /api/session/key', me => me.post('/api/session/key', { kind: 'recovery', code: 'x' })),
  blind('POST /api/session/passkey', me => me.post('/api/session/passkey')),
  blind('POST /api/session/key-beginnings', me => me.post('/api/session/key-beginnings', { kind: 'pin' })),
  blind('POST /api/session/keys', me => me.post('/api/session/keys', { kind: 'pin', code: '193847' })),
  blind('GET /api/account', me => me.get('/api/account')),
  blind('POST /api/account/key-beginnings', me =>
    me.post('/api/account/key-beginnings', { kind: 'totp', password }),
  ),
  blind('POST /api/account/keys', me => me.post('/api/account/keys', { kind: 'totp', code: '123456' })),
  blind('POST /api/account/keys/:id/removal', me =>
    me.post('/api/account/keys/1/removal', { password: 'the demo town' }),
  ),
  blind('POST /api/account/recovery-codes', me => me.post('/api/account/recovery-codes', { password })),
  // A colleague's, so that the sweep goes on.
  {
    route: 'DELETE /api/account/sessions',
    hidden: false,
    by: async (_me, _prey, house) =>
      told(await (await house.as('Liam O’Brien')).delete('/api/account/sessions')),
  },
  blind('DELETE /api/account/sessions/:session', me => me.delete(`/api/account/sessions/${session}`)),
  hidden('GET /api/people/:id/access', (me, { person }) => me.get(`/api/people/${person}/access`)),
  hidden('DELETE /api/people/:id/keys', (me, { person }) => me.delete(`/api/people/${person}/keys`)),
  hidden('DELETE /api/people/:id/sessions', (me, { person }) => me.delete(`/api/people/${person}/sessions`)),
  hidden('DELETE /api/people/:id/sessions/:session', (me, { person }) =>
    me.delete(`/api/people/${person}/sessions/${session}`),
  ),
  blind('GET /api/key-needs', me => me.get('/api/key-needs')),
  hidden('PUT /api/key-needs', me => me.put('/api/key-needs', { roles: ['agent'] })),
  hidden('GET /api/schools/:id/keys', (me, { school }) => me.get(`/api/schools/${school}/keys`)),
  hidden('PUT /api/schools/:id/keys', (me, { school }) =>
    me.put(`/api/schools/${school}/keys`, { needed: true }),
  ),
];
