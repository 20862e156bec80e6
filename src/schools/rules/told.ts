import { filled, software, somebody } from '#accounts/rules/telling.ts';
import type { Lang, Words } from '#platform/schemas.ts';
import { month_names } from '#sla/rules/words.ts';
import { zone_labels } from '#sla/rules/zones.ts';
import { kind_names, type SchoolKind } from './kinds.ts';
import { day_off_names, type DayOffKind } from './day-off-kinds.ts';

/** The sentences of a school's own story, by the kind of its line; said after the name of who did it. */
const told: Record<string, Words> = {
  school_added: { en: 'entered the school', fr: 'a inscrit l’école' },
  school_changed: { en: 'changed what is kept of the school', fr: 'a modifié la fiche de l’école' },
  school_moved: { en: 'moved it to another wave', fr: 'l’a changée de vague' },
  'school_days:told': { en: 'told days off: {days}', fr: 'a annoncé des jours de congé : {days}' },
  'school_days:taken_back': { en: 'took back days off: {days}', fr: 'a retiré des jours de congé : {days}' },
  'school_days:imported': {
    en: 'took days off from a calendar file ({days})',
    fr: 'a repris des jours de congé d’un fichier ({days})',
  },
  person_added: { en: 'added {person}', fr: 'a ajouté {person}' },
  person_changed: { en: 'changed {person}', fr: 'a modifié {person}' },
  person_left: { en: 'noted that {person} has left', fr: 'a noté le départ de {person}' },
  'fact_recorded:invited': {
    en: 'recorded that it was invited ({day})',
    fr: 'a inscrit son invitation ({day})',
  },
  'fact_recorded:signed': {
    en: 'recorded a signed document ({day})',
    fr: 'a inscrit un document signé ({day})',
  },
  'fact_recorded:stage1': {
    en: 'recorded that it enters Stage 1 ({day})',
    fr: 'a inscrit son entrée dans l’étape 1 ({day})',
  },
  'fact_recorded:trained_before': {
    en: 'recorded that somebody was trained before ({day})',
    fr: 'a inscrit qu’une personne était déjà formée ({day})',
  },
  'fact_recorded:suspended': {
    en: 'recorded that it is suspended ({day})',
    fr: 'a inscrit sa suspension ({day})',
  },
  'fact_recorded:lifted': {
    en: 'recorded that the suspension was lifted ({day})',
    fr: 'a inscrit la levée de la suspension ({day})',
  },
  agreement_signed: {
    en: 'signed the agreement, version {version}',
    fr: 'a signé l’entente, version {version}',
  },
  agreement_countersigned: {
    en: 'countersigned the agreement, version {version}',
    fr: 'a contresigné l’entente, version {version}',
  },
  agreement_on_paper: {
    en: 'recorded the agreement that was signed on paper, version {version} ({day})',
    fr: 'a inscrit l’entente signée sur papier, version {version} ({day})',
  },
  agreement_reminded: {
    en: 'reminded the school of the agreement, version {version}',
    fr: 'a rappelé à l’école l’entente, version {version}',
  },
  fact_withdrawn: { en: 'withdrew a fact: {what}', fr: 'a retiré un fait : {what}' },
  fact_restored: { en: 'brought a fact back: {what}', fr: 'a rétabli un fait : {what}' },
  place_asked: { en: 'asked for a training place for {person}', fr: 'a demandé une place pour {person}' },
  place_booked: { en: 'gave {person} a training place', fr: 'a donné une place à {person}' },
  place_refused: { en: 'refused {person} a training place', fr: 'a refusé une place à {person}' },
  place_given_up: { en: 'took {person} off a training', fr: 'a retiré {person} d’une formation' },
  session_attended: {
    en: 'noted that {person} was at the training ({day})',
    fr: 'a noté la présence de {person} à la formation ({day})',
  },
  attendance_withdrawn: {
    en: 'withdrew that {person} was at the training ({day})',
    fr: 'a retiré la présence de {person} à la formation ({day})',
  },
  standing_changed: { en: 'found where it stands: {doors}', fr: 'a établi où elle en est : {doors}' },
  statement_closed: {
    en: 'closed the month {month}: its statement is there',
    fr: 'a clos le mois {month} : son relevé est arrivé',
  },
  login_set: {
    en: 'made a letter with the school’s sign-in',
    fr: 'a fait une lettre avec l’accès de l’école',
  },
  password_chosen: { en: 'chose the school’s password', fr: 'a choisi le mot de passe de l’école' },
  handover_proposed: {
    en: 'proposed {person} as security contact',
    fr: 'a proposé {person} comme responsable de la sécurité',
  },
  handover_accepted: {
    en: 'accepted to be the security contact',
    fr: 'a accepté d’être responsable de la sécurité',
  },
  handover_declined: {
    en: 'declined to be the security contact',
    fr: 'a refusé d’être responsable de la sécurité',
  },
  handover_withdrawn: {
    en: 'withdrew the proposal of {person} as security contact',
    fr: 'a retiré la proposition de {person} comme responsable de la sécurité',
  },
  handed_over: {
    en: 'made {person} the security contact: {reason}',
    fr: 'a fait de {person} la personne responsable de la sécurité : {reason}',
  },
  review_begun: { en: 'began an access review', fr: 'a commencé une revue des accès' },
  person_confirmed: { en: 'confirmed that {person} stays', fr: 'a confirmé que {person} reste' },
  review_confirmed: {
    en: 'confirmed all people of the school',
    fr: 'a confirmé toutes les personnes de l’école',
  },
  person_expired: {
    en: 'ended the sign-in of {person}, whom nobody had confirmed',
    fr: 'a mis fin à l’accès de {person}, que personne n’avait confirmé',
  },
  review_expired: {
    en: 'ended the access review at its last day',
    fr: 'a clos la revue des accès à son terme',
  },
  keys_taken: { en: 'took off {person}’s second keys', fr: 'a retiré les secondes clés de {person}' },
  sessions_ended: { en: 'ended {person}’s sessions', fr: 'a mis fin aux sessions de {person}' },
  also_there: {
    en: 'said that {person} is also somebody at {school}, and goes over to it',
    fr: 'a dit que {person} fait aussi partie de {school} et peut y passer',
  },
  no_more_there: {
    en: 'ended that {person} goes over to {school}',
    fr: 'a mis fin au passage de {person} vers {school}',
  },
  key_need_set: {
    en: 'said whether its people need keys of their own',
    fr: 'a dit si son personnel doit avoir des clés personnelles',
  },
};

