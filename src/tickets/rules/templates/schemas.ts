import { z } from 'zod';
import { line, stored } from '#platform/schemas.ts';
import { category_ids } from '../categories.ts';
import { GivenValues } from '../fields/schemas.ts';
import { impacts, urgencies } from '../priority.ts';
import { for_whom, template_limits } from './template.ts';

/** The words of templates and their schemas: the contract of `/api/templates`. */

const text = z
  .string()
  .max(template_limits.text_characters)
  .refine(given => given.trim() !== '', 'empty')
  .refine(stored, 'unstorable');
const name = line(template_limits.name_characters);

const shape = {
  name: z.object({ en: name, fr: name }),
  for_whom: z.enum(for_whom),
  category: z.enum(category_ids).nullable(),
  subject: z.object({ en: line(), fr: line() }).nullable(),
  description: z.object({ en: text, fr: text }).nullable(),
  impact: z.enum(impacts).nullable(),
  urgency: z.enum(urgencies).nullable(),
  fields: GivenValues,
};

export const NewTemplate = z.object({
  ...shape,
  category: shape.category.default(null),
  subject: shape.subject.default(null),
  description: shape.description.default(null),
  impact: shape.impact.default(null),
  urgency: shape.urgency.default(null),
  fields: shape.fields.default({}),
});
export type NewTemplate = z.input<typeof NewTemplate>;

export const TemplateChange = z
  .object({
    ...shape,
    /** False brings back what was removed. */
    removed: z.literal(false),
  })
  .partial();
export type TemplateChange = z.input<typeof TemplateChange>;

export const Template = z.object({
  ...shape,
  id: z.number().int(),
  /** How many tickets were begun with it; for the desk, null for a school. */
  used: z.number().int().nullable(),
});
export type Template = z.infer<typeof Template>;

export const Templates = z.object({ items: z.array(Template), can: z.object({ change: z.boolean() }) });
export type Templates = z.infer<typeof Templates>;

export const TemplatesQuery = z.object({ category: z.enum(category_ids).optional() });
