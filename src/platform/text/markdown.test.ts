import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOf } from './markdown.ts';

test('Markdown becomes HTML', () => {
  expect(htmlOf('**bold** and `code`')).toBe('<p><strong>bold</strong> and <code>code</code></p>\n');
  expect(htmlOf('1. one\n2. two')).toContain('<ol>');
});

test('raw HTML stays text', () => {
  expect(htmlOf('<script>alert(1)</script>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n');
  expect(htmlOf('<img src=x onerror=alert(1)>')).not.toContain('<img');
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//elsewhere.example',
  'JaVaScRiPt:alert(1)',
])('a link to %s leads nowhere', target =>
  expect(htmlOf(`[here](${target})`)).not.toMatch(/href="(?!https?:|mailto:)/i),
);

test('a link opens apart and tells nobody where it came from', () => {
  expect(htmlOf('https://gov.bc.ca')).toContain(
    '<a href="https://gov.bc.ca" rel="noopener noreferrer nofollow" target="_blank">',
  );
});

const boxes = { note: 'Note', warning: 'Warning' };
const picture = (address: string) =>
  address === 'picture:4' ? { src: '/api/articles/1/pictures/4', width: 20, height: 10 } : undefined;

test('a quotation that is marked so is a note or a warning, by its name', () => {
  expect(htmlOf('> [!NOTE]\n> Save first.', { boxes })).toBe(
    '<div class="box note" role="note">\n<p class="box-name">Note</p>\n<p>Save first.</p>\n</div>\n',
  );
  const nested = htmlOf('> [!CAUTION]\n>\n> 1. One\n>\n> > said\n\nAfter', { boxes });
  expect(nested).toMatch(/^<div class="box warning" role="note">\n<p class="box-name">Warning<\/p>\n<ol>/);
  expect(nested).toMatch(/<blockquote>\n<p>said<\/p>\n<\/blockquote>\n<\/div>\n<p>After<\/p>\n$/);
  expect(htmlOf('> [!ELSE]\n> x', { boxes })).toContain('<blockquote>');
  expect(htmlOf('> [!NOTE]\n> x')).toContain('<blockquote>');
});

test('a picture of ours is shown with its size and its words, any other is not', () => {
  expect(htmlOf('![The "menu"](picture:4)', { picture })).toBe(
    '<p><img src="/api/articles/1/pictures/4" alt="The &quot;menu&quot;" width="20" height="10" loading="lazy" /></p>\n',
  );
  for (const other of [
    'picture:5',
    'https://elsewhere.example/x.png',
    '/api/articles/1/pictures/4',
    'data:image/png;base64,AAAA',
  ])
    expect(htmlOf(`![x](${other})`, { picture })).not.toContain('<img');
  expect(htmlOf('![x](picture:4)')).not.toContain('<img');
});

test('a column of numbers stands to the right by a class', () => {
  expect(htmlOf('| a |\n| --: |\n| 1 |', {})).toContain('<td class="right">1</td>');
});

test('whatever is written, no tag and no attribute but the allowed comes out', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '`',
    '[a](',
    ')',
    '![',
    'javascript:',
    'onload=',
    '\n',
    '*',
    '# ',
    '|',
    '&lt;',
    '> [!NOTE]\n',
    '![x](picture:4)',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const html = htmlOf(pieces.join(''));
      const beside = htmlOf(pieces.join(''), { boxes, picture });
      expect(beside).not.toMatch(
        /<[^>]*\s(on\w+|style)=|href="\s*javascript|<img (?!src="\/api\/articles\/)/i,
      );
      expect(html).not.toMatch(
        /<(?!\/?(p|br|strong|em|s|code|pre|blockquote|hr|ul|ol|li|h[1-6]|a|table|thead|tbody|tr|th|td)\b)/,
      );
      expect(html).not.toMatch(/<[^>]*\son\w+=/i);
      expect(html).not.toMatch(/href="\s*javascript/i);
    }),
  );
});
