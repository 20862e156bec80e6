import { expect, test } from 'vitest';
import { typedMacro } from './typed.ts';

test.each([
  [':', { from: 0, name: '' }],
  ['Hello,\n:', { from: 7, name: '' }],
  [':bro', { from: 0, name: 'bro' }],
  ['Hello :which br', { from: 6, name: 'which br' }],
  [':réinit', { from: 0, name: 'réinit' }],
  ['Voici la marche à suivre :', undefined],
  ['Bonjour : merci', undefined],
  ['at 10:30', undefined],
  ['at 10 :30', undefined],
  ['https://x', undefined],
  [': then', undefined],
  [':-)', undefined],
  ['::', undefined],
  [':bro\n', undefined],
  [':a b c d e f', undefined],
])('in %j the macro is %j', (text, found) => {
  expect(typedMacro(text, text.length)).toEqual(found);
});

test('only what is before the caret counts', () => {
  expect(typedMacro(':br and more', 3)).toEqual({ from: 0, name: 'br' });
});
