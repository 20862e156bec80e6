import type { Lang, Words } from '#platform/schemas.ts';

/** The sentences of a school's own story, by the kind of its line; said after the name of who did it. */
const told: Record<string, Words> = {
  school_added: { en: 'entered the school', fr: 'a inscrit l’école' },
  school_changed: { en: 'changed what is kept of the school', fr: 'a modifié la fiche de l’école' },
  school_moved: { en: 'moved it to another wave', fr: 'l’a changée de vague' },
  person_added: { en: 'added {person}', fr: 'a ajouté {person}' },
  person_changed: { en: 'changed {person}', fr: 'a modifié {person}' },
  person_left: { en: 'noted that {person} has left', fr: 'a noté le départ de {person}' },
  keys_taken: { en: 'took off {person}’s second keys', fr: 'a retiré les secondes clés de {person}' },
  sessions_ended: { en: 'ended {person}’s sessions', fr: 'a mis fin aux sessions de {person}' },
  key_need_set: {
    en: 'said whether its people need keys of their own',
    fr: 'a dit si son personnel doit avoir des clés personnelles',
  },
  login_set: { en: 'gave the school its sign-in', fr: 'a donné à l’école son accès' },
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
  return `${who} ${(said?.[lang] ?? kind).replace('{person}', person ?? somebody)}`;
}
