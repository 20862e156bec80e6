import { expect, test } from 'vitest';
import { mark, type MarkKind } from './marks.ts';

/** The text with its selection between the bars; one bar is a caret. */
function pressed(kind: MarkKind, shown: string): string {
  const from = shown.indexOf('|');
  const to = shown.lastIndexOf('|') - (shown.lastIndexOf('|') > from ? 1 : 0);
  const value = shown.replaceAll('|', '');
  const edit = mark(kind, value, { from, to });
  const text = value.slice(0, edit.from) + edit.text + value.slice(edit.to);
  const [begin, end] = edit.select;
  return begin === end
    ? `${text.slice(0, begin)}|${text.slice(begin)}`
    : `${text.slice(0, begin)}|${text.slice(begin, end)}|${text.slice(end)}`;
}

test.each<[MarkKind, string, string]>([
  ['bold', 'so |very| late', 'so **|very|** late'],
  ['bold', 'so **|very|** late', 'so |very| late'],
  ['bold', 'so |**very**| late', 'so |very| late'],
  ['bold', 'so v|ery late', 'so **|very|** late'],
  ['bold', '|', '**|**'],
  ['italic', 'l’éc|ole', '_|l’école|_'],
  ['code', 'the |PEN| field', 'the `|PEN|` field'],
  ['code', '|one\ntwo|', '```\n|one\ntwo|\n```'],
  ['list', 'first|', '- first|'],
  ['list', '- first|', 'first|'],
  ['list', 'a\n|b\nc|\nd', 'a\n|- b\n- c|\nd'],
  ['numbers', '|- b\n- c|', '|1. b\n2. c|'],
  ['numbers', '|1. b\n2. c|', '|b\nc|'],
  ['quote', '|she wrote\nthis|', '|> she wrote\n> this|'],
  ['quote', '> this|', 'this|'],
  ['link', 'see the |guide|', 'see the [guide](|https://|)'],
  ['link', '|https://a.example/b|', '[|](https://a.example/b)'],
  ['link', '|', '[](|https://|)'],
])('%s: %j becomes %j', (kind, before, after) => expect(pressed(kind, before)).toBe(after));
