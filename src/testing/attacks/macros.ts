import type { Client } from '../client.ts';
import { hidden, type Attack } from './attack.ts';

/** What the desk keeps for its own writing: no school knows that there is any. */
export const macro_attacks: readonly Attack[] = [
  hidden('GET /api/macros', me => me.get('/api/macros')),
  hidden('POST /api/macros', me => me.post('/api/macros', { name: 'mine', lang: 'en', reply: 'mine' })),
  hidden('PATCH /api/macros/:id', (me, prey) => me.patch(`/api/macros/${prey.macro}`, { name: 'mine' })),
  hidden('DELETE /api/macros/:id', (me, prey) => me.delete(`/api/macros/${prey.macro}`)),
  hidden('GET /api/macros/:id/preview', (me, prey) =>
    me.get(`/api/macros/${prey.macro}/preview?ticket=${prey.number}`),
  ),
  hidden('POST /api/tickets/:number/steps', (me, prey) =>
    me.post(`/api/tickets/${prey.number}/steps`, { steps: [{ does: 'assign', agent: null }] }),
  ),
  hidden('POST /api/tickets/:number/replies', (me, prey) =>
    me.post(`/api/tickets/${prey.number}/replies`, {
      text: 'I was here',
      macro: prey.macro,
      also: [{ does: 'change', urgency: 'critical' }],
    }),
  ),
];

/** One for everybody at the desk that names the prey; answers its id. */
export async function macroOf(nadia: Client, canary: string): Promise<number> {
  const text = `Macro ${canary}`;
  const macro = { name: text, folder: canary, lang: 'en', whose: 'all', reply: text, note: text };
  return (await nadia.post('/api/macros', macro)).body.id;
}
