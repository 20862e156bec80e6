import { expect, test } from 'vitest';
import { markdownOf } from './from-html.ts';
import { htmlOf } from './markdown.ts';

test('a table of a spreadsheet becomes a table, its first row the head', () => {
  const html = `<html><head><style>td{color:red}</style></head><body><table border=0><col width=64><tr height=20>
    <td class=xl65 style='height:15pt'>Code</td><td>Means</td></tr>
    <tr><td>A</td><td>absent | <b>all</b> day</td></tr><tr><td></td><td></td></tr><tr><td>L</td></tr></table></body></html>`;
  expect(markdownOf(html)).toBe('| Code | Means |\n| --- | --- |\n| A | absent \\| **all** day |\n| L |  |');
  expect(htmlOf(markdownOf(html))).toContain('<td>absent | <strong>all</strong> day</td>');
});

test('a text of an office keeps its headings, lists, links and strong words, and nothing of its looks', () => {
  const html = `<!--StartFragment--><h2 style="mso-style-name:x">Steps</h2><p class=MsoNormal>Open <b>Marks</b>:<o:p></o:p></p>
    <ol><li>First</li><li>Then<ul><li>this</li></ul></li></ol><p><a href="https://gov.bc.ca/x">there</a></p><!--EndFragment-->`;
  expect(markdownOf(html)).toBe(
    '## Steps\n\nOpen **Marks**:\n\n1. First\n2. Then\n   - this\n\n[there](https://gov.bc.ca/x)',
  );
});

test('what runs, asks or hides is not there, nor its words', () => {
  const html = `<script>alert(1)</script><form action="/x"><input value="y"><textarea>z</textarea></form>
    <p onclick="x()">Say <a href="javascript:alert(1)">this</a><iframe src="https://elsewhere"></iframe></p>
    <svg><text>drawn</text></svg><style>p{position:fixed}</style>`;
  expect(markdownOf(html)).toBe('Say this');
});

test('what looks like a mark in it is text', () => {
  expect(htmlOf(markdownOf('<p>1. not a list, *not* strong, &lt;script&gt;</p>'))).toBe(
    '<p>1. not a list, *not* strong, &lt;script&gt;</p>\n',
  );
});

test('a picture keeps its address for whoever brings it in', () => {
  expect(markdownOf('<p><img src="pictures/menu.png" alt="The menu" width=9 onerror=x></p>')).toBe(
    '![The menu](pictures/menu.png)',
  );
});
