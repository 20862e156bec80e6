import { blind, hidden, type Attack } from './attack.ts';

const week = [{ weekday: 1, from_minute: 480, to_minute: 960 }];

/** On what the group is called, when its desk works, and its first run: its name alone is everybody's. */
export const attacks_on_first_run: readonly Attack[] = [
  blind('GET /api/igroup', me => me.get('/api/igroup')),
  hidden('GET /api/igroup/settings', me => me.get('/api/igroup/settings')),
  hidden('PUT /api/igroup/names', me =>
    me.put('/api/igroup/names', { name: 'Mine', system: 'Mine', version: 0 }),
  ),
  hidden('PUT /api/igroup/numbers', me =>
    me.put('/api/igroup/numbers', {
      numbers: [{ says: { en: 'Mine', fr: 'Mine' }, number: '250-555-0100' }],
      version: 0,
    }),
  ),
  hidden('PUT /api/igroup/time', me =>
    me.put('/api/igroup/time', { zone: 'America/Vancouver', week, version: 0 }),
  ),
  hidden('GET /api/igroup/calendar', me => me.get('/api/igroup/calendar')),
  hidden('POST /api/igroup/days', me =>
    me.post('/api/igroup/days', { first_day: '2026-12-24', last_day: '2026-12-24', name: 'Mine', hours: [] }),
  ),
  hidden('DELETE /api/igroup/days/:id', me => me.delete('/api/igroup/days/1')),
  hidden('POST /api/igroup/days/comparisons', me => me.post('/api/igroup/days/comparisons', { text: '' })),
  hidden('POST /api/igroup/days/imports', me => me.post('/api/igroup/days/imports', { text: '', seen: '' })),
  hidden('GET /api/set-up', me => me.get('/api/set-up')),
  hidden('PUT /api/set-up/:step/put-off', me => me.put('/api/set-up/schools/put-off', {})),
  hidden('DELETE /api/set-up/:step/put-off', me => me.delete('/api/set-up/schools/put-off')),
];
