import { expect, test } from 'vitest';
import { changesOf } from './changes.ts';

const school = {
  name: 'Alder Academy',
  town: 'Nanaimo',
  zone: 'America/Vancouver',
  kind: null,
  grades: { first: 0, last: 7 },
  wave: null,
  network: { provider: 'Shaw', proxy: null, firewall: null },
  enrolments: [{ year: 2025, fte: 41.5 }],
  days_off: [
    { first_day: '2027-03-15', last_day: '2027-03-26', kind: 'break' as const, name: 'Spring break' },
  ],
  notes: null,
};

test('what is the same, in whatever order, is no change', () => {
  const enrolments = [
    { year: 2024, fte: 40 },
    { year: 2025, fte: 41.5 },
  ];
  expect(changesOf(school, { ...school, notes: '  ' })).toEqual({});
  expect(changesOf({ ...school, enrolments }, { ...school, enrolments: [...enrolments].reverse() })).toEqual(
    {},
  );
});

test.each([
  [{ town: null }, { town: ['Nanaimo', ''] }],
  [{ grades: { first: 1, last: 12 } }, { grades: ['K–7', '1–12'] }],
  [{ grades: null }, { grades: ['K–7', ''] }],
  [{ wave: { id: 3, name: 'Spring' } }, { wave: ['', 'Spring'] }],
  [
    { network: { provider: 'Shaw', proxy: 'none', firewall: null } },
    { network: ['Shaw · – · –', 'Shaw · none · –'] },
  ],
  [
    { enrolments: [{ year: 2026, fte: 0.125 }, ...school.enrolments] },
    { enrolments: ['2025: 41.5', '2026: 0.125, 2025: 41.5'] },
  ],
  [{ network: { provider: null, proxy: null, firewall: null } }, { network: ['Shaw · – · –', ''] }],
  [{ days_off: [] }, { days_off: ['2027-03-15–2027-03-26 Spring break [break]', ''] }],
])('%j', (change, said) => expect(changesOf(school, { ...school, ...change })).toEqual(said));
