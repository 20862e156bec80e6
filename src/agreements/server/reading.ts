import { eq, isNotNull } from 'drizzle-orm';
import { deskTimes, igroupNames } from '#accounts/server/accounts.ts';
import { seenBy, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import { schools } from '#schools/server/schools.ts';
import { moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import type {
  Agreement,
  AgreementLines,
  Comparison,
  HoursContradicted,
  HoursTrying,
  OwnAgreement,
  SigningLines,
  SigningQuery,
} from '../rules/agreement.ts';
import { changesBetween } from '../rules/document/comparing.ts';
import { differenceOf } from '#platform/text/lines.ts';
import { signs, writesAgreements } from '../rules/policy.ts';
import { inForce, sameHours } from '../rules/watching.ts';
import { agreementOf, deskWords, documentOf, lineOf, signatureOf, type Around } from './shapes.ts';
import { agreements } from './tables.ts';
import {
  selectAgreements,
  selectOwn,
  selectSignings,
  versionsHeld,
  type After,
  type SeenAgreement,
} from './views.ts';

/** The agreement as it is read: its versions, one of them, two of them, and who has signed. */

/** What versions are seen with: the desk's time, the group's names, and which is the newest that is effective. */
export async function aroundOf(ctx: Ctx, rows: readonly SeenAgreement[]): Promise<Around> {
  const { desk } = ctx.who;
  const { name, system } = await igroupNames(ctx.db);
  const published = rows.filter(({ effective_at }) => effective_at !== null);
  const today = localDate(ctx.now, desk.zone);
  const last = published[0]?.effective_on ?? today;
  return {
    desk,
    times: await deskTimes(ctx.db),
    held: await versionsHeld(ctx.db, ctx.now, visibleTo(ctx, schools.id)),
    ...{ group: name, system },
    newest: published.find(({ effective_at }) => effective_at! <= ctx.now)?.version ?? 1,
    earliest: last > today ? last : today,
  };
}

export async function listAgreements(ctx: Ctx): Promise<AgreementLines> {
  const rows = await selectAgreements(ctx);
  const around = await aroundOf(ctx, rows);
  return {
    items: rows.map(row => lineOf(ctx, row, around)),
    can: { write: writesAgreements(ctx.who) && rows.every(row => row.published_at !== null) },
  };
}

/** Which versions in force would say other hours than these, with how many schools have signed each. Changes nothing. */
export async function contradicted(ctx: Ctx, hours: HoursTrying): Promise<HoursContradicted> {
  const rows = await selectAgreements(ctx, isNotNull(agreements.document_en));
  const around = await aroundOf(ctx, rows);
  return {
    items: rows
      .filter(row => inForce(row, { ...around, now: ctx.now }) && !sameHours(row.hours!, hours))
      .map(({ version, hours, counts }) => ({
        version,
        hours_words: deskWords(hours!, ctx.lang),
        // Of others' signatures nobody but the desk has a number.
        signed: counts ? counts.signed + counts.countersign : 0,
      })),
  };
}

/** One version. A school reads those that are published. Refuses with not_found. */
export async function agreementAt(ctx: Ctx, version: number): Promise<Agreement> {
  const rows = await selectAgreements(ctx, readable(ctx));
  return agreementOf(ctx, found(rows, version), await aroundOf(ctx, rows));
}

/** The first wall: drafts are the desk's. */
const readable = ({ who, code_wall }: Ctx) =>
  code_wall && who.side === 'school' ? isNotNull(agreements.published_at) : undefined;

function found(rows: readonly SeenAgreement[], version: number): SeenAgreement {
  const row = rows.find(each => each.version === version);
  if (!row) throw notFound();
  return row;
}

/** What is different in a version against another, in text and data. Refuses with not_found. */
export async function compareAgreements(ctx: Ctx, version: number, against: number): Promise<Comparison> {
  const rows = await selectAgreements(ctx, readable(ctx));
  return comparisonOf(ctx, await aroundOf(ctx, rows), [found(rows, against), found(rows, version)]);
}

function comparisonOf(ctx: Ctx, around: Around, [one, other]: [SeenAgreement, SeenAgreement]): Comparison {
  const text = (row: SeenAgreement) => documentOf(row, around, ctx.lang) ?? '';
  // A draft's hours are the desk's of now; the first version never named any.
  const data = (row: SeenAgreement) => ({
    ...row,
    hours: row.hours ?? (row.text_en === null ? null : around.desk),
  });
  return {
    from: one.version,
    to: other.version,
    values: changesBetween(data(one), data(other), { lang: ctx.lang, inside: ctx.who.side === 'desk' }),
    lines: differenceOf(text(one), text(other)),
  };
}

/** Who has signed a version, by the schools' names, with counts of all. Refuses with not_found and not_valid. */
export async function listSignings(
  ctx: Ctx,
  version: number,
  { cursor, limit, ...asked }: SigningQuery,
): Promise<SigningLines> {
  const [row] = await selectAgreements(ctx, eq(agreements.version, version));
  if (!row?.document_en) throw notFound();
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await selectSignings(ctx, version, { ...asked, after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ school, zone, state, by_school, by_group, reminded, holds }) => ({
      ...{ school, state, holds },
      by_school: by_school && signatureOf(ctx, by_school, zone),
      by_group: by_group && signatureOf(ctx, by_group, zone),
      reminded: reminded === null ? null : moment(new Date(reminded), seenBy(ctx)),
    })),
    counts: rows[0]?.counts ?? (await countsAlone(ctx, version, asked)),
    next:
      rows.length > limit && last
        ? cursorOf({ name: last.school.name.toLowerCase(), id: last.school.id })
        : null,
  };
}

