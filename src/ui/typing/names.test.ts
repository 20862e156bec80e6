import { expect, test } from 'vitest';
import { beginnersOf, typedMention } from './names.ts';

const people = ['Maya Chen', 'Ines Roy', 'Élodie Gagnon', 'Liam O’Brien'].map(name => ({ name }));

test.each([
  ['@', { from: 0, name: '' }],
  ['Look, @in', { from: 6, name: 'in' }],
  ['@Ines R', { from: 0, name: 'Ines R' }],
  ['(@Li', { from: 1, name: 'Li' }],
  ['one@school', undefined],
  ['nothing here', undefined],
  ['@Ines\nnext line', undefined],
  ['@Ines, then', undefined],
])('in %j the mention is %j', (text, found) => {
  expect(typedMention(text, text.length)).toEqual(found);
});

test('only what is before the caret counts', () => {
  expect(typedMention('@In and more', 3)).toEqual({ from: 0, name: 'In' });
});

test.each([
  ['', ['Maya Chen', 'Ines Roy', 'Élodie Gagnon', 'Liam O’Brien']],
  ['in', ['Ines Roy']],
  ['roy', ['Ines Roy']],
  ['elo', ['Élodie Gagnon']],
  ["o'b", ['Liam O’Brien']],
  ['Ines R', ['Ines Roy']],
  ['ines roy', []],
  ['ines roy knows', []],
  ['zz', []],
])('%j offers %j', (typed, names) => {
  expect(beginnersOf(people, typed).map(({ name }) => name)).toEqual(names);
});
