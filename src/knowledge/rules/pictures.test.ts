import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureMark, pictureNumber, picturesIn, withoutWords } from './pictures.ts';

test('a text names its pictures once each, whatever stands around them', () => {
  const text = '![The list](picture:12) and ![](picture:3 "title")\n\n![again](picture:12)';
  expect(picturesIn(text)).toEqual([12, 3]);
  expect(withoutWords(text)).toEqual([3]);
});

test.each([
  '[a link](picture:4)',
  'picture:4',
  '![x](picture:4x)',
  '![x](picture:12345678901)',
  '![x](https://elsewhere.example/4.png)',
])('%s is none of its pictures', text => expect(picturesIn(text)).toEqual([]));

test.each(['picture:', 'picture:x', 'picture:4/../5', ' picture:4', 'PICTURE:4'])(
  '%j is no picture’s address',
  src => expect(pictureNumber(src)).toBeUndefined(),
);

test('what is written of a picture is read back, whatever it is called', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.string(), (number, words) => {
      expect(picturesIn(pictureMark(number, words))).toEqual([number]);
    }),
  );
});
