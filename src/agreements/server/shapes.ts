import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import type { Lang } from '#platform/schemas.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import type { DeskTime, DeskTimes } from '#sla/rules/desk-hours.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { priorities, promised_clocks } from '#sla/rules/targets.ts';
import { hoursWords } from '#sla/rules/week.ts';
import { localDate, zoneLabel } from '#sla/rules/zones.ts';
import type { Agreement, AgreementLine, Signature } from '../rules/agreement.ts';
import { faultsOfText, filled, fullDay, type Filling } from '../rules/document/places.ts';
import { typedTimes } from '../rules/document/typed-times.ts';
import { countersigns, writesAgreements } from '../rules/policy.ts';
import {
  clock_words,
  faultsOf,
  lengthWords,
  percent,
  priority_words,
  type Fault,
  type Terms,
} from '../rules/terms.ts';
import { inForce, otherHoursSince, reviewState } from '../rules/watching.ts';
import type { AgreementRow } from './tables.ts';
import type { SeenAgreement, SeenSignature } from './views.ts';

/** Rows become what the API answers: times, days and lengths in words, and what this person may do now. */

/** What a draft is filled from beside its own data. */
export interface Around {
  desk: DeskTime;
  /** How the desk's times followed each other. */
  times: DeskTimes;
  /** The versions that hold for some school. */
  held: ReadonlySet<number>;
  group: string | null;
  system: string | null;
  /** The newest version that is effective. */
  newest: number;
  /** The first day that a draft may be effective from. */
  earliest: string;
}

/** Of a version that has a document. */
export const termsOf = (row: AgreementRow): Terms => ({
  targets: row.targets,
  goals: row.goals,
  warn_at: row.warn_at,
  complaint_days: row.complaint_days!,
  review_on: row.review_on!,
});

/** The document of a version in a language: as it was published, or a draft as it would be now. */
export function documentOf(row: AgreementRow, around: Around, lang: Lang): string | null {
  const published = lang === 'fr' ? row.document_fr : row.document_en;
  const text = lang === 'fr' ? row.text_fr : row.text_en;
  return published ?? (text === null ? null : filled(text, fillingOf(row, around), lang));
}

export const fillingOf = (row: AgreementRow, { desk, group, system }: Around): Filling => ({
  version: row.version,
  terms: termsOf(row),
  hours: row.hours ?? desk,
  group,
  system,
  effective_on: row.effective_on,
});

/** "Monday to Friday 8:00–16:00, Pacific time". */
export const deskWords = ({ week, zone }: Pick<DeskTime, 'week' | 'zone'>, lang: Lang): string =>
  `${hoursWords(week, lang)}, ${zoneLabel(zone)[lang]}`;

/** What became of a version in force since it was published; of others, and of the first, nothing. */
function watchedOf(
  { lang, now }: Ctx,
  row: SeenAgreement,
  around: Around,
): Pick<AgreementLine, 'other_hours' | 'review'> {
  if (!row.hours || !inForce(row, { ...around, now })) return { other_hours: null, review: null };
  const { desk, times } = around;
  const since = otherHoursSince(row.hours, row.published_at!, times);
  const day = (date: string) => ({ day: date, words: fullDay(date, lang) });
  return {
    other_hours: since && { since: day(localDate(since, desk.zone)), words: deskWords(desk, lang) },
    review: { state: reviewState(row.review_on!, localDate(now, desk.zone)), on: day(row.review_on!) },
  };
}

export function lineOf(ctx: Ctx, row: SeenAgreement, around: Around): AgreementLine {
  const seen = seenBy(ctx);
  const { newest } = around;
  const { effective_at, effective_on } = row;
  return {
    version: row.version,
    state: effective_at === null ? 'draft' : effective_at > ctx.now ? 'coming' : 'effective',
    newest: row.version === newest,
    document: row.text_en !== null,
    effective: effective_on === null ? null : { day: effective_on, words: dateWords(effective_on, seen) },
    written: { by: row.written_by_name, at: moment(row.written_at, seen) },
    published:
      row.published_by === null ? null : { by: row.published_by_name, at: moment(row.published_at!, seen) },
    counts: row.published_by === null ? null : row.counts,
    ...watchedOf(ctx, row, around),
  };
}

