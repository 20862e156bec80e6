import { describe, expect, test } from 'vitest';
import { mentionPlaces, mentionsIn } from './mentions.ts';

const people = [
  { id: 1, name: 'Ines Roy' },
  { id: 2, name: 'Ines Roy-Tremblay' },
  { id: 3, name: 'Élodie Gagnon' },
  { id: 4, name: 'Liam O’Brien' },
  { id: 5, name: 'Ruth Ɂelhdaqox' },
  { id: 6, name: 'Owen Hart' },
];

describe('a mention', () => {
  test.each([
    ['@Ines Roy can you look?', [1]],
    ['Can you look, @ines roy?', [1]],
    ['(@INES ROY)', [1]],
    ['@Ines Roy-Tremblay knows', [2]],
    ['@Elodie Gagnon and @élodie gagnon', [3]],
    ['@E\u0301lodie Gagnon', [3]],
    ["@Liam O'Brien, please", [4]],
    ['@Ruth Ɂelhdaqox', [5]],
    ['@Owen Hart @Ines Roy', [6, 1]],
    ['first line\n@Owen Hart\n', [6]],
    ['**@Owen Hart**', [6]],
  ])('is found in %j', (text, ids) => {
    expect(mentionsIn(text, people)).toEqual(ids);
  });

  test.each([
    'Ines Roy without the sign',
    '@Ines',
    '@Ines Royale',
    'mail to someone@Ines Roy',
    'use `@Ines Roy` here',
    'use ``a ` @Ines Roy`` here',
    '```\n@Ines Roy\n```\nafter',
    '~~~\n@Ines Roy\n~~~',
    '```\n@Ines Roy, a block that never ends',
    '@',
    '',
  ])('is not found in %j', text => {
    expect(mentionsIn(text, people)).toEqual([]);
  });

  test('stands where it says, also behind letters that take two places or a mark', () => {
    const text = '😀 é\u0301 ask @É\u0301lodie Gagnon now';
    const [place] = mentionPlaces(text, people);
    expect(text.slice(place!.from, place!.to)).toBe('@É\u0301lodie Gagnon');
  });

  test('after a closed block counts again', () => {
    expect(mentionsIn('```\n@Ines Roy\n```\n@Owen Hart', people)).toEqual([6]);
  });
});
