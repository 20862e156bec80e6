import { createHash } from 'node:crypto';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow, notValid, Refusal } from '#platform/refusals.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { instantOf, localDay } from '#sla/rules/zones.ts';
import type { Agreement, AgreementLines, Beginning, Publishing, Writing } from '../rules/agreement.ts';
import { contentOf } from '../rules/document/content.ts';
import { filled, fullDay } from '../rules/document/places.ts';
import { first_terms, template } from '../rules/template/template.ts';
import { agreementAt, aroundOf, listAgreements } from './reading.ts';
import { faultsOfDraft, fillingOf, termsOf } from './shapes.ts';
import { holdDraft, holdVersions, insertDraft, removeDraft, updateDraft } from './store.ts';
import type { AgreementRow } from './tables.ts';
import { selectAgreements } from './views.ts';

/** The deeds on versions: begun, written, published or deleted. */

/**
 * Begins the next version from our template or from one that was published. Refuses with not_now while there is a draft;
 * not_valid for a version that has no text to begin from.
 */
export async function beginDraft(ctx: Ctx, { from }: Beginning): Promise<Agreement> {
  const rows = await holdVersions(ctx);
  if (rows.some(({ published_at }) => published_at === null)) throw notNow(one_draft);
  const source = from === 'template' ? undefined : rows.find(row => row.version === from);
  if (from !== 'template' && !source?.text_en) throw notValid('from', no_text);
  const version = rows[0]!.version + 1;
  await insertDraft(ctx, {
    version,
    ...(source
      ? { ...termsOf(source), warn_at: source.warn_at, text_en: source.text_en, text_fr: source.text_fr }
      : from_template),
    // A year is long enough to learn from, and short enough to remember.
    review_on: dateOfDay(localDay(ctx.now, ctx.who.zone) + 365),
    ...writtenBy(ctx),
  });
  await recordDeed(ctx, { kind: 'agreement_drafted', audience: 'desk', facts: { version } });
  return agreementAt(ctx, version);
}

const from_template = {
  ...first_terms,
  warn_at: [...first_terms.warn_at],
  text_en: template.en,
  text_fr: template.fr,
};
const writtenBy = ({ who, now }: Ctx) => ({ written_by: who.person_id, written_at: now });

/**
 * Keeps what is written of a draft, also what cannot be published yet. The same again is no change. Refuses with
 * not_found; not_now when it was published meanwhile, or written by somebody since `edition`, with what is kept.
 */
export async function saveDraft(
  ctx: Ctx,
  version: number,
  { edition, ...written }: Writing,
): Promise<Agreement> {
  const row = await heldDraft(ctx, version);
  if (same(row, written)) return agreementAt(ctx, version);
  await refuseUnseen(ctx, row, edition);
  await updateDraft(ctx, version, { ...written, edition: edition + 1, ...writtenBy(ctx) });
  await sendSignal(ctx.db, { to: 'desk', kind: 'agreements', facts: { version, edition: edition + 1 } });
  return agreementAt(ctx, version);
}

const same = (row: AgreementRow, written: Omit<Writing, 'edition'>): boolean =>
  (Object.keys(written) as (keyof typeof written)[]).every(
    name => inOneOrder(row[name]) === inOneOrder(written[name]),
  );
/** As text, whatever the order in which the database keeps an object's keys. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );

async function heldDraft(ctx: Ctx, version: number): Promise<AgreementRow> {
  const row = await holdDraft(ctx, version);
  if (row) return row;
  const { state } = await agreementAt(ctx, version);
  throw state === 'draft' ? notFound() : notNow(already_published);
}

async function refuseUnseen(ctx: Ctx, row: AgreementRow, edition: number): Promise<void> {
  if (row.edition !== edition) throw notNow(written_since, { kept: await agreementAt(ctx, row.version) });
}

/** Deletes a draft. Refuses as saving does. */
export async function deleteDraft(ctx: Ctx, version: number, edition: number): Promise<AgreementLines> {
  await holdVersions(ctx);
  await refuseUnseen(ctx, await heldDraft(ctx, version), edition);
  await removeDraft(ctx, version);
  await recordDeed(ctx, { kind: 'agreement_dropped', audience: 'desk', facts: { version } });
  return listAgreements(ctx);
}

