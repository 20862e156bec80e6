import { blind, told, type Attack } from './attack.ts';

/** On the audit log, and on who looked at whose tickets. */
export const attacks_on_audit: readonly Attack[] = [
  blind('GET /api/audit', (me, { school }) => me.get(`/api/audit?school=${school}`)),
  blind('GET /api/audit/file', me => me.get('/api/audit/file')),
  blind('GET /api/audit/seals', me => me.get('/api/audit/seals')),
  blind('GET /api/accesses', (me, { number }) => me.get(`/api/accesses?ticket=${number}`)),
  // A school's lead reads who looked at her own tickets; at another school's she finds nothing.
  {
    route: 'GET /api/accesses',
    hidden: false,
    by: async (_me, _prey, house) =>
      told(await (await house.as('Joan Whitehorse')).get('/api/accesses?limit=200')),
  },
];
