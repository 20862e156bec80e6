import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import type { Agreement } from '#agreements/rules/agreement.ts';
import { countersign, recordPaper, remindSchools, signAgreement } from '#agreements/server/signing.ts';
import { beginDraft, publishDraft, saveDraft } from '#agreements/server/writing.ts';
import type { Database } from '#platform/db/database.ts';
import { listSchools } from '#schools/server/keeping.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

/** Leads who have signed: who, how many desk hours ago, as what, and in which language. */
const signers: readonly [name: CastName, hours_ago: number, role: string, lang: 'en' | 'fr'][] = [
  ['Grant Bell', 88, 'Principal', 'en'],
  ['Joan Whitehorse', 84, 'Principal', 'en'],
  ['Wei Zhang', 80, 'Head of school', 'en'],
  ['Ruth Ɂelhdaqox', 64, 'Principal', 'en'],
  ['Élodie Gagnon', 40, 'Directrice', 'fr'],
  ['Hannah de Vries', 3, 'Principal', 'en'], // waits for the coordinator
];

/** The town's agreement: version 2 that most schools have signed, one on paper, and the draft of version 3. */
export async function agreeTown(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, hours_ago: number, work: (ctx: Ctx) => Promise<T>) =>
    database.transact(actorOf(actors[name]), db =>
      work({ who: actors[name], db, now: deskTime(now, -hours_ago), lang: 'en', code_wall: true }),
    );
  const nadia = <T>(hours_ago: number, work: (ctx: Ctx) => Promise<T>) => as('Nadia Petrov', hours_ago, work);
  const day = (in_days: number, hours_ago = 0) =>
    dateOfDay(localDay(deskTime(now, -hours_ago), 'America/Vancouver') + in_days);
  const { version, edition } = await nadia(120, ctx => beginDraft(ctx, { from: 'template' }));
  const { documents } = await nadia(110, ctx =>
    publishDraft(ctx, version, { edition, effective_on: day(0, 110) }),
  );
  for (const [name, hours_ago, role, lang] of signers)
    await as(name, hours_ago, ctx =>
      signAgreement(ctx, version, { name, role, sha256: documents![lang].sha256! }),
    );
  const { items } = await nadia(0, ctx => listSchools(ctx, { sort: 'code', offset: 0 }));
  const idOf = (code: string) => items.find(school => school.code === code)!.id;
  const signed = ['ALDER', 'BIRCH', 'DOGWD', 'ESDIL', 'STANN'].map(idOf);
  await nadia(36, ctx => countersign(ctx, version, { schools: signed, role: 'Coordinator' }));
  await nadia(30, ctx =>
    recordPaper(ctx, version, {
      ...{ school: idOf('JUNIP'), name: 'Omar Faris', role: 'Principal', signed_on: day(-1, 30) },
      ...{ group_name: 'Nadia Petrov', group_role: 'Coordinator' },
    }),
  );
  await nadia(8, ctx => remindSchools(ctx, version, { schools: [idOf('HEMLK')] }));
  const draft = await nadia(6, ctx => beginDraft(ctx, { from: version }));
  await nadia(5, ctx => saveDraft(ctx, draft.version, fasterOf(draft)));
}

/** What the next version is to promise: less waiting for what can wait. */
const fasterOf = ({ edition, targets, goals, warn_at, complaint_days, review_on, texts }: Agreement) => ({
  ...{ edition, goals, warn_at, complaint_days: complaint_days!, review_on: review_on! },
  targets: { ...targets, P4: { response: 360, resolution: 3600 } },
  text_en: texts!.en.replace(
    'Both sides want an effective support system with a timely response.',
    'Both sides want an effective support system with a timely response, also for what can wait.',
  ),
  text_fr: texts!.fr.replace(
    'Les deux parties veulent un soutien efficace et des réponses rapides.',
    'Les deux parties veulent un soutien efficace et des réponses rapides, aussi pour ce qui peut attendre.',
  ),
});
