import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainOf } from './plain.ts';
import { fourLettersOf, langOf, termsOf } from './terms.ts';

test.each([
  ['Attendance of the Students', 'attend student'],
  ['ATTENDANCES, attending!', 'attend attend'],
  ['Résumé naïve São', 'resum naiv sao'],
  ["O’Brien O'Brien OʼBrien", 'obrien obrien obrien'],
  ['ʔesdilagh', 'esdilagh'],
  ["Halq'eméylem", 'halqemeylem'],
  ['the 1701 file', '1701 file'],
  ['K-7 and sd.83', 'k-7 7 sd.83 sd 83'],
  ['roll-over', 'roll'],
  ['hello, please help, thank you so much!!', 'much'],
  ['\u{1F600} — …', ''],
  ['ﬁle', 'file'],
  ['', ''],
])('the words of "%s" in English', (text, words) => {
  expect(termsOf(text, 'en').join(' ')).toBe(words);
});

test.each([
  ['Les présences des élèves', 'presenc elev'],
  ["l’élève, d'une école; jusqu’au bulletin", 'elev ecol bulletin'],
  ['Réinitialiser le mot de passe, svp merci', 'reinitialis mot pass'],
  ['un cœur, les œuvres', 'coeur oeuvr'],
])('the words of "%s" in French', (text, words) => {
  expect(termsOf(text, 'fr').join(' ')).toBe(words);
  expect(termsOf(text).join(' ')).toBe(words);
});

test('the language is known by its small words, and a word stands with both stems where there are none', () => {
  expect(langOf('Where is the report card of this student?')).toBe('en');
  expect(langOf('Où est le bulletin de cet élève?')).toBe('fr');
  expect(langOf('PEN')).toBe('en');
  expect(termsOf('présences')).toEqual(['presenc']);
  expect(termsOf('inscriptions')).toEqual(['inscrip', 'inscript']);
  expect(termsOf('printing')).toEqual(['print', 'printing']);
});

test('any text has words that are compared with themselves: asked again they are the same, none is empty or broken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      const terms = termsOf(text);
      expect(termsOf(text)).toEqual(terms);
      expect(
        terms.filter(term => term === '' || !term.isWellFormed() || term !== term.toLowerCase()),
      ).toEqual([]);
      expect(fourLettersOf(text).filter(letters => letters.length !== 4)).toEqual([]);
    }),
  );
});

test('four letters run over the words', () => {
  expect(fourLettersOf('PEN no')).toEqual([' pen', 'pen ', 'en n', 'n no', ' no ']);
  expect(fourLettersOf('')).toEqual([]);
});

test('a text in Markdown is read without its marks', () => {
  const body =
    '## Why\n\n1. Press **Marks › Term marks**.\n- `R04` is [here](https://a.b/c)\n> **Note** See [[Admit a student]].\n\n| a | b |\n| --- | --- |\n| 1 | 2 |';
  expect(
    plainOf(body)
      .split(/\n+/)
      .map(line => line.trim()),
  ).toEqual(['Why', 'Press Marks › Term marks.', 'R04 is here', 'Note See Admit a student.', 'a b', '1 2']);
  expect(plainOf('5 * 3 > 2 and a_b')).toBe('5 * 3 > 2 and a_b');
});
