import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOf, queryOf } from './asking.ts';
import { matcherOf } from './matching.ts';
import { meantBy } from './spelling.ts';

const typedParts = (typed: string) => askedOf(typed).parts.map(part => part.typed);
const matches = (typed: string, title: string, ...texts: string[]) =>
  matcherOf(askedOf(typed))({ title, texts }, 1) !== undefined;

describe('what is typed', () => {
  test.each([
    ['how do I print the marks', ['print', 'marks']],
    ['print report cards', ['print', 'report cards']],
    ['"report cards" print', ['print', '"report cards"']],
    ['the', ['the']],
    ['K-7', ['K-7']],
    ['', []],
  ])('%j is sought as %j', (typed, parts) => {
    expect(typedParts(typed)).toEqual(parts);
  });

  test.each([
    ['#1042', 1042],
    [' 1042 ', 1042],
    ['1042 pages', undefined],
    ['12345678901', undefined],
  ])('%j names the ticket %j', (typed, number) => {
    expect(askedOf(typed).number).toBe(number);
  });

  test('becomes a query that nothing typed breaks out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        const query = queryOf(askedOf(typed), 'all') ?? '';
        expect(query.replaceAll(/'[^'\\]+'(:\*)?/gu, 'w')).toMatch(/^[w()|& ]*$/);
      }),
    );
  });
});

describe('a text matches', () => {
  test.each([
    ['printing', 'We printed it'],
    ['cheval ', 'Les chevaux'],
    ['eleve ', 'L’élève est là'],
    ['marks ', 'The grades are gone'],
    ['bulletin ', 'A report card'],
    ['K-7 ', 'The class K-7'],
    ['prin', 'The principal'],
    ['o’brien', 'OBrien'],
  ])('%j in %j', (typed, text) => {
    expect(matches(typed, text)).toBe(true);
    expect(matches(typed, 'Nothing of it', text)).toBe(true);
  });
  test.each([
    ['numb ', 'The numbat'],
    ['"cards report"', 'The report cards'],
    ['report fridge', 'The report'],
  ])('%j not in %j', (typed, text) => {
    expect(matches(typed, text)).toBe(false);
  });

  test('better in its title, and best when the title says no more', () => {
    const score = (title: string, text = '') =>
      matcherOf(askedOf('marks '))({ title, texts: [text] }, 1)!.score;
    expect(score('Marks')).toBeGreaterThan(score('Marks that are gone'));
    expect(score('Marks that are gone')).toBeGreaterThan(score('Gone', 'Marks'));
    expect(score('Marks that are gone')).toBeGreaterThan(score('Grades that are gone'));
  });

  test('where its hits are, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.string({ unit: 'binary', maxLength: 600 }),
        (before, after) => {
          const text = `${before} wallaby ${after}`;
          const { snippet } = matcherOf(askedOf('wallaby '))({ title: '', texts: [text] }, 1)!;
          expect(snippet.text.length).toBeLessThan(230);
          expect(snippet.hits.length).toBeGreaterThan(0);
          for (const [from, to] of snippet.hits)
            expect(snippet.text.slice(from, to).normalize('NFKD').toLowerCase()).toContain('wallaby');
        },
      ),
    );
  });
});

describe('a word that is nowhere', () => {
  const known = new Map([
    ['attendance', 5],
    ['mark', 2],
    ['park', 9],
    ['transcript', 1],
  ]);
  test.each([
    ['attendence', 'attendance'],
    ['attednance', 'attendance'],
    ['tarnscrpt', 'transcript'],
    ['bark', 'park'],
    ['mark', undefined],
    ['1701', undefined],
    ['cat', undefined],
    ['fridge', undefined],
  ])('%j is meant as %j', (typed, meant) => {
    expect(meantBy(typed, known)).toBe(meant);
  });
});
