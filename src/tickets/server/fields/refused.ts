import { Refusal } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import type { Fault } from '../../rules/fields/filling.ts';
import { sentences } from '../../rules/fields/sentences.ts';
import type { FieldRow } from './tables.ts';

/** What is said when a ticket's fields are not good: all by their names, and for a form each as `fields.<id>`. */

export function refusedFor(fields: readonly FieldRow[], faults: readonly Fault[]): Refusal {
  const nameOf = new Map(fields.map(({ id, name }) => [id, name]));
  const said = faults.map(({ id, sentence }) => named(nameOf.get(id)!, sentence));
  const all = { en: said.map(({ en }) => en).join(' '), fr: said.map(({ fr }) => fr).join(' ') };
  const errors = faults.map(({ id, sentence }) => ({ field: `fields.${id}`, sentence }));
  return new Refusal('not_valid', all, { errors });
}

const named = (name: Words, sentence: Words): Words => ({
  en: `${name.en}: ${sentence.en}`,
  fr: `${name.fr} : ${sentence.fr}`,
});

export const noSuchField = (ids: readonly string[]): Refusal =>
  new Refusal('not_valid', sentences.not_here, {
    errors: ids.map(id => ({ field: `fields.${id}`, sentence: sentences.not_here })),
  });
