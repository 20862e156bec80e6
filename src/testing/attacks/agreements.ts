import { cast_password } from '../cast.ts';
import type { Client } from '../client.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

const base = '/api/agreements';
const one = `${base}/:version`;

/**
 * Lays out a version that the prey's lead has signed, with the canary in her role, and that the group countersigned with
 * it in the coordinator's; and a draft with the canary in its text.
 */
export async function agreedWith(
  { lead, keeper }: { lead: Client; keeper: Client },
  { school, canary }: { school: number; canary: string },
): Promise<Pick<Prey, 'agreement' | 'draft_agreement'>> {
  const publish = async () => {
    const { version, edition, earliest } = (await keeper.post(base, { from: 'template' })).body;
    const at = `${base}/${version}/publication`;
    return (await keeper.post(at, { edition, effective_on: earliest })).body;
  };
  const { version, documents } = await publish();
  await lead.post(`${base}/${version}/signature`, {
    ...{ name: 'Grant Bell', role: `Role ${canary}`, password: cast_password },
    ...{ sha256: documents.en.sha256, agreed: true },
  });
  await keeper.post(`${base}/${version}/countersignatures`, { schools: [school], role: `For ${canary}` });
  const { edition, texts, ...draft } = (await keeper.post(base, { from: version })).body;
  await keeper.put(`${base}/${draft.version}`, {
    ...draft,
    edition,
    text_en: `Draft ${canary}`,
    text_fr: texts.fr,
  });
  return { agreement: version, draft_agreement: draft.version };
}

const published = ({ agreement }: Prey, more = '') => `${base}/${agreement}${more}`;
const draft = ({ draft_agreement }: Prey, more = '') => `${base}/${draft_agreement}${more}`;
const writing = {
  ...{
    edition: 2,
    goals: { response: 1, resolution: 1 },
    warn_at: [],
    complaint_days: 1,
    review_on: '2028-01-01',
  },
  targets: Object.fromEntries(['P1', 'P2', 'P3', 'P4'].map(each => [each, { response: 1, resolution: 1 }])),
  ...{ text_en: 'mine', text_fr: 'mine' },
};
const signing = { name: 'x', role: 'x', sha256: '0'.repeat(64), agreed: true, password: cast_password };

/** On drafts, on the signatures of another school, and on deeds that are the iGroup's. */
export const attacks_on_agreements: readonly Attack[] = [
  blind(`GET ${base}`, me => me.get(base)),
  hidden(`POST ${base}`, me => me.post(base, { from: 'template' })),
  blind(`POST ${base}/hours/comparisons`, me =>
    me.post(`${base}/hours/comparisons`, { zone: 'America/Vancouver', week: [] }),
  ),
  blind(`GET ${base}/own`, me => me.get(`${base}/own`)),
  blind(`GET ${one}`, (me, prey) => me.get(published(prey))),
  hidden(`GET ${one}`, (me, prey) => me.get(draft(prey))),
  hidden(`PUT ${one}`, (me, prey) => me.put(draft(prey), writing)),
  hidden(`DELETE ${one}`, (me, prey) => me.delete(draft(prey, '?edition=2'))),
  hidden(`POST ${one}/publication`, (me, prey) =>
    me.post(draft(prey, '/publication'), { edition: 2, effective_on: '2027-01-01' }),
  ),
  hidden(`GET ${one}/comparison`, (me, prey) => me.get(draft(prey, `/comparison?against=${prey.agreement}`))),
  blind(`GET ${one}/signatures`, (me, prey) => me.get(published(prey, '/signatures?limit=100'))),
  blind(`GET ${one}/signatures`, (me, prey) => me.get(published(prey, `/signatures?school=${prey.school}`))),
  blind(`POST ${one}/signature`, (me, prey) => me.post(draft(prey, '/signature'), signing)),
  blind(`POST ${one}/countersignatures`, (me, prey) =>
    me.post(published(prey, '/countersignatures'), { schools: [prey.school], role: 'mine' }),
  ),
  blind(`POST ${one}/paper-signatures`, (me, prey) =>
    me.post(published(prey, '/paper-signatures'), {
      ...{ school: prey.school, name: 'x', role: 'x', signed_on: '2026-11-02' },
      ...{ group_name: 'x', group_role: 'x' },
    }),
  ),
  blind(`POST ${one}/reminders`, (me, prey) =>
    me.post(published(prey, '/reminders'), { schools: [prey.school] }),
  ),
  hidden(`GET ${one}/paper`, (me, prey) => me.get(draft(prey, '/paper'))),
  hidden(`GET ${one}/content`, (me, prey) => me.get(draft(prey, '/content'))),
  hidden(`GET ${one}/signatures/:school/paper`, (me, prey) =>
    me.get(published(prey, `/signatures/${prey.school}/paper`)),
  ),
];
