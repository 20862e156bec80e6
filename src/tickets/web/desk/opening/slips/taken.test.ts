import { expect, test } from 'vitest';
import { paperOf } from '#tickets/rules/slips/paper.ts';
import { openingOf } from '../opened.ts';
import { takenFrom } from './taken.ts';

const schools = [{ id: 4, code: 'ALDER' }];
const paper = {
  ...{ id: '5TA6XYEZ4R5R', person: { id: 1, name: 'Maria Santos' }, school: 'ALDER' },
  ...{ written: '2026-11-30T21:02:00.000Z', category: 'printing_reports', impact: 'one_person' },
  ...{ urgency: 'normal', subject: 'No paper', text: 'Since today.\nTwo classes wait.' },
};

test('a slip’s text fills the form, for whom it names, and goes under its name', () => {
  const taken = takenFrom(paperOf(paper), schools) as Record<string, string>;
  expect(openingOf(taken, [])).toEqual({
    ...{ school: 4, requester: '1', subject: 'No paper', description: 'Since today.\nTwo classes wait.' },
    ...{ category: 'printing_reports', impact: 'one_person', urgency: 'normal', channel: 'phone' },
    slip: { id: '5TA6XYEZ4R5R', written: '2026-11-30T21:02:00Z' },
  });
});

test('a name that was read out goes with what is typed', () => {
  const taken = takenFrom(' 5ta6 xyez 4r5r', schools) as Record<string, string>;
  expect(openingOf({ ...taken, subject: 'A' }, [])).toMatchObject({ slip: { id: '5TA6XYEZ4R5R' } });
  expect(openingOf({ ...taken, subject: 'A', inside: 'yes' }, [])).not.toHaveProperty('slip');
});

test('what is no slip, was misread, or is of no school here says so', () => {
  expect(takenFrom('Dear desk', schools)).toBe('none');
  expect(takenFrom(paperOf(paper).replace('#1', '#2'), schools)).toBe('misread');
  expect(takenFrom(paperOf({ ...paper, school: 'NONE' }), schools)).toBe('no_school');
});
