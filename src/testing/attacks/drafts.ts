import type { Client } from '../client.ts';
import { blind, told, type Attack, type Prey } from './attack.ts';

/** After what another begins to write: its owner writes at the same place, and must find it as it was. */
const place = '/api/drafts/ticket:1:reply';

const lured = async ({ owner, canary }: Prey): Promise<void> => {
  const { version } = (await owner.get(place)).body;
  await owner.put(place, { fields: { text: `Draft ${canary}` }, version });
};

const spoiled = async ({ owner, canary }: Prey): Promise<string> =>
  (await owner.get(place)).body.fields.text === `Draft ${canary}` ? '' : `${canary} was changed`;

const attack = (route: string, call: (me: Client) => ReturnType<Client['get']>): Attack => ({
  route,
  hidden: false,
  by: async (attacker, prey) => {
    await lured(prey);
    const { status, text } = told(await call(attacker));
    return { status, text: text + (await spoiled(prey)) };
  },
});

export const draft_attacks: readonly Attack[] = [
  attack('GET /api/drafts', me => me.get('/api/drafts')),
  attack('GET /api/drafts/:place', me => me.get(place)),
  attack('PUT /api/drafts/:place', me => me.put(place, { fields: { text: 'mine' }, version: 0 })),
  attack('DELETE /api/drafts/:place', me => me.delete(place)),
  blind('POST /api/previews', me => me.post('/api/previews', { text: 'mine' })),
];
