import { hidden, told, type Attack, type Prey } from './attack.ts';
import type { Answer, Client } from '../client.ts';
import type { House } from '../house.ts';

/** On imports and exports of schools and people: a file of the desk names every school. */

const begun = new WeakMap<House, Promise<number>>();

/** An import of the desk that names the prey, open: one for all attacks. */
function lured(house: House, { canary }: Prey): Promise<number> {
  const id =
    begun.get(house) ??
    house
      .as('Nadia Petrov')
      .then(nadia => nadia.post(`/api/imports?kind=people&name=${canary}`, file(canary), csv))
      .then(({ body }) => body.id as number);
  begun.set(house, id);
  return id;
}

const csv = { 'content-type': 'text/csv' };
const file = (canary: string) => Buffer.from(`code,name\nALDER,${canary}\n`);
const mapping = { encoding: 'utf-8', separator: ',', columns: ['code', 'name'] };

const onImport = (route: string, call: (attacker: Client, path: string) => Promise<Answer>): Attack => ({
  route,
  hidden: true,
  by: async (attacker, prey, house) => told(await call(attacker, `/api/imports/${await lured(house, prey)}`)),
});

export const attacks_on_importing: readonly Attack[] = [
  hidden('GET /api/imports', me => me.get('/api/imports')),
  hidden('POST /api/imports', me => me.post('/api/imports?kind=schools', file('mine'), csv)),
  onImport('GET /api/imports/:id', (me, path) => me.get(path)),
  onImport('GET /api/imports/:id/heads', (me, path) => me.get(`${path}/heads`)),
  onImport('GET /api/imports/:id/lines', (me, path) => me.get(`${path}/lines`)),
  onImport('GET /api/imports/:id/refused', (me, path) => me.get(`${path}/refused`)),
  onImport('PUT /api/imports/:id/mapping', (me, path) => me.put(`${path}/mapping`, mapping)),
  onImport('POST /api/imports/:id/start', (me, path) => me.post(`${path}/start`)),
  onImport('DELETE /api/imports/:id', (me, path) => me.delete(path)),
  hidden('GET /api/schools.csv', me => me.get('/api/schools.csv')),
  hidden('GET /api/schools/people.csv', me => me.get('/api/schools/people.csv')),
];
