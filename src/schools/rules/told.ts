import type { Lang, Words } from '#platform/schemas.ts';

/** The sentences of a school's own story, by the kind of its line; said after the name of who did it. */
const told: Record<string, Words> = {
  school_added: { en: 'entered the school', fr: 'a inscrit l’école' },
  school_changed: { en: 'changed what is kept of the school', fr: 'a modifié la fiche de l’école' },
  school_moved: { en: 'moved it to another wave', fr: 'l’a changée de vague' },
  person_added: { en: 'added {person}', fr: 'a ajouté {person}' },
  person_changed: { en: 'changed {person}', fr: 'a modifié {person}' },
  person_left: { en: 'noted that {person} has left', fr: 'a noté le départ de {person}' },
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
};

/** The kinds of lines that a school's story tells. */
export const told_kinds = Object.keys(told).filter(kind => kind !== 'person_left');

interface Line {
  kind: string;
  facts: Record<string, unknown>;
  name: string | null;
  /** Whom the line is about. */
  person: string | null;
}

/** The whole sentence of a line, with the name of who did it. */
export function sentenceOf({ kind, facts, name, person }: Line, lang: Lang): string {
  const who = name ?? { en: 'The software', fr: 'Le logiciel' }[lang];
  const said = told[kind === 'person_changed' && facts['left'] === true ? 'person_left' : kind];
  const somebody = { en: 'somebody', fr: 'quelqu’un' }[lang];
  const reason = typeof facts['reason'] === 'string' ? facts['reason'] : '';
  const words = said?.[lang] ?? kind;
  return `${who} ${words.replace('{person}', person ?? somebody).replace('{reason}', reason)}`;
}
