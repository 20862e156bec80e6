import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from '#platform/text/csv.ts';
import { isField, recognised, school_fields, type ImportField } from './fields.ts';
import { faultOfMapping } from './import.ts';
import type { KeptPerson } from './people.ts';
import { fieldWords } from './reasons.ts';
import type { KeptSchool } from './schools.ts';
import { sweepOfPeople, sweepOfSchools } from './sweep.ts';
import { fteIn, gradeIn, kindIn, leftIn, rolesIn, zoneIn } from './values.ts';
import { cellsOfPerson, cellsOfSchool, exportedFields, headsOf } from './writing.ts';

describe('a head names its field', () => {
  test.each([
    [
      'schools',
      ['Nom de l’école', "code de l'ecole", 'VILLE', 'Time zone', 'Vague'],
      ['name', 'code', 'town', 'zone', 'wave'],
    ],
    [
      'schools',
      ['FTE 2025', 'ETP 2024', 'Enrolment 30 September 2023', 'FTE', 'fte_2022', 'FTE 1066'],
      ['fte_2025', 'fte_2024', 'fte_2023', null, 'fte_2022', null],
    ],
    ['schools', ['Code', 'School code', 'Remarks', ''], ['code', null, null, null]],
    [
      'people',
      ['École', 'Nom complet', 'Rôle', 'Est parti', 'Matricule', 'FTE 2025', 'Courriel', 'Tél.', 'E-mail'],
      ['code', 'name', 'roles', 'left', 'external_id', null, 'email', 'phone', null],
    ],
  ] as const)('%s: %j', (kind, heads, fields) => expect(recognised(kind, heads)).toEqual(fields));

  test('in both languages, for all that is exported', () => {
    for (const kind of ['schools', 'people'] as const)
      for (const lang of ['en', 'fr'] as const) {
        const fields = exportedFields(kind, [2026, 1999]);
        expect(recognised(kind, headsOf(fields, lang))).toEqual(fields);
      }
  });

  test('no field is given twice, whatever the heads are', () => {
    const head = fc.oneof(
      fc.constantFrom(...school_fields.map(field => fieldWords(field).en), 'FTE 2020'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(head, { maxLength: 20 }), heads => {
        const given = recognised('schools', heads).filter(field => field !== null);
        expect(new Set(given).size).toBe(given.length);
        expect(given.every(field => isField('schools', field))).toBe(true);
      }),
    );
  });
});

test.each([
  ['schools', ['code', null], { missing: [], twice: false, unknown: false }],
  ['people', ['code', 'code', null], { missing: ['name'], twice: true, unknown: false }],
  ['people', ['code', 'name', 'fte_2025'], { missing: [], twice: false, unknown: true }],
] as const)('what is wrong with a mapping of %s to %j', (kind, columns, fault) =>
  expect(faultOfMapping(kind, columns)).toEqual(fault),
);

describe('a cell means', () => {
  test.each([
    [gradeIn, 'K', 0],
    [gradeIn, 'm', 0],
    [gradeIn, '07', 7],
    [gradeIn, '12', 12],
    [gradeIn, '13', undefined],
    [gradeIn, 'seven', undefined],
    [fteIn, '41,5', 41.5],
    [fteIn, '1 234.25', 1234.25],
    [fteIn, '1,234.5', 1234.5],
    [fteIn, '1,234', undefined],
    [fteIn, '-1', undefined],
    [fteIn, '1e3', undefined],
    [fteIn, '0.12345', undefined],
    [kindIn, 'Première nation', 'first_nation'],
    [kindIn, 'first_nation', 'first_nation'],
    [kindIn, 'private', undefined],
    [zoneIn, 'Pacific time', 'America/Vancouver'],
    [zoneIn, 'america/vancouver', 'America/Vancouver'],
    [zoneIn, 'UTC', undefined],
    [leftIn, 'OUI', true],
    [leftIn, '0', false],
    [leftIn, 'soon', undefined],
  ] as [(cell: string) => unknown, string, unknown][])('%o %j: %j', (meaning, cell, value) =>
    expect(meaning(cell)).toBe(value),
  );

  test('roles, in the product’s order, however they are parted', () => {
    expect(rolesIn('membre; Direction')).toEqual(['lead', 'member']);
    expect(rolesIn('technical contact | security_contact')).toEqual([
      'security_contact',
      'technical_contact',
    ]);
    for (const cell of ['king', 'lead, king', ';']) expect(rolesIn(cell)).toBe(undefined);
  });
});

// What is kept, as it can be: with names that a spreadsheet would run, and letters of all kinds.
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom("'=1+1", '=cmd|x', '-5', '@é', 'École'),
  )
  .map(given => given.replaceAll(/[\p{Cc}\u2028\u2029\ufffd]/gu, '').trim())
  .filter(given => given !== '' && given.isWellFormed());
const maybe = fc.option(text);
const waves = [
  { id: 1, name: 'Spring' },
  { id: 2, name: '=Autumn' },
];
const waveNamed = { named: (name: string) => waves.find(each => each.name.toLowerCase() === name) };
const fte = fc.integer({ min: 0, max: 99_999_0000 }).map(count => count / 10_000);

