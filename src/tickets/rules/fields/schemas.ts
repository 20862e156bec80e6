import { z } from 'zod';
import { id, line, stored } from '#platform/schemas.ts';
import { category_ids } from '../categories.ts';
import { impacts, urgencies } from '../priority.ts';
import { field_kinds, field_limits, required_at } from './field.ts';

/** The words of custom fields and their schemas: the contract of `/api/fields`, and of values on a ticket. */

const both = (max: number) => z.object({ en: line(max), fr: line(max) });

/** A value as it is sent; whether it is one of its field, the field's own rules say. */
export const GivenValue = z.union([
  z.string().max(field_limits.text_characters).refine(stored, 'unstorable'),
  z.number(),
  z.boolean(),
]);

const key = z.string().regex(/^[1-9]\d{0,8}$/);

/** Values by field id. */
export const GivenValues = z.record(key, GivenValue);
/** The same for a correction: null empties a field. */
export const ChangedValues = z.record(key, GivenValue.nullable());
export type ChangedValues = z.infer<typeof ChangedValues>;

const whole = z.number().int();
const days = whole.min(-field_limits.days).max(field_limits.days);
const number = z.number().min(-field_limits.number).max(field_limits.number);

const Bounds = z.object({
  longest: whole.min(1).max(field_limits.text_characters).optional(),
  several_lines: z.boolean().optional(),
  least: number.optional(),
  most: number.optional(),
  whole: z.boolean().optional(),
  earliest: days.optional(),
  latest: days.optional(),
});

const choice_id = z.string().regex(/^(?!(?:yes|no)$)[a-z][a-z0-9_]{0,39}$/);
const Condition = z.object({
  on: z.union([z.enum(['impact', 'urgency']), id()]),
  answers: z.array(z.enum([...impacts, ...urgencies, 'yes', 'no']).or(choice_id)).max(field_limits.choices),
});

const shape = {
  name: both(field_limits.name_characters),
  help: both(field_limits.help_characters).nullable(),
  categories: z.array(z.enum(category_ids)).min(1).max(category_ids.length),
  required: z.enum(required_at),
  for_school: z.boolean(),
  bounds: Bounds,
  condition: Condition.nullable(),
};

/** An answer without an id is given one, made of its English words. */
const choices = z
  .array(both(field_limits.choice_characters).extend({ id: choice_id.optional() }))
  .max(field_limits.choices);

export const NewField = z.object({
  ...shape,
  kind: z.enum(field_kinds),
  choices: choices.default([]),
  help: shape.help.default(null),
  required: shape.required.default('never'),
  for_school: shape.for_school.default(true),
  bounds: shape.bounds.default({}),
  condition: shape.condition.default(null),
});
export type NewField = z.input<typeof NewField>;

export const FieldChange = z
  .object({
    ...shape,
    choices,
    /** Its new place: right after this field, or first of all. */
    after: id().nullable(),
    /** False brings back what was removed. */
    removed: z.literal(false),
  })
  .partial();
export type FieldChange = z.input<typeof FieldChange>;

export const Field = z.object({
  ...shape,
  id: whole,
  kind: z.enum(field_kinds),
  /** The answers of a choice; those that were removed are marked. */
  choices: z.array(
    both(field_limits.choice_characters).extend({ id: z.string(), removed: z.boolean().optional() }),
  ),
});
export type Field = z.infer<typeof Field>;

export const Fields = z.object({
  items: z.array(Field),
  /** 'YYYY-MM-DD' in the reader’s zone, which the bounds of dates count from. */
  today: z.iso.date(),
  /** Whom a school can name in a field for a person; empty for the desk, which knows each ticket's school. */
  people: z.array(z.object({ id: whole, name: z.string() })),
  can: z.object({ change: z.boolean() }),
});
export type Fields = z.infer<typeof Fields>;

/** Whom tickets name in fields for a person: what the list can be asked for. */
export const NamedInFields = z.object({
  items: z.array(z.object({ field: whole, id: whole, name: z.string(), school: z.string().nullable() })),
});
export type NamedInFields = z.infer<typeof NamedInFields>;

export const FieldsQuery = z.object({ category: z.enum(category_ids).optional() });

/** What a ticket's field holds, as its reader may know it. */
export const Filled = z.object({
  id: whole,
  name: z.string(),
  value: GivenValue,
  /** The value in the reader's language. */
  words: z.string(),
  /** The desk's alone: no school reads it. */
  inside: z.boolean(),
  /** The field is no longer filled in; what it held stays. */
  removed: z.boolean(),
});
export type Filled = z.infer<typeof Filled>;
