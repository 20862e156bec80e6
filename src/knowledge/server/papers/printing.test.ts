import sharp from 'sharp';
import { expect, test } from 'vitest';
import { printArticle, type Printed } from './printing.ts';

const guide: Printed = {
  ...{ kind: 'guide', lang: 'en', title: 'Record a late arrival', version: 3, group: 'FNSA iGroup' },
  summary: 'Open the day and change the A to an L.',
  text: `When you need it: a student came after the bell.

1. Open **Attendance**, then _Daily_.
2. Choose the day:

   ![The list of days](picture:1)

   - yesterday is the first
   - a holiday is grey
3. Change the \`A\` to an \`L\` and press [Save](https://example.org/save).

> [!WARNING]
> Never change a day that is closed.
>
> 1. Ask the desk first.

> [!NOTE]
> ʔesdilagh and Tŝilhqot’in are written as the school does.

## Codes

| Code | Means | Minutes |
| --- | --- | ---: |
| A | absent for the whole day, with or without a reason that the school knows of | 300 |
| L | late | 5 |

**Check** The day shows an L. See [[nothing]].

---

\`\`\`
Ctrl Shift R
\`\`\`
`,
  ...{ published: '12 May 2026', review: '12 May 2027', made: new Date(0) },
};
const menu = await sharp({ create: { width: 900, height: 400, channels: 3, background: '#dde6e4' } })
  .png()
  .toBuffer();
const picture = (address: string) =>
  address === 'picture:1' ? { content: menu, width: 900, height: 400 } : undefined;
const pages = (paper: Buffer): number => paper.toString('latin1').match(/\/Type \/Page\b/g)!.length;

test('an article is the same file each time, letter size, with its letters and its links in it', async () => {
  const paper = await printArticle(guide, picture);
  const text = paper.toString('latin1');
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  expect(text).toContain('[0 0 612 792]');
  expect(text).toContain('(https://example.org/save)');
  expect(text).toContain('/FontFile2');
  expect(pages(paper)).toBe(2);
  expect(paper.equals(await printArticle(guide, picture))).toBe(true);
});

test('what would reach a third page is written smaller, and longer still where that is not enough', async () => {
  const step = 'Press **Save** and wait until the line above the list says that it is saved, then go on. ';
  const long = (steps: number) => ({
    ...guide,
    text: Array.from({ length: steps }, (_, at) => `${at + 1}. ${step}`).join('\n'),
  });
  expect(pages(await printArticle(long(44), picture))).toBe(2);
  expect(pages(await printArticle(long(110), picture))).toBeGreaterThan(2);
});

test('whatever it holds, something is drawn: nothing, a picture that is gone, a table without a body', async () => {
  const parts = ['![gone](picture:9)', '| a |\n| --- |', '> > > deep', '- \n- ', '1. ![x](picture:1)'];
  for (const text of ['', parts.join('\n\n')])
    expect(pages(await printArticle({ ...guide, text, summary: '', review: null }, picture))).toBe(1);
});
