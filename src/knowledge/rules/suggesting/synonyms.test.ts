import { expect, test } from 'vitest';
import { school_words } from './school-words.ts';
import { newSynonyms, school_synonyms } from './synonyms.ts';
import { termsOf } from './terms.ts';

const groups = [
  ['bcesis', 'esis'],
  ['pen', 'personal education number', 'nip'],
];
const called = (text: string) => Object.fromEntries(newSynonyms(groups)(termsOf(text, 'en')));

test('a word is called what the others of its group are; of a phrase each word has its share', () => {
  expect(called('esis is down')).toMatchObject({ bcesi: 1, bces: 1 });
  expect(called('her pen')).toEqual({
    nip: 1,
    ...Object.fromEntries(termsOf('personal education number').map(word => [word, 1 / 3])),
  });
});

test('a phrase counts when its words follow each other', () => {
  expect(called('a personal education number')).toMatchObject({ pen: 1, nip: 1 });
  expect(called('a number for personal education')).toEqual({});
});

test('no groups, no other names; empty ones and stop words neither', () => {
  expect(newSynonyms([])(['late']).size).toBe(0);
  expect(newSynonyms([['', 'the'], []])(['late', '']).size).toBe(0);
});

test('what a school says in one language is found in the other', () => {
  expect([...school_synonyms(termsOf('attendance', 'en')).keys()]).toEqual(
    expect.arrayContaining(termsOf('présences', 'fr')),
  );
  expect([...school_synonyms(termsOf('bulletins', 'fr')).keys()]).toEqual(
    expect.arrayContaining(termsOf('report cards', 'en')),
  );
  for (const group of school_words) expect(group.length).toBeGreaterThan(1);
});
