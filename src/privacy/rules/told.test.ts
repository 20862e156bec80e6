import { expect, test } from 'vitest';
import { langs } from '#platform/schemas.ts';
import { aboutOf, sentenceOf, type Told } from './told.ts';

const line: Told = { kind: 'loaded', facts: {}, name: 'Maya Chen', person: null, of_ticket: false };

test.each<[Partial<Told>, string]>([
  [{ kind: 'opened' }, 'Maya Chen looked at the ticket'],
  [{ kind: 'opened', of_ticket: true }, 'Maya Chen opened the ticket'],
  [{ kind: 'password_reset', person: 'Ines Roy' }, 'Maya Chen gave Ines Roy another password'],
  [{ kind: 'password_reset' }, 'Maya Chen gave somebody another password'],
  [{ kind: 'team_added' }, 'Maya Chen added a team'],
  [
    { kind: 'checklist_added', of_ticket: true, facts: { list: 'Marks' } },
    'Maya Chen added the checklist “Marks”',
  ],
  [{ kind: 'checklist_added', facts: { list: 'Marks' } }, 'Maya Chen added a checklist “Marks”'],
  [{ kind: 'tag_changed', facts: { name: ['old', 'new'] } }, 'Maya Chen changed a tag “new”'],
  [{ kind: 'school_moved' }, 'Maya Chen moved it to another wave'],
  [{ kind: 'close_unanswered', of_ticket: true, name: null }, 'The software closed it without an answer'],
  [{ kind: 'something_new' }, 'Maya Chen: something new'],
  [{ kind: 'password_reset', person: '$& $1' }, 'Maya Chen gave $& $1 another password'],
])('%j', (told, words) => expect(sentenceOf({ ...line, ...told }, 'en', day => day)).toBe(words));

test('what a line is about', () => {
  expect(aboutOf('person_added', false)).toBe('people');
  expect(aboutOf('person_added', true)).toBe('tickets');
  expect(aboutOf('school_changed', false)).toBe('schools');
  expect(aboutOf('exported', false)).toBe('exports');
  expect(aboutOf('macro_changed', false)).toBe('settings');
});

test('both languages say different things', () => {
  for (const kind of ['opened', 'file', 'token_made', 'wave_changed']) {
    const [en, fr] = langs.map(lang => sentenceOf({ ...line, kind }, lang, day => day));
    expect(en).not.toBe(fr);
  }
});
