import type { Client } from '../client.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

const base = '/api/status/notices';
const one = `${base}/:id`;

/**
 * Lays out what is told to others: a known problem of the prey's school alone with its ticket and what its person said
 * of it, a draft that the iGroup alone sees, one for schools of another standing; and one that the attacker reads, in
 * which a ticket and a person of the prey are.
 */
export async function toldTo(
  { maria, nadia }: { maria: Client; nadia: Client },
  { school, number, canary }: { school: number; number: number; canary: string },
): Promise<Pick<Prey, 'hidden_notices' | 'read_notice' | 'status_update'>> {
  const [system] = (await nadia.get('/api/status/systems')).body.items;
  const about = { kind: 'known_problem', system: system.id, severity: 'partly' };
  const begin = async (what: string, more: object) =>
    (await nadia.post(base, { ...about, title: `${what} ${canary}`, text: `Words ${canary}`, ...more })).body;
  const publish = async (what: string, more: object) => {
    const { id, inside } = await begin(what, more);
    await nadia.post(`${base}/${id}/publication`, { edition: inside.edition });
    return id as string;
  };
  const some = await publish('Some', { for: { kind: 'some', schools: [school] } });
  const draft = (await begin('Draft', { for: { kind: 'public' } })).id;
  const others = await publish('Standing', { for: { kind: 'before_stage1' } });
  await maria.put(`${base}/${some}/me-too`, { browser: `Browser ${canary}`, computers: 3 });
  const plain = { title: 'What all may read', text: 'Plain.', for: { kind: 'schools' } };
  const read = await publish('', plain);
  await nadia.post(`${base}/${read}/tickets`, { tickets: [number] });
  await maria.put(`${base}/${read}/me-too`, { browser: `Browser ${canary}` });
  const waiting = (await nadia.post(`${base}/${some}/updates`, { text: `Soon ${canary}` })).body;
  return { hidden_notices: [some, draft, others], read_notice: read, status_update: waiting.updates[0].id };
}

type Call = (me: Client, id: string, prey: Prey) => ReturnType<Client['get']>;
const onHidden = (route: string, call: Call): Attack[] =>
  [0, 1, 2].map(place => hidden(route, (me, prey) => call(me, prey.hidden_notices[place]!, prey)));
const onRead = (route: string, call: Call): Attack =>
  blind(route, (me, prey) => call(me, prey.read_notice, prey));
const onAll = (route: string, call: Call): Attack[] => [...onHidden(route, call), onRead(route, call)];
const written = { kind: 'incident', system: 1, severity: 'down', title: 'Mine', text: 'x' };
const of_ticket = '/api/tickets/:number/problem';

/** After notices for others, what is written, who has it too, and the tickets that are gathered. */
export const attacks_on_status: readonly Attack[] = [
  blind(`GET ${base}`, me => me.get(`${base}?limit=100`)),
  blind(`GET ${base}`, me => me.get(`${base}?limit=100&when=past`)),
  blind(`GET ${base}`, (me, { hidden_notices: [some] }) => me.get(`${base}?when=past&cursor=${some}`)),
  hidden(`POST ${base}`, (me, { number }) =>
    me.post(base, { ...written, for: { kind: 'public' }, ticket: number }),
  ),
  ...onAll(`GET ${one}`, (me, id) => me.get(`${base}/${id}`)),
  ...onAll(`PATCH ${one}`, (me, id) => me.patch(`${base}/${id}`, { title: 'Mine', edition: 1 })),
  ...onAll(`POST ${one}/publication`, (me, id) => me.post(`${base}/${id}/publication`, { edition: 1 })),
  ...onAll(`DELETE ${one}`, (me, id) => me.delete(`${base}/${id}`)),
  ...onAll(`GET ${one}/versions`, (me, id) => me.get(`${base}/${id}/versions`)),
  ...onAll(`POST ${one}/updates`, (me, id) =>
    me.post(`${base}/${id}/updates`, { text: 'Mine', move: 'solve' }),
  ),
  hidden('DELETE /api/status/updates/:id', (me, { status_update }) =>
    me.delete(`/api/status/updates/${status_update}`),
  ),
  ...onAll(`GET ${one}/affected`, (me, id) => me.get(`${base}/${id}/affected`)),
  ...onAll(`POST ${one}/tickets`, (me, id, { number }) =>
    me.post(`${base}/${id}/tickets`, { tickets: [number] }),
  ),
  ...onHidden(`PUT ${one}/me-too`, (me, id) => me.put(`${base}/${id}/me-too`, {})),
  ...onHidden(`DELETE ${one}/me-too`, (me, id) => me.delete(`${base}/${id}/me-too`)),
  onRead(`DELETE ${one}/me-too`, (me, id) => me.delete(`${base}/${id}/me-too`)),
  ...onHidden(`PUT ${one}/me-too/answer`, (me, id) => me.put(`${base}/${id}/me-too/answer`, { works: true })),
  hidden(`PUT ${one}/me-too/answer`, (me, { read_notice }) =>
    me.put(`${base}/${read_notice}/me-too/answer`, { works: false }),
  ),
  blind('POST /api/status/matches', (me, { canary }) =>
    me.post('/api/status/matches', { title: `Some ${canary}`, text: `Words ${canary} draft standing` }),
  ),
  hidden(`GET ${of_ticket}`, (me, { number }) => me.get(`/api/tickets/${number}/problem`)),
  hidden(`PUT ${of_ticket}`, (me, { number, read_notice }) =>
    me.put(`/api/tickets/${number}/problem`, { notice: read_notice }),
  ),
  hidden(`DELETE ${of_ticket}`, (me, { number }) => me.delete(`/api/tickets/${number}/problem`)),
  blind('GET /api/status/systems', me => me.get('/api/status/systems')),
  hidden('PUT /api/status/systems', me =>
    me.put('/api/status/systems', { items: [{ name_en: 'Mine', name_fr: 'Mine' }] }),
  ),
  blind('GET /api/public/notices', me => me.get('/api/public/notices')),
];
