import { cast_password as password } from '../cast.ts';
import type { Client } from '../client.ts';
import { blind, hidden, type Attack } from './attack.ts';

/** Somebody says that she is also the only person of Cedar Bay. */
export async function alsoAtCedar(me: Client): Promise<{ same: number }> {
  const there = { password, username: 'cedarbay', password_there: password };
  const { body: asked } = await me.post('/api/account/schools', there);
  const { body: said } = await me.post('/api/account/schools', { ...there, person: asked.people[0].id });
  return { same: said.items[0].id };
}

/** On who is one at several schools: going over to another's person, tying oneself to her, and ending what she said. */
export const attacks_on_several: readonly Attack[] = [
  blind('GET /api/account/schools', me => me.get('/api/account/schools')),
  blind('POST /api/account/schools', (me, { person }) =>
    me.post('/api/account/schools', {
      password,
      username: 'alder',
      password_there: 'not the password',
      person,
    }),
  ),
  hidden('DELETE /api/account/schools/:id', (me, { same }) => me.delete(`/api/account/schools/${same}`)),
  hidden('DELETE /api/people/:id/schools/:said', (me, { person, same }) =>
    me.delete(`/api/people/${person}/schools/${same}`),
  ),
  hidden('POST /api/session/acting', (me, { person }) =>
    me.post('/api/session/acting', { person, password }),
  ),
];
