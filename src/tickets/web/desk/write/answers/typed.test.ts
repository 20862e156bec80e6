import { expect, test } from 'vitest';
import { typedAnswer } from './typed.ts';

test.each([
  [';la', { from: 0, name: 'la' }],
  ['Hello,\n;late arr', { from: 7, name: 'late arr' }],
  ['See ;bulletin coupé', { from: 4, name: 'bulletin coupé' }],
  [';', undefined],
  [';l', undefined],
  ['a; then', undefined],
  ['x;late', undefined],
  [';late\n', undefined],
  [';)', undefined],
])('in %j the answer is %j', (text, found) => {
  expect(typedAnswer(text, text.length)).toEqual(found);
});
