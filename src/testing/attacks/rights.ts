import { randomBytes } from 'node:crypto';
import type { Client } from '../client.ts';
import { measure } from '../measured.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';
import { onTickets } from './inside.ts';
import { overheard_writing } from './knowledge.ts';
import { attacks_on_search } from './search.ts';

/** After requests for rights and who holds what (S10): of another school, and inside the iGroup of those who keep them. */

const asked = (canary: string) => ({
  action: 'add',
  name: `Holder ${canary}`,
  job: `Job ${canary}`,
  kind: 'marks',
  why: `Because ${canary}`,
  from: '2099-01-01',
});

/** A right that somebody of the prey's school holds, and a request that is under way there. */
export async function rightsAt(
  { priya, nadia }: { priya: Client; nadia: Client },
  canary: string,
): Promise<Pick<Prey, 'right' | 'rights_ticket'>> {
  const ask = async () => (await priya.post('/api/rights/requests', asked(canary))).body.ticket as number;
  const given = `/api/rights/requests/${await ask()}`;
  await nadia.post(`${given}/approval`, {});
  const { body } = await nadia.post(`${given}/completion`, {});
  return { right: body.right, rights_ticket: await ask() };
}

const at = (deed: string, body: object = {}): Attack =>
  hidden(`POST /api/rights/requests/:number/${deed}`, (me, { rights_ticket }) =>
    me.post(`/api/rights/requests/${rights_ticket}/${deed}`, body),
  );
const why = { why: 'mine', until: '2099-06-01' };

export const attacks_on_rights: readonly Attack[] = [
  hidden('POST /api/rights/requests', (me, { school }) =>
    me.post('/api/rights/requests', { ...asked('mine'), school }),
  ),
  hidden('POST /api/rights/requests', (me, { right }) =>
    me.post('/api/rights/requests', {
      ...asked('mine'),
      ...{ action: 'remove', right, why: 'mine' },
    }),
  ),
  hidden('GET /api/rights/requests/:number', (me, { rights_ticket }) =>
    me.get(`/api/rights/requests/${rights_ticket}`),
  ),
  hidden('PUT /api/rights/requests/:number', (me, { rights_ticket }) =>
    me.put(`/api/rights/requests/${rights_ticket}`, { ...asked('mine'), kind: 'attendance' }),
  ),
  at('preparation'),
  at('approval'),
  at('refusal', { reason: 'mine' }),
  at('completion'),
  at('withdrawal', { reason: 'mine' }),
  at('keeping', why),
  at('release'),
  blind('GET /api/rights', me => me.get('/api/rights?ended=all&limit=200')),
  blind('GET /api/rights', (me, { school }) => me.get(`/api/rights?ended=all&school=${school}`)),
  blind('GET /api/rights/file', me => me.get('/api/rights/file?ended=all')),
];

const from_it = {
  kind: 'faq',
  audience: 'igroup',
  title: 'How rights are asked for',
  body: 'With the form.',
};

/** Lays out a ticket about rights with all that the desk can hang on one, for who of the desk keeps none. */
export async function luredRights(
  prey: Prey,
  { priya, nadia }: { priya: Client; nadia: Client },
): Promise<Prey> {
  const canary = `canary${randomBytes(6).toString('hex')}`;
  const rights = await rightsAt({ priya, nadia }, canary);
  const number = rights.rights_ticket;
  const path = `/api/tickets/${number}`;
  const upload = async (by: Client) =>
    (await by.upload(`rights-${canary}.txt`, `content ${canary}`)).body.id as string;
  const [file, noteFile] = [await upload(priya), await upload(nadia)];
  const { body: replied } = await priya.post(`${path}/replies`, { text: `Words ${canary}`, files: [file] });
  const { body: noted } = await nadia.post(`${path}/notes`, {
    text: `@Maya Chen, note ${canary}`,
    files: [noteFile],
  });
  await nadia.put(`${path}/tags`, { add: [`rights ${canary.slice(0, 8)}`] });
  await nadia.post(`${path}/tasks`, { text: `Task ${canary}` });
  await nadia.post(`${path}/checklist`, { text: `Item ${canary}` });
  const { body: changed } = await nadia.patch(path, { urgency: 'high' });
  const { body: waiting } = await nadia.post(`${path}/replies`, { text: `Soon ${canary}` });
  const { body: from } = await nadia.post('/api/articles', { ...from_it, ticket: number });
  const { body: mark } = await nadia.post(`${path}/answers`, { kind: 'missing' });
  return {
    ...prey,
    ...rights,
    ...{ mark: mark.id, from_rights: from.id },
    canary,
    number,
    ended: number,
    file,
    noteFile,
    waitingFile: await upload(nadia),
    reply: replied.messages.at(-1).id,
    note: noted.messages.at(-1).id,
    change: changed.undo.change,
    outgoing: waiting.outgoing.at(-1).id,
    key: 'none',
    owner: nadia,
    stir: () => nadia.post(`${path}/notes`, { text: `Live ${canary}` }),
    watch: [
      async () => (await nadia.get(path)).body,
      async () => (await nadia.get(`${path}/history`)).body,
      async () => (await nadia.get(`/api/rights/requests/${number}`)).body,
      async () => (await nadia.get('/api/tickets/counts?state=all&request=rights')).body,
    ],
  };
}

