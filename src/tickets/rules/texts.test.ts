import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameOf } from './file-names.ts';
import { moves, state_ids } from './lifecycle.ts';
import { nextWords } from './next.ts';
import { changesOf, sentenceForSchool, sentenceOf } from './story.ts';

describe('a file’s name', () => {
  test.each([
    ['print-window.png', 'print-window.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\maria\\list.xlsx', 'list.xlsx'],
    ['.htaccess', 'htaccess'],
    ['invoice\u202Egnp.exe', 'invoicegnp.exe'],
    ['a<b>"c.txt', 'a_b__c.txt'],
    ['', 'file'],
    [undefined, 'file'],
  ])('%j is kept as %j', (given, kept) => expect(fileNameOf(given)).toBe(kept));

  test('is never a path, never empty, and keeps its ending when it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), given => /^[^/\\\0]+$/.test(fileNameOf(given))),
      { numRuns: 40 },
    );
    expect(fileNameOf(`${'x'.repeat(400)}.pdf`)).toMatch(/^x{146}\.pdf$/);
  });
});

const seen = { now: new Date('2026-11-23T17:00:00Z'), zone: 'America/Vancouver' };

describe('the story', () => {
  test('tells a school its own deeds as hers, and the desk’s as they concern her', () => {
    const told = (kind: string, you: boolean, lang: 'en' | 'fr' = 'en', facts = {}) =>
      sentenceForSchool({ kind, facts }, { name: 'Grant Bell', you }, lang);
    expect(told('ask_school', false)).toBe('Grant Bell asked you');
    expect(told('answer', true)).toBe('You answered');
    expect(told('withdraw', true, 'fr', { reason: 'double' })).toBe('Vous l’avez retiré (double)');
    expect(told('person_added', true, 'fr', { person: 'Sam $& Okoro' })).toBe(
      'Vous avez ajouté Sam $& Okoro',
    );
    const hers = ['opened', 'replied', 'person_added', 'person_removed', ...moves];
    for (const kind of hers.filter(kind => kind !== 'ask_school'))
      expect(told(kind, true, 'fr'), kind).toMatch(/^Vous (l’)?avez /);
  });

  test('has a sentence for every move in both languages, with the reason where there is one', () => {
    for (const move of moves)
      for (const lang of ['en', 'fr'] as const)
        expect(sentenceOf(move, {}, 'Maya Chen', lang)).not.toBe(`Maya Chen ${move}`);
    expect(sentenceOf('withdraw', { reason: 'twice' }, 'Maya Chen', 'en')).toBe(
      'Maya Chen withdrew it (twice)',
    );
  });

  test('says what changed, from what to what, in words', () => {
    expect(
      changesOf(
        { state: ['new', 'in_progress'], priority: ['P3', 'P2'], follows: null },
        { ...seen, lang: 'en', side: 'desk' },
      ),
    ).toEqual([
      { field: 'State', from: 'New', to: 'In progress' },
      { field: 'Priority', from: 'P3', to: 'P2' },
    ]);
  });

  test('says dates as the reader does', () => {
    const changes = changesOf({ date: '2026-11-24' }, { ...seen, lang: 'fr', side: 'desk' });
    expect(changes).toEqual([{ field: 'Planifié pour', from: null, to: 'demain' }]);
  });

  test('a school reads states in its own words, and what stayed the same to it is no change', () => {
    const read = (from: string, to: string) =>
      changesOf({ state: [from, to] }, { ...seen, lang: 'fr', side: 'school' });
    expect(read('waiting_school', 'in_progress')).toEqual([
      { field: 'État', from: 'À vous', to: 'Chez nous' },
    ]);
    expect(read('new', 'in_progress')).toEqual([]);
  });

  test('what happens next has words for each state, side and language', () => {
    for (const state of state_ids)
      for (const side of ['school', 'desk'] as const) {
        const words = nextWords({ state, assignee: null, team: null, planned_for: null }, side);
        expect(words.en.length).toBeGreaterThan(5);
        expect(words.fr).not.toBe(words.en);
      }
  });
});
