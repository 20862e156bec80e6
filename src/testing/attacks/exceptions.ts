import type { Client } from '../client.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

/** The desk asks for an exception on the prey's ticket and notes minutes of one that is allowed there. */
export async function exceptedAt(
  nadia: Client,
  { number, ended, canary }: { number: number; ended: number; canary: string },
): Promise<Pick<Prey, 'exception'>> {
  await nadia.post(`/api/tickets/${ended}/moves`, { move: 'restore', reason: 'x' });
  const ask = async (ticket: number) => {
    const { body } = await nadia.post(`/api/tickets/${ticket}/exceptions`, {
      topic: 'os',
      why: `Because ${canary}`,
    });
    return body.items.find((item: { ticket: number | null }) => item.ticket === ticket).id as number;
  };
  const allowed = await ask(ended);
  await nadia.post(`/api/exceptions/${allowed}/decision`, { allow: true, allowed: `Allowed ${canary}` });
  await nadia.post(`/api/exceptions/${allowed}/minutes`, { minutes: 5, what: `Minutes ${canary}` });
  await nadia.post(`/api/tickets/${ended}/moves`, { move: 'withdraw', reason: `Because ${canary}` });
  return { exception: await ask(number) };
}

const mine = { en: 'mine it is', fr: 'mine it is' };
const one = '/api/exceptions/:id';
const at = (deed: string, body: object = {}): Attack =>
  hidden(`POST ${one}/${deed}`, (me, { exception }) => me.post(`/api/exceptions/${exception}/${deed}`, body));

/** After what another school was allowed, and why. */
export const attacks_on_exceptions: readonly Attack[] = [
  blind('GET /api/exceptions', me => me.get('/api/exceptions?show=all&limit=200')),
  blind('GET /api/exceptions', (me, { school }) => me.get(`/api/exceptions?show=all&school=${school}`)),
  blind('GET /api/exceptions/file', me => me.get('/api/exceptions/file?show=all')),
  blind('PUT /api/exceptions/look', me => me.put('/api/exceptions/look', {})),
  hidden('GET /api/tickets/:number/exceptions', (me, { number }) =>
    me.get(`/api/tickets/${number}/exceptions`),
  ),
  hidden('POST /api/tickets/:number/exceptions', (me, { number }) =>
    me.post(`/api/tickets/${number}/exceptions`, { topic: 'os', why: 'mine' }),
  ),
  hidden('GET /api/tickets/:number/responsibility', (me, { number }) =>
    me.get(`/api/tickets/${number}/responsibility`),
  ),
  // What a firewall must allow is the same for every school.
  blind('GET /api/network', me => me.get('/api/network')),
  blind('GET /api/network/news', me => me.get('/api/network/news')),
  blind('PUT /api/network/look', me => me.put('/api/network/look', {})),
  hidden('POST /api/network/lists', me =>
    me.post('/api/network/lists', {
      ...{ entries: [{ host: 'mine.example', port: 443, protocol: 'tcp', purpose: mine }] },
      ...{ holds_from: '2099-01-01', why: 'mine', newest: 0 },
    }),
  ),
  hidden('GET /api/hand-back-texts', me => me.get('/api/hand-back-texts')),
  hidden('PUT /api/hand-back-texts/:duty', me =>
    me.put('/api/hand-back-texts/os', { text: mine, next: mine }),
  ),
  hidden('DELETE /api/hand-back-texts/:duty', me => me.delete('/api/hand-back-texts/os')),
  at('decision', { allow: true, allowed: 'mine' }),
  at('prolongation', { until: '2099-01-01', reason: 'mine' }),
  at('end', { reason: 'mine' }),
  at('withdrawal'),
  at('minutes', { minutes: 5, what: 'mine' }),
  hidden(`PUT ${one}/tickets/:number`, (me, { exception, number }) =>
    me.put(`/api/exceptions/${exception}/tickets/${number}`, {}),
  ),
  hidden(`DELETE ${one}/tickets/:number`, (me, { exception, number }) =>
    me.delete(`/api/exceptions/${exception}/tickets/${number}`),
  ),
];
