import type { Client } from '../client.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

/**
 * On joined tickets: two of the prey are merged, and one of the attacker's own school stands under a third of the
 * prey. Through neither may she hear of the other school: no number, no count, no subject.
 */

interface Joined {
  joining: number;
  merged: number;
  under: number;
}

/** Joins what the sweep goes after. */
export async function joinedWith(
  attacker: Client,
  { maria, nadia }: { maria: Client; nadia: Client },
  parent: number,
  asked: object,
): Promise<Joined> {
  const open = async (by: Client, given: object) =>
    (await by.post('/api/tickets', given)).body.number as number;
  const merged = await open(maria, asked);
  const into = await open(maria, asked);
  const { body } = await nadia.post(`/api/tickets/${merged}/merge`, { into });
  const under = await open(attacker, { ...asked, subject: 'Mine, under', description: 'Mine' });
  for (const as of ['parent', 'related'])
    await nadia.post(`/api/tickets/${under}/links`, { as, ticket: parent });
  return { joining: body.joinings[0].id, merged, under };
}

const chosen = { messages: [{ kind: 'reply', id: 1 }], subject: 'Mine' };
const of = (prey: Prey, more: string) => `/api/tickets/${prey.number}${more}`;
const own = (prey: Prey, more: string) => `/api/tickets/${prey.under}${more}`;

export const attacks_on_joining: readonly Attack[] = [
  blind('GET /api/tickets/:number', (me, prey) => me.get(own(prey, ''))),
  blind('GET /api/tickets/:number/history', (me, prey) => me.get(own(prey, '/history'))),
  hidden('GET /api/tickets/:number/links/choices', (me, prey) => me.get(of(prey, '/links/choices'))),
  blind('GET /api/tickets/:number/links/choices', (me, prey) =>
    me.get(own(prey, `/links/choices?q=${prey.canary}`)),
  ),
  blind('GET /api/tickets/:number/links/choices', (me, prey) =>
    me.get(own(prey, `/links/choices?q=${prey.number}`)),
  ),
  hidden('POST /api/tickets/:number/links', (me, prey) =>
    me.post(of(prey, '/links'), { as: 'related', ticket: prey.under }),
  ),
  hidden('POST /api/tickets/:number/links', (me, prey) =>
    me.post(own(prey, '/links'), { as: 'child', ticket: prey.number }),
  ),
  hidden('GET /api/tickets/:number/merge', (me, prey) => me.get(of(prey, `/merge?into=${prey.under}`))),
  hidden('GET /api/tickets/:number/merge', (me, prey) => me.get(own(prey, `/merge?into=${prey.number}`))),
  hidden('POST /api/tickets/:number/merge', (me, prey) => me.post(of(prey, '/merge'), { into: prey.under })),
  hidden('POST /api/tickets/:number/merge', (me, prey) =>
    me.post(own(prey, '/merge'), { into: prey.number }),
  ),
  hidden('POST /api/tickets/:number/split', (me, prey) => me.post(of(prey, '/split'), chosen)),
  hidden('GET /api/tickets/:number/joinings/:id', (me, prey) =>
    me.get(own(prey, `/joinings/${prey.joining}`)),
  ),
  hidden('DELETE /api/tickets/:number/joinings/:id', (me, prey) =>
    me.delete(of(prey, `/joinings/${prey.joining}`)),
  ),
];
