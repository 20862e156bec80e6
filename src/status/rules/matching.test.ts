import { describe, expect, test } from 'vitest';
import { newSynonyms } from '#knowledge/rules/suggesting/synonyms.ts';
import { fitOf, matchOf } from './matching.ts';

const white = {
  lang: 'en' as const,
  title: 'Report cards print as white pages',
  text: 'The preview is right, and the printed page stays white.',
};
const slow = { lang: 'en' as const, title: 'Attendance is slow to save', text: 'Saving takes a minute.' };
const fermé = {
  lang: 'fr' as const,
  title: 'Les bulletins s’impriment en pages blanches',
  text: 'L’aperçu est correct.',
};

describe('the problem that somebody writes of', () => {
  test.each([
    ['Report cards are white', ''],
    ['printing report card', 'it is all white'],
    ['white pages', 'when I print'],
    ['Help', 'When we print our report cards we get only white paper, for all classes.'],
  ])('is found in “%s”, “%s”', (title, text) => {
    expect(matchOf([slow, white], { title, text })).toBe(white);
  });

  test.each([
    ['I forgot my password', ''],
    ['Report', ''],
    ['', ''],
    ['The printer is out of paper', 'Where do I order?'],
    ['How do I write a comment on a transcript?', 'The box is grey.'],
  ])('is none for “%s”', (title, text) => {
    expect(matchOf([slow, white], { title, text })).toBeUndefined();
  });

  test('is found over the languages by what schools call things', () => {
    expect(fitOf(fermé, { title: 'Bulletins : pages blanches', text: '' })).toBeGreaterThanOrEqual(0.5);
    expect(fitOf(fermé, { title: 'Mot de passe oublié', text: '' })).toBe(0);
  });

  test('is found by the group’s own words, which count as hers', () => {
    const problem = { lang: 'en' as const, title: 'The carnet closes at noon', text: '' };
    const question = { title: 'gradebook at noon', text: '' };
    const called = newSynonyms([['gradebook', 'carnet']]);
    expect(matchOf([problem], question)).toBeUndefined();
    expect(matchOf([problem], question, called)).toBe(problem);
    expect(matchOf([problem], { title: 'gradebook', text: '' }, called)).toBeUndefined();
  });

  test('is the one that fits best, and of two alike the first', () => {
    const also = { ...white, title: 'Report cards print slowly' };
    expect(matchOf([also, white], { title: 'Report cards print as white pages', text: '' })).toBe(white);
    expect(matchOf([white, { ...white }], { title: 'white report cards', text: '' })).toBe(white);
  });
});
