import { randomUUID } from 'node:crypto';
import { paths } from '#guide/rules/measuring/measuring.ts';
import type { Client } from '../client.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

const run = {
  ...{ version: 1, answers: [['C01', 'none']], mark: 5, began: '2026-09-14T17:00:00Z' },
};

/** Alder keeps a run with one of its tickets, and the coordinator is writing on the guide. */
export async function guidedAt(
  { maria, nadia }: { maria: Client; nadia: Client },
  { number, canary }: { number: number; canary: string },
): Promise<Pick<Prey, 'check'>> {
  const name = randomUUID();
  const given = { ...run, run: name, ticket: number, message: `Message ${canary}` };
  const { body } = await maria.post('/api/checks', given);
  const { guide } = (await nadia.get('/api/guide')).body;
  const written = { ...guide, body: { en: `Body ${canary}`, fr: `Body ${canary}` } };
  await nadia.put('/api/guide/draft', { guide: written, edition: 0 });
  return { check: { run: name, code: body.code } };
}

const of_ticket = '/api/tickets/:number/checks';
/** After the runs of another school, what is written of the guide, and what the page asks without sign-in. */
export const attacks_on_guide: readonly Attack[] = [
  blind('GET /api/public/guide', me => me.get('/api/public/guide')),
  blind(`GET ${paths.answer}`, me => me.get(paths.answer)),
  blind(`GET ${paths.body}`, me => me.get(paths.body)),
  blind(`GET ${paths.stream}`, me => me.get(paths.stream)),
  blind(`POST ${paths.large}`, me => me.post(paths.large, {})),
  blind('GET /api/checks', me => me.get('/api/checks')),
  blind('POST /api/checks', (me, { check }) => me.post('/api/checks', { ...run, run: check.run })),
  hidden('POST /api/checks', (me, { number }) =>
    me.post('/api/checks', { ...run, run: randomUUID(), ticket: number }),
  ),
  // A code says what was answered to whoever has it; the run that was kept under it stays its school’s.
  blind('GET /api/checks/codes/:code', (me, { check }) => me.get(`/api/checks/codes/${check.code}`)),
  hidden(`GET ${of_ticket}`, (me, { number }) => me.get(`/api/tickets/${number}/checks`)),
  hidden(`POST ${of_ticket}`, (me, { number, check }) =>
    me.post(`/api/tickets/${number}/checks`, { code: check.code }),
  ),
  hidden('GET /api/guide', me => me.get('/api/guide')),
  hidden('GET /api/guide/drawing', me => me.get('/api/guide/drawing')),
  blind('PUT /api/guide/draft', async me => {
    const { body } = await me.get('/api/public/guide');
    return me.put('/api/guide/draft', { guide: body.guide, edition: 1 });
  }),
  hidden('DELETE /api/guide/draft', me => me.delete('/api/guide/draft?edition=1')),
  hidden('POST /api/guide/versions', me => me.post('/api/guide/versions', { edition: 1, why: 'Mine' })),
  hidden('POST /api/guide/versions/:version/draft', me =>
    me.post('/api/guide/versions/1/draft', { edition: 1 }),
  ),
  // What was published is for everybody.
  blind('GET /api/guide/versions/:version', me => me.get('/api/guide/versions/1')),
];
