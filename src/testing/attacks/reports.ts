import { openStorage } from '#platform/files/storage.ts';
import { exportWaiting } from '#reports/server/exports/writing.ts';
import type { Answer, Client } from '../client.ts';
import type { House } from '../house.ts';
import { measure } from '../measured.ts';
import { blind, told, type Attack, type Prey } from './attack.ts';

/** Counts and files, where others leak: the dashboard, what is measured of a ticket, and exports of the desk. */

const asked = ({ canary }: Prey) => ({
  name: `Export ${canary}`,
  format: 'csv',
  query: { state: 'all', q: canary },
  columns: ['number', 'subject', 'requester'],
});

const made = new WeakMap<House, Promise<string>>();

/** An export that holds the prey's tickets, written: one for all attacks. */
function lured(house: House, prey: Prey): Promise<string> {
  const id = made.get(house) ?? exported(house, prey);
  made.set(house, id);
  return id;
}

async function exported(house: House, prey: Prey): Promise<string> {
  const nadia = await house.as('Nadia Petrov');
  const { body } = await nadia.post('/api/exports', asked(prey));
  const storage = await openStorage(`${house.config.data_dir}/exports`);
  const grounds = { database: house.database, storage, clock: () => house.clock.now };
  await exportWaiting(grounds, error => {
    throw error;
  });
  return body.id as string;
}

const onExport = (route: string, call: (attacker: Client, id: string) => Promise<Answer>): Attack => ({
  route,
  hidden: true,
  by: async (attacker, prey, house) => told(await call(attacker, await lured(house, prey))),
});

/** A count that is not nothing tells of the prey as much as its words do. */
const counting = (query: (prey: Prey) => string): Attack => ({
  route: 'GET /api/dashboard',
  hidden: false,
  by: async (attacker, prey, house) => {
    await measure(house);
    const { status, body } = await attacker.get(`/api/dashboard?${query(prey)}`);
    const counts = [...JSON.stringify(body).matchAll(/"count":(\d+)/g)].map(([, count]) => Number(count));
    return { status, text: counts.some(count => count > 0) ? prey.canary : JSON.stringify(body) };
  },
});

const measured = ['age=0-', 'opened=last_30_days', 'resolved=last_30_days', 'first_answer=none,0-'];

export const attacks_on_reports: readonly Attack[] = [
  counting(prey => `period=year&school=${prey.school}`),
  counting(prey => `period=30d&school=${prey.school}&assignee=none`),
  ...measured.map(filter =>
    blind('GET /api/tickets', (me, prey) => me.get(`/api/tickets?state=all&${filter}&q=${prey.canary}`)),
  ),
  onExport('GET /api/exports', me => me.get('/api/exports')),
  onExport('GET /api/exports/:id', (me, id) => me.get(`/api/exports/${id}`)),
  onExport('GET /api/exports/:id/file', (me, id) => me.get(`/api/exports/${id}/file`)),
  onExport('DELETE /api/exports/:id', (me, id) => me.delete(`/api/exports/${id}`)),
  {
    route: 'POST /api/exports',
    hidden: true,
    by: async (attacker, prey) => told(await attacker.post('/api/exports', asked(prey))),
  },
];
