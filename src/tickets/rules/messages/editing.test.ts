import { at_open_school } from '#testing/standing.ts';
import { expect, test } from 'vitest';
import type { AtDesk, AtSchool } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { mayEdit, type Editable } from './editing.ts';

const acting = {
  name: '',
  session_id: null,
  token_id: null,
  scopes: [],
  zone: 'America/Vancouver',
  desk: first_desk_time,
};
const maya: AtDesk = { ...acting, side: 'desk', person_id: 7, roles: ['agent'] };
const maria: AtSchool = {
  ...acting,
  side: 'school',
  ...at_open_school,
  person_id: 1,
  school_id: 1,
  roles: ['member'],
};
const now = new Date('2026-11-23T17:00:00Z');

interface Given {
  kind?: 'reply' | 'note';
  minutes?: number;
  read_by_desk?: number;
  read_by_school?: number;
  state?: Editable['ticket']['state'];
}
const message = (by: { person_id: number }, given: Given): Editable => {
  const { kind = 'reply', minutes = 0, read_by_desk = 0, read_by_school = 0, state = 'in_progress' } = given;
  return {
    kind,
    id: 40,
    author_id: by.person_id,
    written_at: new Date(now.getTime() - minutes * 60_000),
    ticket: { state, read_by_desk, read_by_school },
  };
};

test.each([
  ['a reply just written', {}, 'yes'],
  ['a reply after a quarter of an hour', { minutes: 15 }, 'yes'],
  ['a reply after sixteen minutes', { minutes: 16 }, 'too_late'],
  ['a reply that the other side has seen', { read_by_school: 40 }, 'read'],
  ['a reply after an older one was seen', { read_by_school: 39 }, 'yes'],
  ['a reply that a colleague has seen', { read_by_desk: 41 }, 'yes'],
  ['a reply on an ended ticket', { state: 'closed' }, 'ended'],
  ['a note that all have seen', { kind: 'note', read_by_desk: 90, read_by_school: 90 }, 'yes'],
  ['a note within a day', { kind: 'note', minutes: 1440 }, 'yes'],
  ['a note after a day', { kind: 'note', minutes: 1441 }, 'too_late'],
  ['a note on an ended ticket', { kind: 'note', state: 'cancelled' }, 'yes'],
] as const)('%s: %j gives %s to its author at the desk', (_, given, answer) =>
  expect(mayEdit(maya, message(maya, given), now)).toBe(answer),
);

test('a school’s person edits until the desk has seen it', () => {
  expect(mayEdit(maria, message(maria, { read_by_school: 99 }), now)).toBe('yes');
  expect(mayEdit(maria, message(maria, { read_by_desk: 40 }), now)).toBe('read');
});

test('nobody edits what another wrote', () => {
  expect(mayEdit(maya, message(maria, {}), now)).toBe('not_yours');
  expect(mayEdit(maria, message(maya, { kind: 'note' }), now)).toBe('not_yours');
  expect(mayEdit({ side: 'system', job: 'any' }, message(maya, {}), now)).toBe('not_yours');
});
