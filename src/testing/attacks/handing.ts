import type { Client } from '../client.ts';
import { hidden, type Attack } from './attack.ts';

/** After the desk's teams, its people's hours and absences, and what is handed over: nothing of it is a school's. */
export const handing_attacks: readonly Attack[] = [
  hidden('GET /api/teams', me => me.get('/api/teams')),
  hidden('POST /api/teams', me => me.post('/api/teams', { name: 'Mine' })),
  hidden('PATCH /api/teams/:id', me => me.patch('/api/teams/1', { name: 'Mine' })),
  hidden('DELETE /api/teams/:id', me => me.delete('/api/teams/1')),
  hidden('GET /api/team-rules', me => me.get('/api/team-rules')),
  hidden('PUT /api/team-rules', me => me.put('/api/team-rules', { rules: [], version: 1 })),
  hidden('PUT /api/tickets/:number/assignment', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/assignment`, { team: 1 }),
  ),
  hidden('PUT /api/tickets/:number/assignment', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/assignment`, { team: 1, next: 'round_robin' }),
  ),
  hidden('GET /api/rota', me => me.get('/api/rota')),
  hidden('GET /api/whereabouts', me => me.get('/api/whereabouts')),
  hidden('PUT /api/agents/:id/hours', me => me.put('/api/agents/12/hours', { hours: [] })),
  hidden('POST /api/absences', me =>
    me.post('/api/absences', { person: 12, from_date: '2026-11-23', to_date: '2026-11-24' }),
  ),
  hidden('PATCH /api/absences/:id', me => me.patch('/api/absences/1', { reason: 'mine' })),
  hidden('DELETE /api/absences/:id', me => me.delete('/api/absences/1')),
  hidden('GET /api/hand-overs/preview', me => me.get('/api/hand-overs/preview?from=12&to=13')),
  hidden('POST /api/hand-overs', me => me.post('/api/hand-overs', { from: 12, to: 13 })),
  hidden('POST /api/hand-overs/:id/undo', me => me.post('/api/hand-overs/1/undo', {})),
];

/** A team that is called as the canary, with the prey's ticket, an absence for that reason, and a rule for its school. */
export async function handedIn(
  { nadia, number, school }: { nadia: Client; number: number; school: number },
  canary: string,
): Promise<void> {
  const { body: team } = await nadia.post('/api/teams', { name: `Team ${canary}`, people: [12] });
  await nadia.put(`/api/tickets/${number}/assignment`, { team: team.id });
  const { version } = (await nadia.get('/api/team-rules')).body;
  const rules = [{ team: team.id, categories: null, schools: [school] }];
  await nadia.put('/api/team-rules', { rules, version });
  await nadia.post('/api/absences', {
    person: 12,
    from_date: '2026-11-23',
    to_date: '2026-11-24',
    reason: `Because ${canary}`,
  });
}
