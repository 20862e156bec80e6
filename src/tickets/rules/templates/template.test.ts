import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filledFrom, parts, startOf } from './template.ts';

const nothing = { category: null, subject: null, description: null, impact: null, urgency: null, fields: {} };
const start = { ...nothing, subject: 'A new person', impact: 'one_person', fields: { 3: true, 4: 7 } };

test('a template fills what is empty, in the words of who uses it', () => {
  const { fields, ...rest } = start;
  const template = { ...rest, fields, subject: { en: 'A new person', fr: 'Une nouvelle personne' } };
  expect(filledFrom({ subject: ' ' }, startOf(template, 'fr'))).toEqual({
    subject: 'Une nouvelle personne',
    impact: 'one_person',
    field_3: 'yes',
    field_4: '7',
  });
});

test('what only shows what it began with counts as empty', () => {
  expect(filledFrom({ impact: 'one_school' }, start, { impact: 'one_school' })).toHaveProperty('impact');
  expect(filledFrom({ impact: 'all_schools' }, start, { impact: 'one_school' })).not.toHaveProperty('impact');
});

test('whatever was written stays', () => {
  const names = [...parts, 'field_3', 'field_4'];
  const written = fc.dictionary(fc.constantFrom(...names), fc.string());
  fc.assert(
    fc.property(written, form => {
      const after = { ...form, ...filledFrom(form, start) };
      for (const [name, text] of Object.entries(form)) if (text.trim() !== '') expect(after[name]).toBe(text);
      for (const name of ['subject', 'impact', 'field_3', 'field_4'])
        expect(after[name]?.trim()).not.toBe('');
    }),
  );
});