/** The knowledge editor keeps no rights either, and reads what was said of articles. */
const byTheEditor = (
  route: string,
  hides: boolean,
  call: (tom: Client, prey: Prey) => ReturnType<Client['get']>,
): Attack => ({
  route,
  hidden: hides,
  by: async (_me, prey, house) => {
    const { status, body } = await call(await house.as('Tom Becker'), prey);
    return { status, text: JSON.stringify(body) };
  },
});

/** What the desk has beside its tickets: what counts, lists or does many at once. */
const of_the_desk: readonly Attack[] = [
  blind('GET /api/tasks', me => me.get('/api/tasks')),
  blind('GET /api/bulks', me => me.get('/api/bulks')),
  blind('POST /api/bulks/preview', (me, { number }) =>
    me.post('/api/bulks/preview', { tickets: [number], steps: [{ does: 'note', text: 'mine' }] }),
  ),
  blind('POST /api/bulks', (me, { number }) =>
    me.post('/api/bulks', { tickets: [number], steps: [{ does: 'note', text: 'mine' }] }),
  ),
  blind('GET /api/notices', me => me.get('/api/notices')),
  blind('POST /api/suggestions', (me, { canary }) =>
    me.post('/api/suggestions', { title: `Words ${canary}`, kind: 'ticket', limit: 20 }),
  ),
  ...attacks_on_search,
  hidden('POST /api/articles', (me, { number }) =>
    me.post('/api/articles', {
      ...{ kind: 'faq', audience: 'igroup', title: 'Mine', body: 'mine' },
      ticket: number,
    }),
  ),
  byTheEditor('GET /api/article-marks', false, tom => tom.get('/api/article-marks')),
  byTheEditor('PUT /api/article-marks/:id', true, (tom, { mark }) =>
    tom.put(`/api/article-marks/${mark}`, { done: true }),
  ),
  byTheEditor('GET /api/articles/:id', false, (tom, { from_rights }) =>
    tom.get(`/api/articles/${from_rights}`),
  ),
  // The administrator keeps no rights either, and reads the audit log.
  ...['/api/audit?limit=200', '/api/audit/file', '/api/audit?about=tickets'].map(path => ({
    route: 'GET /api/audit',
    hidden: false,
    by: async (_me: Client, { canary, number }: Prey, house: Parameters<Attack['by']>[2]) => {
      const { status, body } = await (await house.as('Arun Patel')).get(path);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const names_it = new RegExp(`"ticket":${number}\\b|,${number},`).test(text);
      return { status, text: names_it ? canary : text };
    },
  })),
  // A count that is not nothing tells as much as words do.
  ...['request=rights', 'category=security_role&assignee=none'].map(filter => ({
    route: 'GET /api/tickets/counts',
    hidden: false,
    by: async (me: Client, { canary }: Prey) => {
      const { status, body } = await me.get(`/api/tickets/counts?state=all&${filter}&q=${canary}`);
      return { status, text: body.total > 0 ? canary : '' };
    },
  })),
  {
    route: 'GET /api/dashboard',
    hidden: false,
    by: async (me, { canary, school }, house) => {
      await measure(house);
      const asks = (who: Client) => who.get(`/api/dashboard?period=year&school=${school}`);
      const [mine, whole] = [await asks(me), await asks(await house.as('Nadia Petrov'))];
      const same = JSON.stringify(mine.body) === JSON.stringify(whole.body);
      return { status: mine.status, text: same ? canary : '' };
    },
  },
];

/** What an agent who keeps no rights tries: all that goes after a ticket, its files and its story, and the rest of the desk. */
export const byTheDesk = (attacks: readonly Attack[]): Attack[] => [
  // Of what is written the desk hears.
  ...[...onTickets(attacks.filter(each => each !== overheard_writing)), ...attacks_on_rights].map(attack => ({
    ...attack,
    // To open a ticket of one's own is no secret: what is refused there tells of none.
    hidden: attack.hidden && attack.route.includes(':'),
  })),
  ...of_the_desk,
];