/** The kinds of lines that a school's story tells. */
export const told_kinds = [
  ...new Set(
    Object.keys(told)
      .filter(kind => kind !== 'person_left')
      .map(kind => kind.split(':')[0]!),
  ),
];

interface Line {
  kind: string;
  facts: Record<string, unknown>;
  name: string | null;
  /** Whom the line is about. */
  person: string | null;
}

/** The whole sentence of a line, with the name of who did it; `on` says a day (YYYY-MM-DD) in words. */
export function sentenceOf(line: Line, lang: Lang, on: (day: string) => string): string {
  const { facts, name, person } = line;
  const who = name ?? software[lang];
  const said = told[keyOf(line)];
  const parts: Record<string, string> = {
    person: person ?? somebody[lang],
    day: typeof facts['day'] === 'string' ? on(facts['day']) : '',
    version: typeof facts['version'] === 'number' ? String(facts['version']) : '',
    month: typeof facts['month'] === 'string' ? monthWords(facts['month'], lang) : '',
    reason: typeof facts['reason'] === 'string' ? facts['reason'] : '',
    school: typeof facts['school'] === 'string' ? facts['school'] : '',
    days: daysOf(facts),
    what: whats[String(facts['what'])]?.[lang] ?? '',
    doors: Object.entries(doors)
      .map(([door, words]) => {
        const day = facts[door];
        return typeof day === 'string'
          ? { en: `${words.en} since ${on(day)}`, fr: `${words.fr} depuis ${on(day)}` }[lang]
          : { en: `not ${words.en}`, fr: `pas ${words.fr}` }[lang];
      })
      .join(', '),
  };
  return `${who} ${filled(said?.[lang] ?? line.kind, part => parts[part] ?? '')}`;
}

const day_deeds = ['told', 'taken_back', 'imported'] as const;
const daysOf = (facts: Line['facts']): string =>
  day_deeds.map(deed => facts[deed]).find(said => typeof said === 'string') ?? '';

/** 'YYYY-MM' in words: "October 2026". */
const monthWords = (month: string, lang: Lang): string =>
  `${month_names[lang][Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

function keyOf({ kind, facts }: Line): string {
  if (kind === 'person_changed' && facts['left'] === true) return 'person_left';
  if (kind === 'school_days') return `${kind}:${day_deeds.find(deed => deed in facts) ?? 'told'}`;
  return kind === 'fact_recorded' ? `${kind}:${String(facts['what'])}` : kind;
}

const whats: Record<string, Words> = {
  invited: { en: 'invited', fr: 'invitée' },
  signed: { en: 'document signed', fr: 'document signé' },
  stage1: { en: 'Stage 1', fr: 'étape 1' },
  trained_before: { en: 'trained before', fr: 'déjà formée' },
  suspended: { en: 'suspended', fr: 'suspendue' },
  lifted: { en: 'suspension lifted', fr: 'suspension levée' },
};
const doors: Record<string, Words> = {
  trained_from: { en: 'trained', fr: 'formée' },
  stage1_from: { en: 'in Stage 1', fr: 'à l’étape 1' },
  suspended_from: { en: 'suspended', fr: 'suspendue' },
};
/** What stands in the story of a field, as a person reads it: kinds and zones by their names, all else as it is. */
export function saidOf(field: string, kept: string, lang: Lang): string {
  if (field === 'kind') return kind_names[kept as SchoolKind]?.[lang] ?? kept;
  if (field === 'zone') return zone_labels[kept]?.[lang] ?? kept;
  if (field !== 'days_off') return kept;
  return kept.replaceAll(/\[(\w+)\]/g, (all, kind: DayOffKind) => {
    const named = day_off_names[kind];
    return named ? `(${named[lang]})` : all;
  });
}
