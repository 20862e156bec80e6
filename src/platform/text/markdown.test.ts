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
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const html = htmlOf(pieces.join(''));
      expect(html).not.toMatch(
        /<(?!\/?(p|br|strong|em|s|code|pre|blockquote|hr|ul|ol|li|h[1-6]|a|table|thead|tbody|tr|th|td)\b)/,
      );
      expect(html).not.toMatch(/<[^>]*\son\w+=/i);
      expect(html).not.toMatch(/href="\s*javascript/i);
    }),
  );
});
