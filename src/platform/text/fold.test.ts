import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWords, queryOf } from './fold.ts';

describe('words for the search', () => {
  test('lose accents, case and apostrophes, keep letters of every script', () => {
    expect(foldWords("O’Brien, O'Brien: Élodie’s ʔesdilagh 1701")).toEqual([
      'obrien',
      'elodies',
      'ʔesdilagh',
      '1701',
    ]);
  });

  test('a query asks for every word, each as a beginning, and quotes are never its own', () => {
    expect(queryOf("report' & card:*")).toBe("'report':* & 'card':*");
    expect(queryOf(' — ')).toBeUndefined();
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        typed => (queryOf(typed) ?? '').split("'").length % 2 === 1,
      ),
    );
  });
});
