import { expect, test } from 'vitest';
import { fitting } from './fuzzy.ts';

const names = [
  'Assign to Ines Roy',
  'Assign to Owen Hart',
  'assign to me',
  'Alder Academy · ALDER',
  'ʔesdilagh School · ESDIL',
  'St. Anne’s · STANN',
  'Élodie Gagnon',
  'Waiting for the school',
  'go to my tickets',
];
const find = (typed: string) =>
  fitting(
    names.map(name => ({ name })),
    typed,
  ).map(({ name }) => name);

test.each([
  ['ines', 'Assign to Ines Roy'],
  ['assign owen', 'Assign to Owen Hart'],
  ['owen assign', 'Assign to Owen Hart'],
  ['asgn ine', 'Assign to Ines Roy'],
  ['aldr', 'Alder Academy · ALDER'],
  ['ʔesd', 'ʔesdilagh School · ESDIL'],
  ['esdil', 'ʔesdilagh School · ESDIL'],
  ["anne's", 'St. Anne’s · STANN'],
  ['elodie', 'Élodie Gagnon'],
  ['ÉLODIE', 'Élodie Gagnon'],
  ['wait sch', 'Waiting for the school'],
])('%j finds %j first', (typed, name) => {
  expect(find(typed)[0]).toBe(name);
});

test('nothing typed is everything, in its order; what fits nothing finds nothing', () => {
  expect(find(' ')).toEqual(names);
  expect(find('zebra')).toEqual([]);
  expect(find('((')).toEqual([]);
});
