import { describe, expect, test } from 'vitest';
import { faultIn } from './same-words.ts';

describe('groups of words that mean the same', () => {
  test.each([
    [[]],
    [[['gradebook', 'carnet']]],
    [[['PEN', 'personal education number', 'numéro d’identification']]],
    [
      [
        ['gradebook', 'grade book', 'carnet'],
        ['mot de passe', 'password', 'pass'],
      ],
    ],
    [
      [
        ['word', 'words'],
        ['K-7', 'early years'],
      ],
    ],
  ])('%j are right', groups => expect(faultIn(groups)).toBeUndefined());

  test.each([
    [[['gradebook', 'the']], '“the” is no word'],
    [[['gradebook', '!?']], '“!?” is no word'],
    [[['gradebook', 'the very long red paper register']], 'more than 3 words'],
    [[['gradebook', 'Gradebook']], '“Gradebook” stands in the group twice'],
    [
      [
        ['gradebook', 'carnet'],
        ['record', 'Carnet'],
      ],
      '“Carnet” stands in another group already: gradebook, carnet.',
    ],
    [
      [
        ['gradebook', 'carnet'],
        ['gradebooks', 'record'],
      ],
      '“gradebooks” stands in another group already',
    ],
    [
      [
        ['élève', 'learner'],
        ['eleves', 'child'],
      ],
      '“eleves” stands in another group already',
    ],
  ])('%j are not: %s', (groups, sentence) => {
    const fault = faultIn(groups)!;
    expect(fault.en).toContain(sentence);
    expect(fault.fr).not.toBe(fault.en);
  });
});
