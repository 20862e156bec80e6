import { expect, test } from 'vitest';
import { openingOf } from './opened.ts';

const fields = { school: '1', subject: 'A', description: 'b', category: 'pen' };
const usual = { impact: 'one_person', urgency: 'normal' };
const about = { school: 1, subject: 'A', category: 'pen', ...usual };

test('a call is by phone and what is usual, unless it is said otherwise', () =>
  expect(openingOf({ ...fields, call_back: '555' }, [])).toEqual({
    ...about,
    description: 'b',
    channel: 'phone',
    call_back: '555',
  }));

test('what the school should not read is a note in place of the description', () =>
  expect(openingOf({ ...fields, as_note: 'yes' }, ['f'])).toEqual({
    ...about,
    note: 'b',
    channel: 'phone',
    files: ['f'],
  }));

test('inside nobody of the school asks, whatever was typed before', () =>
  expect(
    openingOf(
      { ...fields, inside: 'yes', as_note: 'yes', requester: '7', caller: 'Jo', follows: '1003' },
      [],
    ),
  ).toEqual({ ...about, description: 'b', inside: true, follows: '1003' }));
