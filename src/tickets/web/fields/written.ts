import type { FieldRules, Values } from '#tickets/rules/fields/field.ts';
import { shownValues, valueOf, writtenOf, type About } from '#tickets/rules/fields/filling.ts';

/** What is written in a form that has custom fields: all as text, a field's as `field_<id>`. */
export type Written = Readonly<Record<string, string>>;

export const partOf = (id: number): string => `field_${id}`;

/** The values of the fields as they are written. */
export const valuesIn = (fields: readonly FieldRules[], written: Written): Values =>
  Object.fromEntries(
    fields.flatMap(field => {
      const value = valueOf(field, written[partOf(field.id)] ?? '');
      return value === undefined ? [] : [[field.id, value]];
    }),
  );

/** What is sent: the values of the fields that are shown. */
export const sentValues = (fields: readonly FieldRules[], written: Written, about: About): Values =>
  shownValues(fields, valuesIn(fields, written), about);

/** What a ticket holds, as a form shows it. */
export const writtenFrom = (filled: readonly { id: number; value: Values[string] }[]): Written =>
  Object.fromEntries(filled.map(({ id, value }) => [partOf(id), writtenOf(value)]));
