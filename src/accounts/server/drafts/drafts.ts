import { z } from 'zod';
import { sendSignal } from '#platform/live/signals.ts';
import { notNow } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import { Draft, draft_limits, DraftPlace, Drafts, DropDraft, KeepDraft } from '../../rules/draft.ts';
import { signedIn } from '../../rules/policy.ts';
import { route, type Ctx } from '../acting.ts';
import { countDrafts, deleteDraft, selectDraft, selectDrafts, writeDraft, type DraftRow } from './store.ts';

/** What is being written, kept for its person from one device to the next until it is sent. */

const params = z.object({ place: DraftPlace });

// prettier-ignore
export const draftRoutes = [
  route({ method: 'GET', path: '/api/drafts', says: 'All that you have begun to write', may: signedIn, door: 'sign_in', answer: Drafts, deed: myDrafts }),
  route({ method: 'GET', path: '/api/drafts/:place', says: 'What you have begun to write at one place; version 0 when nothing', may: signedIn, door: 'sign_in', params, answer: Draft, deed: (ctx, { params }) => draftAt(ctx, params.place) }),
  route({ method: 'PUT', path: '/api/drafts/:place', says: 'Keep what is being written', may: signedIn, door: 'sign_in', params, body: KeepDraft, answer: Draft, deed: (ctx, { params, body }) => keepDraft(ctx, params.place, body) }),
  route({ method: 'DELETE', path: '/api/drafts/:place', says: 'Drop a draft that was sent or given up', may: signedIn, door: 'sign_in', params, query: DropDraft, answer: z.object({}), deed: (ctx, { params, query }) => dropDraft(ctx, params.place, query.version) }),
];

async function myDrafts(ctx: Ctx) {
  const rows = await selectDrafts(ctx);
  return { items: rows.map(row => draftOf(ctx, row)) };
}

const draftAt = async (ctx: Ctx, place: string): Promise<Draft> =>
  draftOf(ctx, (await selectDraft(ctx, place)) ?? { place, fields: {}, version: 0, written_at: null });

/**
 * Keeps a draft over the version that it was written upon. Refuses not_now when something else was kept there since,
 * with that in `kept`: nothing is overwritten unseen. The same fields again are no change.
 */
async function keepDraft(ctx: Ctx, place: string, { fields, version }: KeepDraft): Promise<Draft> {
  const before = await selectDraft(ctx, place);
  if (before && sameFields(before.fields, fields)) return draftOf(ctx, before);
  if (!before && (await countDrafts(ctx)) >= draft_limits.drafts_per_person) throw notNow(tooManyDrafts);
  const written = await writeDraft(ctx, place, fields, version);
  const now = await draftAt(ctx, place);
  if (written === undefined) throw notNow(keptElsewhere, { kept: now });
  await tell(ctx, place, now.version);
  return now;
}

/** Drops a draft. Refuses not_now when it is newer than `version`, with what is kept. Dropping nothing is done. */
async function dropDraft(ctx: Ctx, place: string, version: number | undefined): Promise<object> {
  const gone = await deleteDraft(ctx, place, version);
  if (!gone) throw notNow(keptElsewhere, { kept: await draftAt(ctx, place) });
  await tell(ctx, place, 0);
  return {};
}

/** This person's other pages hear that there is something newer; what it is, they ask. */
const tell = ({ db, who }: Ctx, place: string, version: number) =>
  sendSignal(db, { to: `person:${who.person_id}`, kind: 'draft', facts: { place, version } });

const draftOf = (
  { who, now, lang }: Ctx,
  {
    place,
    fields,
    version,
    written_at,
  }: Omit<DraftRow, 'person_id' | 'written_at'> & { written_at: Date | null },
): Draft => ({
  place,
  fields,
  version,
  written: written_at && moment(written_at, { now, zone: who.zone, lang }),
});

const sameFields = (one: Record<string, string>, other: Record<string, string>): boolean => {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every(name => one[name] === other[name]);
};

const keptElsewhere = {
  en: 'Another text was kept here meanwhile.',
  fr: 'Un autre texte a été gardé ici entre-temps.',
};
const tooManyDrafts = {
  en: `You have ${draft_limits.drafts_per_person} texts that were begun and not sent. Send or discard some first.`,
  fr: `Vous avez ${draft_limits.drafts_per_person} textes commencés et non envoyés. Envoyez-en ou jetez-en d’abord.`,
};
