import type { Client } from '../client.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

/** On custom fields and templates: what another school's tickets hold, what is the desk's alone, and who keeps them. */

/** Two fields on the prey's ticket, one that schools see and one of the desk's, and a template of the desk's. */
export async function filledWith(
  canary: string,
  { keeper, number }: { keeper: Client; number: number },
): Promise<void> {
  const named = (name: string, for_school: boolean) =>
    keeper.post('/api/fields', {
      name: { en: name, fr: name },
      kind: 'text',
      categories: ['attendance'],
      for_school,
    });
  const { body: open } = await named('Seen by schools', true);
  const { body: inside } = await named(`Inside ${canary}`, false);
  await keeper.patch(`/api/tickets/${number}`, {
    fields: { [open.id]: `Open ${canary}`, [inside.id]: `Inside ${canary}` },
  });
  await keeper.post('/api/templates', {
    name: { en: `Template ${canary}`, fr: `Template ${canary}` },
    for_whom: 'desk',
  });
}

const mine = {
  name: { en: 'Mine', fr: 'Mine' },
  kind: 'text',
  categories: ['attendance'],
};

/** One's own ticket, with a value for each of the fields that there may be. */
const opened = (me: Client, more: object) =>
  me.post('/api/tickets', {
    subject: 'Mine',
    description: 'Mine',
    category: 'attendance',
    impact: 'one_person',
    urgency: 'low',
    ...more,
  });

const search = ({ canary }: Prey) => `q=${canary}&state=all`;

export const attacks_on_fields: readonly Attack[] = [
  blind('GET /api/fields', me => me.get('/api/fields')),
  blind('GET /api/fields', me => me.get('/api/fields?category=attendance')),
  blind('GET /api/fields/people', me => me.get('/api/fields/people')),
  hidden('POST /api/fields', me => me.post('/api/fields', mine)),
  hidden('PATCH /api/fields/:id', me => me.patch('/api/fields/1', { for_school: true })),
  hidden('DELETE /api/fields/:id', me => me.delete('/api/fields/1')),
  blind('GET /api/templates', me => me.get('/api/templates')),
  hidden('POST /api/templates', me => me.post('/api/templates', { name: mine.name, for_whom: 'both' })),
  hidden('PATCH /api/templates/:id', me => me.patch('/api/templates/1', { for_whom: 'both' })),
  hidden('DELETE /api/templates/:id', me => me.delete('/api/templates/1')),
  blind('POST /api/tickets', me => opened(me, { fields: { 2: 'into what is the desk’s' } })),
  hidden('POST /api/tickets', me => opened(me, { template: 1 })),
  ...[1, 2].map(field =>
    blind('GET /api/tickets', (me, prey) =>
      me.get(`/api/tickets?${search(prey)}&offset=0&field=${field}:${prey.canary}`),
    ),
  ),
];
