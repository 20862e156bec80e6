import { eq } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, recordMany } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { recordSigned } from '#schools/server/schools.ts';
import { localDate } from '#sla/rules/zones.ts';
import type {
  Countersigning,
  OwnAgreement,
  PaperSigning,
  Reminding,
  SigningLine,
  Signing,
} from '../rules/agreement.ts';
import { countersigns, signs } from '../rules/policy.ts';
import { document_name, isName } from '../rules/signing.ts';
import { listSignings, ownAgreement } from './reading.ts';
import { igroupNames } from '#accounts/server/accounts.ts';
import { insertReminders, insertSignatures } from './store.ts';
import { agreements, type AgreementRow } from './tables.ts';
import { selectAgreements, selectSigned, waitingForGroup } from './views.ts';

/** The deeds on signatures: the school's, the group's, both from paper, and the reminder of one. */

/** A published version that has a document. Refuses with not_found. */
async function signable(ctx: Ctx, version: number): Promise<AgreementRow> {
  const [row] = await selectAgreements(ctx, eq(agreements.version, version));
  if (!row?.document_en || row.published_at === null) throw notFound();
  return row;
}

/**
 * The lead of a school signs what she has seen; that is the recorded fact of her school at once (S8). Her password was
 * asked for before. Refuses with not_allowed; not_found; not_now for a version that another follows, for a document that
 * is not the one shown, and when the school has signed; not_valid for a name that is not hers.
 */
export async function signAgreement(
  ctx: Ctx,
  version: number,
  { name, role, sha256 }: Omit<Signing, 'password' | 'agreed'>,
): Promise<OwnAgreement> {
  const { who } = ctx;
  if (who.side !== 'school' || !signs(who)) throw notAllowed(leads_sign);
  if (!isName(name, who.name)) throw notValid('name', ownName(who.name));
  const row = await signable(ctx, version);
  const [newest] = await selectAgreements(ctx);
  const last = newest?.published_at === null ? newest.version - 1 : newest?.version;
  if (last !== version) throw notNow(newer_one);
  const before = await selectSigned(ctx, version, who.school_id);
  if (!before) throw notFound();
  if (before.fact) throw notNow(has_signed);
  const lang = sha256 === row.sha256_fr ? 'fr' : 'en';
  if (sha256 !== (lang === 'fr' ? row.sha256_fr : row.sha256_en)) throw notNow(another_text);
  const signer = { signer: who.name, signer_role: role };
  const document = { document: document_name[lang], document_version: String(version) };
  const { fact, day } = await recordSigned(ctx, who.school_id, { ...document, ...signer });
  // The school is held from here on: of two leads who sign at once, each in her language, one finds that it is done.
  if ((await selectSigned(ctx, version, who.school_id))?.fact) throw notNow(has_signed);
  await insertSignatures(ctx, [
    {
      ...{ version, school_id: who.school_id, fact_id: fact, side: 'school', way: 'browser' },
      ...{ party: before.school.name, name: who.name, role, person_id: who.person_id, lang, sha256 },
      ...{ signed_on: day, signed_at: ctx.now },
    },
  ]);
  const told = { school_id: who.school_id, facts: { version } };
  await recordDeed(ctx, { kind: 'agreement_signed', audience: 'school', ...told });
  return ownAgreement(ctx);
}

/**
 * The coordinator signs for the group what schools have signed. Those of which nothing waits are left as they are.
 * Refuses with not_allowed; not_found; not_now when nothing waits.
 */
export async function countersign(
  ctx: Ctx,
  version: number,
  { schools, role }: Countersigning,
): Promise<{ schools: number[] }> {
  if (!countersigns(ctx.who)) throw notAllowed(coordinators_sign);
  const row = await signable(ctx, version);
  const waiting = await waitingForGroup(ctx, version, schools);
  if (waiting.length === 0) throw notNow(nothing_waits);
  const { person_id, name } = ctx.who;
  const party = await groupName(ctx);
  await insertSignatures(
    ctx,
    waiting.map(({ school_id, fact_id, zone, lang }) => ({
      ...{ version, school_id, fact_id, side: 'group' as const, way: 'browser' as const },
      ...{ party, name, role, person_id, lang, sha256: lang === 'fr' ? row.sha256_fr : row.sha256_en },
      ...{ signed_on: localDate(ctx.now, zone), signed_at: ctx.now },
    })),
  );
  const ids = waiting.map(({ school_id }) => school_id);
  await tellSchools(ctx, 'agreement_countersigned', version, ids);
  return { schools: ids };
}

