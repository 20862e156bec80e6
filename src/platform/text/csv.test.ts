import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv_begin, csvLine, csvOf, meantBy } from './csv.ts';

/** As RFC 4180 says, character by character. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === ',' || (char === '\r' && text[i + 1] === '\n')) {
      rows.at(-1)!.push(cell);
      cell = '';
      if (char === '\r') {
        i++;
        rows.push([]);
      }
    } else cell += char;
  }
  expect([cell, rows.pop()]).toEqual(['', []]); // the last line has its end
  return rows;
}

const dangerous = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/;
test.each([
  [['a', 'b c'], 'a,b c\r\n'],
  [['a,b', 'say "so"', 'two\nlines', ' x '], '"a,b","say ""so""","two\nlines"," x "\r\n'],
  [[1, -5, 2.5, true, null, undefined, ''], '1,-5,2.5,true,,,\r\n'],
  [['=1+1', '-5', '+1', '@SUM(A1)', '＝1', '\t=1'], `'=1+1,'-5,'+1,'@SUM(A1),'＝1,"'\t=1"\r\n`],
  [["'=1", "it's"], `''=1,it's\r\n`],
  [['éà ʔesdilagh', '🙂'], 'éà ʔesdilagh,🙂\r\n'],
])('%j is written as %j', (cells, line) => expect(csvLine(cells)).toBe(line));

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' ', '＝', 'x'))
    .map(all => all.join('')),
);

test('whatever is written is read back, and no cell begins as a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.oneof(texts, fc.integer()), { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
      rows => {
        const text = csvOf(rows);
        expect(text.startsWith(csv_begin)).toBe(true);
        const read = parsed(text.slice(1));
        expect(read.map(cells => cells.map(meantBy))).toEqual(rows.map(cells => cells.map(String)));
        rows.forEach((cells, row) =>
          cells.forEach((cell, column) => {
            if (typeof cell === 'string') expect(read[row]![column]).not.toMatch(dangerous);
            else expect(read[row]![column]).toBe(String(cell));
          }),
        );
      },
    ),
    { numRuns: 500 },
  );
});
