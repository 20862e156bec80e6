import type { Client } from '../client.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

const base = '/api/configuration';
const words = (canary: string) => ({
  setting: `Setting ${canary}`,
  was: `Was ${canary}`,
  becomes: `Becomes ${canary}`,
  why: `Why ${canary}`,
});

/**
 * Lays out what a school asked to change: a request that waits, with the canary in its every text; a change of that
 * school alone, with the canary in its words for schools; and one that concerns the attacker's school too, which it
 * reads, while what was asked for it holds the canary.
 */
export async function configuredWith(
  { lead, keeper }: { lead: Client; keeper: Client },
  { school, other, canary }: { school: number; other: number; canary: string },
): Promise<Pick<Prey, 'request' | 'asked_for_all'>> {
  const asked = { area: 'attendance', ...words(canary), risks: `Risks ${canary}` };
  const ask = async (reach: string) =>
    (await lead.post(`${base}/requests`, { ...asked, reach, reach_words: `Reach ${canary}` })).body
      .number as number;
  const plan = async (number: number, scope: object, told: object) => {
    await keeper.patch(`${base}/requests/${number}`, { scope, told, planned_for: '2026-12-04' });
    await keeper.post(`${base}/requests/${number}/decision`, { approve: true });
  };
  const request = await ask('own');
  await plan(await ask('own'), { kind: 'own' }, words(canary));
  const asked_for_all = await ask('more');
  const harmless = { setting: 'For both', was: 'a', becomes: 'b', why: 'c' };
  await plan(asked_for_all, { kind: 'some', schools: [school, other] }, harmless);
  return { request, asked_for_all };
}

const at = (number: number, deed = '') => `${base}/requests/${number}${deed}`;
/** Each goes after what waits, and after what the attacker's own school is concerned by. */
const both = (route: string, call: (me: Client, number: number) => ReturnType<Client['get']>): Attack[] =>
  (['request', 'asked_for_all'] as const).map(which => hidden(route, (me, prey) => call(me, prey[which])));
const one = `${base}/requests/:number`;

/** On requests and the log: another school's, and what a line that one may read leads to. */
export const attacks_on_configuration: readonly Attack[] = [
  blind(`GET ${base}/asking`, me => me.get(`${base}/asking`)),
  blind(`GET ${base}/requests`, me => me.get(`${base}/requests`)),
  hidden(`POST ${base}/requests`, (me, { school }) =>
    me.post(`${base}/requests`, { area: 'other', ...words('mine'), reach: 'own', school }),
  ),
  ...both(`GET ${one}`, (me, number) => me.get(at(number))),
  ...both(`PATCH ${one}`, (me, number) => me.patch(at(number), { setting: 'Mine' })),
  ...both(`POST ${one}/decision`, (me, number) =>
    me.post(at(number, '/decision'), { approve: false, reason: 'x' }),
  ),
  ...both(`PUT ${one}/day`, (me, number) => me.put(at(number, '/day'), { planned_for: '2026-12-11' })),
  ...both(`POST ${one}/completion`, (me, number) =>
    me.post(at(number, '/completion'), { was: 'x', becomes: 'y', day: '2026-11-02' }),
  ),
  ...both(`POST ${one}/giving-up`, (me, number) =>
    me.post(at(number, '/giving-up'), { reason: 'x', told: 'x' }),
  ),
  ...both(`POST ${one}/rolling-back`, (me, number) =>
    me.post(at(number, '/rolling-back'), { reason: 'x', told: 'x', day: '2026-11-02' }),
  ),
  blind(`GET ${base}/changes`, me => me.get(`${base}/changes?limit=100`)),
  blind(`GET ${base}/changes`, (me, { school }) => me.get(`${base}/changes?limit=100&school=${school}`)),
  blind(`GET ${base}/changes`, (me, { canary }) => me.get(`${base}/changes?q=${canary}`)),
  blind(`GET ${base}/changes/file`, me => me.get(`${base}/changes/file`)),
  blind(`PUT ${base}/changes/look`, me => me.put(`${base}/changes/look`, {})),
];