const school: fc.Arbitrary<Omit<KeptSchool, 'id' | 'code'>> = fc.record({
  name: text,
  town: maybe,
  zone: fc.constantFrom('America/Vancouver', 'America/Edmonton'),
  kind: fc.constantFrom(null, 'public' as const, 'first_nation' as const),
  grades: fc.constantFrom(null, { first: 0, last: 7 }, { first: 8, last: 12 }),
  wave: fc.constantFrom(null, ...waves),
  network: fc.record({ provider: maybe, proxy: maybe, firewall: maybe }),
  enrolments: fc.uniqueArray(fc.record({ year: fc.constantFrom(2026, 2025, 2024), fte }), {
    selector: each => each.year,
  }),
});
const schools = fc
  .array(school, { maxLength: 6 })
  .map(all => all.map((each, at) => ({ id: at + 1, code: `S-${at}`, ...each })));

const person: fc.Arbitrary<Omit<KeptPerson, 'id'>> = fc.record({
  external_id: fc.constant(null),
  name: text,
  roles: fc.subarray(['lead', 'security_contact', 'technical_contact', 'member'] as const, { minLength: 1 }),
  email: fc.constantFrom(null, 'ana@birch.ca'),
  phone: fc.constantFrom(null, '+1 250 555 0101 ext 4', '250-555-0199'),
  left: fc.boolean(),
});

/** A line as a spreadsheet gives it back, without its quotation marks. */
const cellsAgain = (cells: Parameters<typeof csvLine>[0]): string[] =>
  cells.map(cell =>
    csvLine([cell])
      .slice(0, -2)
      .replace(/^"([^]*)"$/, '$1')
      .replaceAll('""', '"'),
  );

describe('a file', () => {
  test('that was written of schools changes none of them, in either language', () => {
    fc.assert(
      fc.property(schools, fc.constantFrom('en' as const, 'fr' as const), (all, lang) => {
        const years = [2026, 2025, 2024];
        const fields = exportedFields('schools', years);
        const judge = sweepOfSchools(
          fields,
          code => all.find(each => each.code.toLowerCase() === code),
          waveNamed,
        );
        const judged = all.map((each, at) =>
          judge({ line: at + 2, cells: cellsAgain(cellsOfSchool(each, years, lang)) }),
        );
        expect(judged).toEqual(all.map(() => ({ verdict: 'same' })));
      }),
    );
  });

  test('done, and then done again, changes nothing the second time', () => {
    const fields: ImportField[] = exportedFields('schools', [2026]);
    fc.assert(
      fc.property(schools, fc.array(school, { maxLength: 6 }), (before, given) => {
        const lines = given.map((each, at) => ({
          line: at + 2,
          cells: cellsAgain(cellsOfSchool({ ...each, code: `s-${at % 4}` }, [2026], 'en')),
        }));
        const kept = new Map(before.map(each => [each.code.toLowerCase(), each]));
        const first = lines.map(sweepOfSchools(fields, code => kept.get(code), waveNamed));
        first.forEach(
          ({ after }, at) => after && kept.set(after.code.toLowerCase(), { id: 100 + at, ...after }),
        );
        const again = lines.map(sweepOfSchools(fields, code => kept.get(code), waveNamed));
        expect(again.filter(({ verdict }) => verdict === 'new' || verdict === 'changed')).toEqual([]);
      }),
    );
  });

  test('of people, done and done again, changes nothing the second time and names nobody twice', () => {
    const fields = exportedFields('people', []);
    const reached = [
      { email: 'ana@birch.ca', phone: '+1 250 555 0101' },
      { email: null, phone: null },
    ];
    const named = fc.tuple(
      fc.constantFrom('Ana Li', 'ana li', 'Añá Li', 'Bo', '=Bo', '***'),
      fc.constantFrom(null, 'a', 'A', 'b'),
    );
    fc.assert(
      fc.property(fc.array(named, { maxLength: 8 }), fc.array(person, { maxLength: 3 }), (given, there) => {
        const people: KeptPerson[] = there.map((each, at) => ({ ...each, id: at + 1 }));
        const kept = (code: string) => (code === 'one' ? { id: 1, people } : undefined);
        const lines = given.map(([name, external_id], at) => ({
          line: at + 2,
          cells: cellsAgain(
            cellsOfPerson(
              'ONE',
              { ...reached[at % 2]!, external_id, name, roles: ['member'], left: false },
              'en',
            ),
          ),
        }));
        const first = lines.map(sweepOfPeople(fields, kept));
        for (const [at, { id, after }] of first.entries()) {
          if (!after) continue;
          const place = people.findIndex(each => each.id === id);
          if (place < 0) people.push({ id: 100 + at, ...after });
          else people[place] = { id: id!, ...after };
        }
        const ids = people.flatMap(each => each.external_id?.toLowerCase() ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const again = lines.map(sweepOfPeople(fields, kept));
        expect(again.filter(({ verdict }) => verdict === 'new' || verdict === 'changed')).toEqual([]);
      }),
    );
  });

  test('with a line of too few or too many cells, or unreadable letters, says so', () => {
    const judge = sweepOfSchools(['code', 'name'], () => undefined, waveNamed);
    const reasons = (...cells: string[]) => judge({ line: 2, cells }).reasons?.[0]?.en;
    expect(reasons('A1')).toContain('1 cells, and there are 2 heads');
    expect(reasons('A1', 'b', 'c')).toContain('3 cells');
    expect(reasons('A1', '\ufffdcole')).toContain('Choose the other encoding');
    expect(reasons('A1', 'x'.repeat(121))).toContain('at most 120 characters');
    expect(reasons('A1', 'nul\0')).toContain('control characters');
  });
});