const groupName = async ({ db }: Ctx): Promise<string> => (await igroupNames(db)).name ?? 'iGroup';

const tellSchools = (ctx: Ctx, kind: string, version: number, ids: readonly number[]) =>
  recordMany(
    ctx,
    ids.map(school_id => ({ kind, audience: 'school' as const, school_id, facts: { version } })),
  );

/**
 * Records an agreement that both sides have signed on paper. It holds from now on: what was asked before keeps its
 * version. Refuses with not_found; not_valid for a day ahead; not_now when the school has signed.
 */
export async function recordPaper(ctx: Ctx, version: number, given: PaperSigning): Promise<SigningLine> {
  await signable(ctx, version);
  const { school, signed_on } = given;
  const before = await selectSigned(ctx, version, school);
  if (!before) throw notFound();
  if (before.fact) throw notNow(has_signed);
  const { fact, day } = await recordSigned(ctx, school, {
    ...{ document: document_name[ctx.lang], document_version: String(version), day: signed_on },
    ...{ signer: given.name, signer_role: given.role },
  });
  const both = {
    ...{ version, school_id: school, fact_id: fact, way: 'paper' as const },
    ...{ person_id: ctx.who.person_id, signed_on: day, signed_at: ctx.now },
  };
  await insertSignatures(ctx, [
    { ...both, side: 'school', party: before.school.name, name: given.name, role: given.role },
    { ...both, side: 'group', party: await groupName(ctx), name: given.group_name, role: given.group_role },
  ]);
  const told = { school_id: school, facts: { version, day } };
  await recordDeed(ctx, { kind: 'agreement_on_paper', audience: 'school', ...told });
  const { items } = await listSignings(ctx, version, { school, limit: 1 });
  return items[0]!;
}

/** Reminds schools that a version waits for their signature. Refuses with not_found; not_now when none is left to remind. */
export async function remindSchools(
  ctx: Ctx,
  version: number,
  { schools }: Reminding,
): Promise<{ schools: number }> {
  await signable(ctx, version);
  const reminded = await insertReminders(ctx, version, schools);
  if (reminded.length === 0) throw notNow(all_signed);
  await sendSignal(ctx.db, { to: 'schools', kind: 'agreements' });
  await tellSchools(ctx, 'agreement_reminded', version, reminded);
  return { schools: reminded.length };
}

const leads_sign = {
  en: 'The lead of your school signs the agreement.',
  fr: 'La direction de votre école signe l’entente.',
};
const ownName = (name: string) => ({
  en: `Type your name as it stands here: ${name}.`,
  fr: `Tapez votre nom tel qu’il est inscrit ici : ${name}.`,
});
const newer_one = {
  en: 'There is a newer version. Please read that one.',
  fr: 'Il y a une version plus récente. Veuillez lire celle-là.',
};
const another_text = {
  en: 'This is not the text that is published. Open the page again and read it before you sign.',
  fr: 'Ce n’est pas le texte publié. Rouvrez la page et lisez-le avant de signer.',
};
const coordinators_sign = {
  en: 'The coordinator signs for the group.',
  fr: 'La coordination signe pour le groupe.',
};
const nothing_waits = {
  en: 'None of these schools waits for the group’s signature.',
  fr: 'Aucune de ces écoles n’attend la signature du groupe.',
};
const has_signed = {
  en: 'This school has signed this version already.',
  fr: 'Cette école a déjà signé cette version.',
};
const all_signed = {
  en: 'All of these schools have signed.',
  fr: 'Toutes ces écoles ont signé.',
};
