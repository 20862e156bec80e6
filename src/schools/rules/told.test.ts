import { expect, test } from 'vitest';
import { saidOf, sentenceOf } from './told.ts';

test.each([
  ['kind', 'first_nation', 'First Nation', 'Première Nation'],
  ['kind', '', '', ''],
  ['zone', 'America/Edmonton', 'Alberta time', 'heure de l’Alberta'],
  ['town', 'public', 'public', 'public'],
  [
    'days_off',
    '2027-03-15–2027-03-26 Spring break [break], 2027-04-30 Planning [professional_day]',
    '2027-03-15–2027-03-26 Spring break (break), 2027-04-30 Planning (professional day)',
    '2027-03-15–2027-03-26 Spring break (congé), 2027-04-30 Planning (journée pédagogique)',
  ],
  ['days_off', '2027-03-15 Camp [old]', '2027-03-15 Camp [old]', '2027-03-15 Camp [old]'],
])('of %s, %j is read as %j', (field, kept, en, fr) => {
  expect(saidOf(field, kept, 'en')).toBe(en);
  expect(saidOf(field, kept, 'fr')).toBe(fr);
});

test('a line names who did it and whom it is about', () => {
  const line = { kind: 'person_changed', facts: { left: true }, name: 'Nadia Petrov', person: 'Grant Bell' };
  expect(sentenceOf(line, 'en', day => day)).toBe('Nadia Petrov noted that Grant Bell has left');
  expect(sentenceOf({ ...line, facts: {} }, 'fr', day => day)).toBe('Nadia Petrov a modifié Grant Bell');
  expect(sentenceOf({ kind: 'person_added', facts: {}, name: null, person: null }, 'en', day => day)).toBe(
    'The software added somebody',
  );
});
