import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Person } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { rates, waitFor, written_kinds } from './limits.ts';
import { calledBy, signatureOf } from './signing.ts';
import { articleFrom } from './to-article.ts';
import { raisedAt } from './waiting.ts';

test.each([
  ['Monday morning, two days', '2026-06-01T09:00:00-07:00', 2, '2026-06-03T08:00:00-07:00'],
  ['Friday, two days: over the week-end', '2026-06-05T17:30:00-07:00', 2, '2026-06-09T08:00:00-07:00'],
  ['Saturday counts from Monday', '2026-06-06T12:00:00-07:00', 1, '2026-06-08T08:00:00-07:00'],
  ['before Canada Day, which is none', '2026-06-30T10:00:00-07:00', 1, '2026-07-02T08:00:00-07:00'],
  ['in winter, on the one clock of the year', '2026-12-03T10:00:00-07:00', 2, '2026-12-07T08:00:00-07:00'],
])('a question without an answer comes to the desk: %s', (_, asked, days, raised) =>
  expect(raisedAt(new Date(asked), days, first_desk_time)).toEqual(new Date(raised)),
);

test('it never comes on the day on which it was asked, and later after more days', () => {
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 29 }), (asked, days) => {
      const one = raisedAt(asked, days, first_desk_time);
      expect(one > asked).toBe(true);
      expect(raisedAt(asked, days + 1, first_desk_time) > one).toBe(true);
    }),
  );
});

test.each(written_kinds)('so many of a %s are written in an hour and in a day', kind => {
  const { hour, day } = rates[kind];
  expect(waitFor(kind, { hour: hour - 1, day: day - 1 })).toBeUndefined();
  expect(waitFor(kind, { hour, day: hour })).toBe(3600);
  expect(waitFor(kind, { hour: 0, day })).toBe(24 * 3600);
});

test('who wrote it is read as her school chose, and of the iGroup by name', () => {
  const maria = { side: 'school', name: 'Maria Santos' } as Person;
  const alder = { school: 'Alder Academy', names: 'school' } as const;
  expect(signatureOf(maria, alder)).toEqual({ side: 'school', by_name: null, by_school: 'Alder Academy' });
  expect(calledBy(signatureOf(maria, alder))).toBe('Alder Academy');
  expect(calledBy(signatureOf(maria, { ...alder, names: 'person' }))).toBe('Maria Santos');
  expect(signatureOf({ side: 'desk', name: 'Maya Chen' } as Person, alder)).toEqual({
    ...{ side: 'desk', by_name: 'Maya Chen', by_school: null },
  });
});

test('an article begins with the accepted answer, and quotes what was asked', () => {
  const said = {
    lang: 'en',
    title: 'Maria asks',
    question: 'Why?\nHow?',
    known: { people: ['Maria Santos'] },
  } as const;
  expect(articleFrom({ ...said, answer: 'So.' })).toEqual({
    title: '… asks',
    body: 'So.\n\n## What was asked\n\n> Why?\n> How?\n',
  });
  expect(articleFrom({ ...said, answer: null }).body).toBe('## Answer\n\n> Why?\n> How?\n');
});