export function agreementOf(ctx: Ctx, row: SeenAgreement, around: Around): Agreement {
  const { lang, who } = ctx;
  const of_desk = who.side === 'desk';
  const draft = row.published_at === null;
  const hours = row.hours ?? around.desk;
  const shown = (language: Lang) => {
    const text = documentOf(row, around, language);
    return text === null
      ? null
      : { html: htmlOf(text), sha256: language === 'fr' ? row.sha256_fr : row.sha256_en };
  };
  const [en, fr] = [shown('en'), shown('fr')];
  const faults = draft ? faultsOfDraft(row, ctx.now, who.zone) : [];
  const said = ({ field, sentence }: Fault) => ({ field, sentence: sentence[lang] });
  return {
    ...lineOf(ctx, row, around),
    edition: row.edition,
    targets: row.targets,
    goals: row.goals,
    warn_at: of_desk ? row.warn_at : [],
    complaint_days: row.complaint_days,
    review_on: row.review_on,
    rows: priorities.map(priority => ({
      priority,
      words: priority_words[priority][lang],
      response: lengthWords(row.targets[priority].response, lang),
      resolution: lengthWords(row.targets[priority].resolution, lang),
    })),
    goal_words: `${in_time[lang]} ${promised_clocks
      .map(clock => `${clock_words[clock][lang].toLowerCase()} ${percent(row.goals[clock], lang)}`)
      .join(' · ')}`,
    hours_words: deskWords(hours, lang),
    texts: of_desk && row.text_en !== null ? { en: row.text_en, fr: row.text_fr! } : null,
    documents: en && fr && { en, fr },
    faults: faults.map(said),
    warnings: draft ? warningsOf(row).map(said) : [],
    earliest: draft ? around.earliest : null,
    can: {
      write: draft && writesAgreements(who),
      publish: draft && writesAgreements(who) && faults.length === 0,
      countersign: !draft && row.document_en !== null && countersigns(who),
      keep: !draft && row.document_en !== null && writesAgreements(who),
    },
  };
}

/** What keeps a draft from being published. */
export function faultsOfDraft(row: AgreementRow, now: Date, zone: string): Fault[] {
  return [
    ...faultsOf(row),
    ...(row.review_on! > localDate(now, zone) ? [] : [{ field: 'review_on', sentence: over }]),
    ...faultsOfText(row.text_en!, 'text_en'),
    ...faultsOfText(row.text_fr!, 'text_fr'),
  ];
}

const warningsOf = (row: AgreementRow): Fault[] =>
  (['en', 'fr'] as const).flatMap(lang => {
    const typed = typedTimes(lang === 'fr' ? row.text_fr! : row.text_en!, lang).join(', ');
    return typed === '' ? [] : [{ field: `text_${lang}`, sentence: typedByHand(typed) }];
  });

const in_time = { en: 'To be in time:', fr: 'Dans les délais :' };
const over = { en: 'This day is still to come.', fr: 'Ce jour doit être à venir.' };
const typedByHand = (typed: string) => ({
  en: `Typed by hand, so no change of the data changes it: ${typed}.`,
  fr: `Écrit à la main, donc aucun changement des données ne le modifie : ${typed}.`,
});

/** A signature as it is shown, its day and time in the zone of the school. */
export const signatureOf = (ctx: Ctx, signed: SeenSignature, zone: string): Signature => {
  const seen = { now: ctx.now, zone, lang: ctx.lang };
  return {
    name: signed.name,
    role: signed.role,
    way: signed.way,
    on: { day: signed.on, words: dateWords(signed.on, seen) },
    recorded: moment(new Date(signed.at), seen),
    sha256: signed.sha256,
  };
};