/**
 * Publishes a draft: fills its documents, hashes them, and says from which day of the desk's zone it is effective; today
 * is from now on, so that nothing of before changes. Refuses as saving does; not_valid by field for what is wrong with
 * the draft, and for a day before today or before that of the version before it.
 */
export async function publishDraft(
  ctx: Ctx,
  version: number,
  { edition, effective_on }: Publishing,
): Promise<Agreement> {
  await holdVersions(ctx);
  const draft = await heldDraft(ctx, version);
  await refuseUnseen(ctx, draft, edition);
  const around = await aroundOf(ctx, await selectAgreements(ctx));
  const faults = [
    ...faultsOfDraft(draft, ctx.now, around.desk.zone),
    ...(effective_on < around.earliest
      ? [{ field: 'effective_on', sentence: notBefore(around.earliest) }]
      : []),
    ...(effective_on >= draft.review_on! ? [{ field: 'effective_on', sentence: before_review }] : []),
  ];
  if (faults.length > 0) throw new Refusal('not_valid', not_ready, { errors: faults });
  const filling = { ...fillingOf(draft, around), effective_on };
  const [en, fr] = (['en', 'fr'] as const).map(lang => {
    const document = filled(lang === 'fr' ? draft.text_fr! : draft.text_en!, filling, lang);
    const content = contentOf({
      version,
      effective_on,
      lang,
      document,
      terms: filling.terms,
      hours: around.desk,
    });
    return { document, sha256: createHash('sha256').update(content).digest('hex') };
  }) as [Published, Published];
  const begins = instantOf(effective_on, 0, 0, around.desk.zone);
  await updateDraft(ctx, version, {
    ...{ document_en: en.document, document_fr: fr.document, sha256_en: en.sha256, sha256_fr: fr.sha256 },
    hours: { zone: around.desk.zone, week: around.desk.week },
    effective_on,
    effective_at: begins < ctx.now ? ctx.now : begins,
    ...{ published_by: ctx.who.person_id, published_at: ctx.now },
  });
  await sendSignal(ctx.db, { to: 'schools', kind: 'agreements' });
  await recordDeed(ctx, { kind: 'agreement_published', audience: 'desk', facts: { version, effective_on } });
  return agreementAt(ctx, version);
}

interface Published {
  document: string;
  sha256: string;
}

const one_draft = {
  en: 'A version is being written already. Publish or delete it first.',
  fr: 'Une version est déjà en cours d’écriture. Publiez-la ou supprimez-la d’abord.',
};
const no_text = {
  en: 'That version has no text to begin from.',
  fr: 'Cette version n’a pas de texte dont partir.',
};
const already_published = {
  en: 'This version is published, and stays as it is. Write a new one.',
  fr: 'Cette version est publiée et reste telle quelle. Écrivez-en une nouvelle.',
};
const written_since = {
  en: 'Somebody has written on this draft since you opened it. What you wrote is still here.',
  fr: 'Quelqu’un a écrit dans cette ébauche depuis que vous l’avez ouverte. Votre texte est toujours ici.',
};
const not_ready = {
  en: 'This version cannot be published yet.',
  fr: 'Cette version ne peut pas encore être publiée.',
};
const notBefore = (day: string) => ({
  en: `Not before ${fullDay(day, 'en')}.`,
  fr: `Pas avant le ${fullDay(day, 'fr')}.`,
});
const before_review = {
  en: 'It would be reviewed before it is effective.',
  fr: 'Elle serait révisée avant d’être en vigueur.',
};
