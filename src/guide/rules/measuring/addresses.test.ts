import { describe, expect, test } from 'vitest';
import { setGuide } from '#testing/set-guide.ts';
import { askable, placeOf } from './addresses.ts';
import { pickedFor, targetsOf } from './picking.ts';
import { linesOf } from './words.ts';

/** What an administrator names is measured, however it is written. */

describe('an address', () => {
  test.each([
    ['https://WWW.Canada.ca', 'https://www.canada.ca/'],
    ['  www.canada.ca:443/a b ', 'https://www.canada.ca/a%20b'],
    ['http://sis.example:8080/x#top', 'http://sis.example:8080/x'],
    ['nonsense', undefined],
    ['javascript:alert(1)', undefined],
    ['ftp://files.example/', undefined],
    ['https://', undefined],
  ])('%s is asked as %s', (typed, asked) => expect(askable(typed)).toBe(asked));

  test('is the same by scheme, host, port and path', () => {
    const same = ['https://a.example', 'HTTPS://A.example:443/', 'a.example'];
    expect(new Set(same.map(placeOf))).toEqual(new Set(['https://a.example']));
    const others = ['http://a.example', 'https://a.example:8443', 'https://a.example/x', 'b.example'];
    expect(new Set([...same, ...others].map(placeOf)).size).toBe(5);
    expect(placeOf('https://a.example/x/')).toBe(placeOf('https://a.example/x'));
  });
});

describe('what a page tries', () => {
  const of = (...MEASURED_SITES: string[]) =>
    targetsOf({
      ...setGuide().variables,
      CHECK_SITES: ['https://www2.gov.bc.ca/', 'www.canada.ca'],
      SIS_URL: 'https://sis.town.example/login/',
      MEASURED_SITES,
    });
  test('is nothing that nobody named', () => expect(of()).toEqual({ sites: [], sis: null, others: [] }));
  test('is what is named, however it is written, and every other address beside it, once', () => {
    expect(
      of(
        'https://SIS.town.example:443/login',
        'https://www2.gov.bc.ca',
        'https://reports.town.example',
        'https://www.canada.ca/',
        'reports.town.example/',
        'nonsense',
      ),
    ).toEqual({
      sites: ['https://www2.gov.bc.ca/', 'https://www.canada.ca/'],
      sis: 'https://sis.town.example/login',
      others: ['https://reports.town.example/'],
    });
  });
  test('of the others each has its line, and picks no answer', () => {
    const at = '2026-09-14T17:00:00Z';
    const measured = {
      at,
      others: [
        { address: 'https://reports.town.example/', after: 1240 },
        { address: 'http://old.town.example:81/x', after: null },
      ],
    };
    expect(linesOf(measured, 'en')).toEqual([
      { name: 'reports.town.example', words: 'answers in 1.2 s', good: true },
      { name: 'http://old.town.example:81/x', words: 'no answer in 8 s', good: false },
    ]);
    expect(linesOf(measured, 'fr').map(({ words }) => words)).toEqual([
      'répond en 1,2 s',
      'pas de réponse en 8 s',
    ]);
    expect(setGuide().questions.filter(question => pickedFor(question, measured) !== undefined)).toEqual([]);
  });
});
