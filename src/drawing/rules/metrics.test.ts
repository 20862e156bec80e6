import { expect, test } from 'vitest';
import { fonts, openPaper } from '#platform/paper.ts';
import { widthOf } from './measure.ts';
import { letters } from './metrics.ts';

test.each(['plain', 'bold'] as const)('the letters are as wide as those of the %s font', weight => {
  const paper = openPaper({ title: '', lang: 'en' });
  paper.font(fonts[weight]).fontSize(1000);
  // A soft hyphen shows nothing inside of a line.
  for (const letter of letters.filter(each => each !== '\u00ad'))
    expect([letter, Math.round(paper.widthOfString(letter))]).toEqual([
      letter,
      Math.round(widthOf(letter, 1000, weight)),
    ]);
});