/** Where no school is in the state that was asked for, those in the others are counted still. */
async function countsAlone(ctx: Ctx, version: number, { q, school }: Omit<SigningQuery, 'cursor' | 'limit'>) {
  const [row] = await selectSignings(ctx, version, { q, school, limit: 1 });
  return row?.counts ?? { waiting: 0, countersign: 0, signed: 0 };
}

const cursorOf = (after: After) => Buffer.from(JSON.stringify(after)).toString('base64url');

function readCursor(cursor: string): After {
  try {
    const { name, id } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Partial<After>;
    if (typeof name === 'string' && Number.isSafeInteger(id)) return { name, id: id! };
  } catch {
    /* not one of ours */
  }
  throw notValid('cursor', {
    en: 'This is not a cursor of this list.',
    fr: 'Ce n’est pas un curseur de cette liste.',
  });
}

/** A school's own: what holds for it, what waits for its lead with what is new in it, and what it has signed. */
export async function ownAgreement(ctx: Ctx): Promise<OwnAgreement> {
  const { who } = ctx;
  if (who.side !== 'school') throw notFound();
  const own = await selectOwn(ctx, who.school_id);
  if (!own) throw notFound();
  const rows = await selectAgreements(ctx, isNotNull(agreements.published_at));
  const around = await aroundOf(ctx, rows);
  const newest = rows.find(({ document_en }) => document_en !== null);
  const mine = own.signings.find(({ version }) => version === newest?.version);
  const both = own.signings.flatMap(({ by_group, ...rest }) => (by_group ? [{ ...rest, by_group }] : []));
  const state = newest ? (mine ? (mine.by_group ? 'signed' : 'countersign') : 'waiting') : null;
  const last = both.find(({ version }) => version !== newest?.version);
  const before = rows.find(({ version }) => version === last?.version);
  const reminder = own.reminded.find(({ version }) => version === newest?.version);
  return {
    holds: agreementOf(ctx, found(rows, own.holds), around),
    waits: newest && state !== 'signed' ? agreementOf(ctx, newest, around) : null,
    state,
    by_school: mine ? signatureOf(ctx, mine.by_school, own.zone) : null,
    news: newest && before && state !== 'signed' ? comparisonOf(ctx, around, [before, newest]) : null,
    reminded:
      reminder && state === 'waiting'
        ? moment(new Date(reminder.at), { now: ctx.now, zone: own.zone, lang: ctx.lang })
        : null,
    signed: both.map(({ version, by_school, by_group }) => ({
      version,
      by_school: signatureOf(ctx, by_school, own.zone),
      by_group: signatureOf(ctx, by_group, own.zone),
      holds: version === own.holds,
    })),
    leads: own.leads,
    can: { sign: state === 'waiting' && signs(who) },
  };
}
