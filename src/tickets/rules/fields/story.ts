import type { Words } from '#platform/schemas.ts';
import { dateWords } from '#sla/rules/moments.ts';
import type { Reader } from '../story.ts';
import type { FieldKind } from './field.ts';

/** How a field's change stands in the story: what it was called and what it said, so that it stays true later. */
export interface FieldFact {
  name: Words;
  kind: FieldKind;
  words: Words;
}

const prefix = 'field_';
export const fieldFact = (id: number): string => prefix + String(id);

/** The field that a fact of the story is about, by id. */
export const fieldOfFact = (name: string): number | undefined =>
  name.startsWith(prefix) ? Number(name.slice(prefix.length)) : undefined;

/** A fact of the story about a custom field, in the reader's language; undefined when it is about something else. */
export function fieldChange(
  name: string,
  value: unknown,
  reader: Reader,
): { field: string; from: string | null; to: string | null } | undefined {
  if (!name.startsWith(prefix) || !Array.isArray(value)) return undefined;
  const [from, to] = value as [FieldFact | null, FieldFact | null];
  const said = (fact: FieldFact | null) => fact && saidOf(fact, reader);
  return { field: (to ?? from)?.name[reader.lang] ?? '', from: said(from), to: said(to) };
}

const saidOf = ({ kind, words }: FieldFact, reader: Reader): string =>
  kind === 'date' ? dateWords(words.en, reader) : words[reader.lang];
