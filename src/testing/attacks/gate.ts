import { blind, hidden, type Attack } from './attack.ts';

const called = { caller: 'Nobody', call_back: '1', what: 'x' };

/** On the gate and the emergency door: how another school stands, and what somebody said without a sign-in. */
export const attacks_on_gate: readonly Attack[] = [
  blind('GET /api/gate', me => me.get('/api/gate')),
  hidden('GET /api/schools/:id/gate', (me, { school }) => me.get(`/api/schools/${school}/gate`)),
  blind('POST /api/emergency', me =>
    me.post('/api/emergency', { ...called, kind: 'locked_out', role: 'lead', school: 'ALDER' }),
  ),
  blind('GET /api/emergency-reports', me => me.get('/api/emergency-reports')),
  hidden('POST /api/emergency-reports/:id/ticket', (me, { school }) =>
    me.post('/api/emergency-reports/1/ticket', { school }),
  ),
  hidden('PUT /api/emergency-reports/:id/ending', me =>
    me.put('/api/emergency-reports/1/ending', { ended: true }),
  ),
];
