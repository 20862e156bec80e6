import { eq } from 'drizzle-orm';
import { igroupNames } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import type { Lang } from '#platform/schemas.ts';
import { contentOf } from '../../rules/document/content.ts';
import { document_name } from '../../rules/signing.ts';
import { termsOf } from '../shapes.ts';
import { agreements, type AgreementRow } from '../tables.ts';
import { selectAgreements, selectSigned } from '../views.ts';
import type { Sheets } from './sheets.ts';

/** What is drawn or saved of a published version. All of it comes from rows that are never changed. */

type Published = AgreementRow & Record<'document_en' | 'document_fr' | 'sha256_en' | 'sha256_fr', string>;

async function published(ctx: Ctx, version: number): Promise<Published> {
  const [row] = await selectAgreements(ctx, eq(agreements.version, version));
  if (!row?.document_en || row.published_at === null) throw notFound();
  return row as Published;
}

const inLang = (row: Published, lang: Lang) =>
  lang === 'fr'
    ? { document: row.document_fr, sha256: row.sha256_fr }
    : { document: row.document_en, sha256: row.sha256_en };

/** The document with lines for both signatures, for who signs on paper. Refuses with not_found. */
export async function paperOf(ctx: Ctx, version: number): Promise<Sheets> {
  const row = await published(ctx, version);
  const { name } = await igroupNames(ctx.db);
  return {
    lang: ctx.lang,
    version,
    ...inLang(row, ctx.lang),
    group: name,
    made: row.published_at!,
    signed: null,
  };
}

/**
 * The document with both signatures of a school, in the language in which it was signed; of one signed on paper, in the
 * reader's. Refuses with not_found; not_now until both have signed.
 */
export async function signedPaperOf(ctx: Ctx, version: number, school_id: number): Promise<Sheets> {
  const row = await published(ctx, version);
  const found = await selectSigned(ctx, version, school_id);
  if (!found?.by_school) throw notFound();
  const { by_school, by_group } = found;
  if (!by_group) throw notNow(one_signature);
  const lang = by_school.lang ?? ctx.lang;
  return {
    ...{ lang, version, ...inLang(row, lang), group: null },
    made: new Date(by_group.at),
    signed: { by_school, by_group },
  };
}

/** What was hashed, to the letter, so that anybody can hash it again. Refuses with not_found. */
export async function contentAt(ctx: Ctx, version: number): Promise<string> {
  const row = await published(ctx, version);
  const { document } = inLang(row, ctx.lang);
  return contentOf({
    ...{ version, effective_on: row.effective_on!, lang: ctx.lang, document },
    ...{ terms: termsOf(row), hours: row.hours! },
  });
}

export const fileName = ({ lang, version, signed }: Sheets): string =>
  `${[`${document_name[lang]} ${version}`, signed?.by_school.party].filter(Boolean).join(' ')}.pdf`;

const one_signature = {
  en: 'The group has not signed yet.',
  fr: 'Le groupe n’a pas encore signé.',
};
