import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptWords, namesSomebody } from './searched.ts';

test.each([
  ['How do I print   the Élève list?', 'how do i print the eleve list'],
  ['report cards term 2', 'report cards term 2'],
  ['1701 file refused', '1701 file refused'],
  ['password reset does not come', 'password reset does not come'],
  ['Report the attendance', 'report the attendance'],
])('%s is kept as %s', (typed, kept) => expect(keptWords(typed)).toBe(kept));

test.each([
  ['a PEN', 'pen 123456789 is wrong'],
  ['a number in groups', 'student 123 456 782'],
  ['a phone number', 'call 250-555-0199'],
  ['a day of birth', 'born 2011-04-03'],
  ['an address of mail', 'mail to ana@school.example'],
  ['a postal code', 'lives at V6B 4Y8'],
  ['a password', 'my password is sesame'],
  ['a French one', 'mot de passe : sesame'],
  ['a name', 'marks of Ana-Lucia Ruiz'],
  ['a name alone', 'Ana Ruiz'],
  ['digits of another script', 'pen １２３４５６７８９'],
  ['too little', 'x 1'],
  ['too much', 'a '.repeat(200)],
])('%s is not kept', (_, typed) => expect(keptWords(typed)).toBeNull());

test('whatever is typed, five digits in a row are never kept', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('1', '7', ' ', '-', 'a', 'term'), maxLength: 40 }),
      typed => {
        expect(keptWords(typed) ?? '').not.toMatch(/\d{5}/);
      },
    ),
  );
});

test('the whole name of somebody known is found, in small letters and any order', () => {
  expect(namesSomebody('marks of santos maria', ['Maria Santos'])).toBe(true);
  expect(namesSomebody('maria cannot print', ['Maria Santos'])).toBe(false);
  expect(namesSomebody('print', ['Print'])).toBe(false);
});
