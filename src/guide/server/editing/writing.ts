import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound, notNow, Refusal } from '#platform/refusals.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { moment } from '#sla/rules/moments.ts';
import { troublesOf } from '../../rules/checking.ts';
import { compare } from '../../rules/comparing.ts';
import {
  keepsGuide,
  type GuideVersion,
  type GuideWriting,
  type KeptGuide,
  type Publishing,
  type Taking,
} from '../../rules/editing.ts';
import { deleteDraft, holdDraft, insertVersion, putDraft } from '../store.ts';
import { draftNow, guideAt, newestVersion, versionLines } from '../views.ts';

/** The guide as the desk writes it: one draft, versions that stay. */

export async function keptGuide(ctx: Ctx): Promise<KeptGuide> {
  const at = (instant: Date) => moment(instant, seenBy(ctx));
  const version = await newestVersion(ctx.db);
  const { guide } = (await guideAt(ctx.db, version))!;
  const draft = await draftNow(ctx);
  const lines = await versionLines(ctx);
  return {
    version,
    guide,
    draft: draft && {
      ...{ guide: draft.guide, edition: draft.edition, version: draft.version, by: draft.by },
      at: at(draft.written_at),
      troubles: troublesOf(draft.guide),
      differences: compare(guide, draft.guide, ctx.lang),
    },
    versions: lines.map(({ published_at, ...each }) => ({ ...each, at: at(published_at) })),
    can: { write: keepsGuide(ctx.who) },
  };
}

/** A version, and what is different in it against another. Refuses with not_found where there is no such. */
export async function versionAt(
  ctx: Ctx,
  version: number,
  against: number | undefined,
): Promise<GuideVersion> {
  const row = await guideAt(ctx.db, version);
  const other = await guideAt(ctx.db, against ?? version - 1);
  if (!row || (against !== undefined && !other)) throw notFound();
  const { guide, why } = row;
  return {
    ...{ version, why, guide, against: other?.version ?? null },
    differences: other ? compare(other.guide, guide, ctx.lang) : [],
  };
}

/**
 * Lays a version into the draft; where that is what stands there, no change. Refuses not_found, and not_now when somebody
 * has written since `edition`: whose draft it replaces, one has seen.
 */
export async function takeVersion(ctx: Ctx, version: number, { edition }: Taking): Promise<KeptGuide> {
  const row = await guideAt(ctx.db, version);
  if (!row) throw notFound();
  const before = await holdDraft(ctx);
  if (before && same(before.guide, row.guide)) return keptGuide(ctx);
  if ((before?.edition ?? 0) !== edition) throw notNow(written_since, { kept: await keptGuide(ctx) });
  await keepDraft(ctx, { guide: row.guide, edition: edition + 1, version: before?.version ?? version });
  await recordDeed(ctx, { kind: 'guide_taken', audience: 'desk', facts: { version } });
  return keptGuide(ctx);
}

async function keepDraft(
  ctx: Ctx,
  draft: Pick<NonNullable<KeptGuide['draft']>, 'guide' | 'edition' | 'version'>,
): Promise<void> {
  await putDraft(ctx, { ...draft, written_by: ctx.who.person_id, written_at: ctx.now });
  await sendSignal(ctx.db, { to: 'desk', kind: 'guide', facts: { edition: draft.edition } });
}

/** Keeps what is written; the same again is no change. Refuses not_now when somebody has written since `edition`. */
export async function saveDraft(ctx: Ctx, { guide, edition }: GuideWriting): Promise<KeptGuide> {
  const before = await holdDraft(ctx);
  if ((before?.edition ?? 0) !== edition) {
    if (before && same(before.guide, guide)) return keptGuide(ctx);
    throw notNow(written_since, { kept: await keptGuide(ctx) });
  }
  const version = before?.version ?? (await newestVersion(ctx.db));
  await keepDraft(ctx, { guide, edition: edition + 1, version });
  if (!before) await recordDeed(ctx, { kind: 'guide_begun', audience: 'desk' });
  return keptGuide(ctx);
}

/** By value: the database keeps an object's names in its own order. */
const same = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other);
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/**
 * Publishes what is written as the next version. Refuses not_now when somebody has written or published since, or where
 * nothing is written; not_valid when something is wrong with it, with a sentence for each.
 */
export async function publishGuide(ctx: Ctx, { edition, why }: Publishing): Promise<KeptGuide> {
  const draft = await holdDraft(ctx);
  if (!draft || draft.edition !== edition) throw notNow(written_since, { kept: await keptGuide(ctx) });
  const troubles = troublesOf(draft.guide);
  if (troubles.length > 0)
    throw new Refusal('not_valid', wrong_with_it, {
      errors: troubles.map(({ at, words }) => ({
        field: 'guide',
        sentence: { en: `${at}: ${words.en}`, fr: `${at} : ${words.fr}` },
      })),
    });
  const version = (await newestVersion(ctx.db)) + 1;
  await insertVersion(ctx, {
    ...{ version, guide: draft.guide, why },
    ...{ published_at: ctx.now, published_by: ctx.who.person_id },
  });
  await deleteDraft(ctx);
  await recordDeed(ctx, { kind: 'guide_published', audience: 'desk', facts: { version, why } });
  return keptGuide(ctx);
}

/** Drops what is written and not published. Refuses not_now when somebody has written since. */
export async function dropDraft(ctx: Ctx, edition: number): Promise<KeptGuide> {
  const draft = await holdDraft(ctx);
  if (!draft) return keptGuide(ctx);
  if (draft.edition !== edition) throw notNow(written_since, { kept: await keptGuide(ctx) });
  await deleteDraft(ctx);
  await recordDeed(ctx, { kind: 'guide_dropped', audience: 'desk' });
  return keptGuide(ctx);
}

const written_since = {
  en: 'Somebody has written on the guide since you opened it. What you wrote is still here.',
  fr: 'Quelqu’un a modifié le guide depuis que vous l’avez ouvert. Votre texte est toujours ici.',
};
const wrong_with_it = {
  en: 'Something is still wrong with the guide, so it is not published.',
  fr: 'Quelque chose ne va pas encore dans le guide : il n’est pas publié.',
};
