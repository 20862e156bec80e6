import { expect, test } from 'vitest';
import { finds } from './finds.ts';

const school = { name: 'St. Anne’s', hint: 'STANN · Victoria' };
const other = { name: 'ʔesdilagh Élémentaire', hint: 'ESDIL · Alexandria' };

test.each([
  [school, 'anne', true],
  [school, 'stann', true],
  [school, 'victoria st', true],
  [school, 'stvic', true],
  [school, 'birch', false],
  [other, 'elementaire', true],
  [other, 'zzz', false],
  [other, '', true],
])('%j is found by %j: %s', (option, typed, found) => expect(finds(option, typed)).toBe(found));
