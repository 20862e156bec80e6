import { expect, test } from 'vitest';
import type { Field } from '#tickets/rules/fields/schemas.ts';
import { definitionOf, formOf } from './field-form.ts';

const field: Field = {
  id: 3,
  kind: 'choice',
  name: { en: 'Report', fr: 'Bulletin' },
  help: null,
  categories: ['report_cards'],
  required: 'opening',
  for_school: true,
  bounds: {},
  choices: [
    { id: 'draft', en: 'Draft', fr: 'Brouillon' },
    { id: 'old', en: 'Old', fr: 'Ancien', removed: true },
  ],
  condition: { on: 'urgency', answers: ['high'] },
};

test('a form says the definition that it was opened with', () => {
  const { id: _id, kind: _kind, ...rest } = field;
  expect(definitionOf(formOf(field, ''), field)).toEqual({ ...rest, choices: field.choices.slice(0, 1) });
});

test('an answer keeps its id when its words change in one language, and a removed one comes back', () => {
  const form = { ...formOf(field, ''), choices: 'Draft |Ébauche\n\n Old| Ancien \nNew' };
  expect(definitionOf(form, field).choices).toEqual([
    { id: 'draft', en: 'Draft', fr: 'Ébauche' },
    { id: 'old', en: 'Old', fr: 'Ancien' },
    { en: 'New', fr: 'New' },
  ]);
});

test('bounds are those of its kind, and a new field stands on the category that is looked at', () => {
  const form = {
    ...formOf(undefined, 'pen'),
    kind: 'number' as const,
    least: '0,5',
    most: '',
    latest: '7',
    whole: true,
  };
  expect(definitionOf(form, undefined)).toMatchObject({
    categories: ['pen'],
    bounds: { least: 0.5, whole: true },
    choices: [],
    condition: null,
  });
});
