import { blind, type Attack } from './attack.ts';

/** On what is with a school's own technicians: another school's, and what the desk counts of all. */
export const attacks_on_passing: readonly Attack[] = [
  blind('GET /api/passing', me => me.get('/api/passing')),
  blind('GET /api/passings', (me, { school }) => me.get(`/api/passings?school=${school}`)),
  blind('GET /api/tickets', me => me.get('/api/tickets?whose=passed&state=all&limit=100')),
];
