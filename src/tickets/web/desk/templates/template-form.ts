import type { Field } from '#tickets/rules/fields/schemas.ts';
import type { ForWhom } from '#tickets/rules/templates/template.ts';
import type { NewTemplate, Template } from '#tickets/rules/templates/schemas.ts';
import { valuesIn, writtenFrom, type Written } from '../../fields/written.ts';

/** A template as its form holds it: all as text, its fields as `field_<id>`. */
export type Form = Written & Record<(typeof boxes)[number], string> & { for_whom: ForWhom };

const boxes = [
  'name_en',
  'name_fr',
  'category',
  'subject_en',
  'subject_fr',
  'description_en',
  'description_fr',
  'impact',
  'urgency',
] as const;
export type Box = (typeof boxes)[number];

export const formOf = (template: Template | undefined): Form => ({
  ...writtenFrom(Object.entries(template?.fields ?? {}).map(([id, value]) => ({ id: Number(id), value }))),
  for_whom: template?.for_whom ?? 'both',
  name_en: template?.name.en ?? '',
  name_fr: template?.name.fr ?? '',
  category: template?.category ?? '',
  subject_en: template?.subject?.en ?? '',
  subject_fr: template?.subject?.fr ?? '',
  description_en: template?.description?.en ?? '',
  description_fr: template?.description?.fr ?? '',
  impact: template?.impact ?? '',
  urgency: template?.urgency ?? '',
});

/** The fields that a template can fill in: each ticket has its own person and date, and schools have only theirs. */
export const fillable = (fields: readonly Field[], { category, for_whom }: Form): Field[] =>
  fields.filter(
    ({ kind, categories, for_school }) =>
      kind !== 'person' &&
      kind !== 'date' &&
      (categories as string[]).includes(category) &&
      (for_school || for_whom === 'desk'),
  );

export const templateIn = (form: Form, fields: readonly Field[]): NewTemplate => {
  const both = (part: 'subject' | 'description') =>
    form[`${part}_en`] || form[`${part}_fr`] ? { en: form[`${part}_en`], fr: form[`${part}_fr`] } : null;
  return {
    name: { en: form.name_en, fr: form.name_fr },
    for_whom: form.for_whom,
    category: (form.category || null) as NewTemplate['category'],
    subject: both('subject'),
    description: both('description'),
    impact: (form.impact || null) as NewTemplate['impact'],
    urgency: (form.urgency || null) as NewTemplate['urgency'],
    fields: valuesIn(fillable(fields, form), form),
  };
};
