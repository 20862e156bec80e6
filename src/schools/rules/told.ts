import type { Lang, Words } from '#platform/schemas.ts';
import { zone_labels } from '#sla/rules/zones.ts';
import { day_off_names, kind_names, type DayOffKind, type SchoolKind } from './kinds.ts';

/** The sentences of a school's own story, by the kind of its line; said after the name of who did it. */
const told: Record<string, Words> = {
  school_added: { en: 'entered the school', fr: 'a inscrit l’école' },
  school_changed: { en: 'changed what is kept of the school', fr: 'a modifié la fiche de l’école' },
  school_moved: { en: 'moved it to another wave', fr: 'l’a changée de vague' },
  person_added: { en: 'added {person}', fr: 'a ajouté {person}' },
  person_changed: { en: 'changed {person}', fr: 'a modifié {person}' },
  person_left: { en: 'noted that {person} has left', fr: 'a noté le départ de {person}' },
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
