import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** What people write becomes HTML here and nowhere else: Markdown without raw HTML, then the one sanitiser. */

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false });

const rules: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'hr'],
    ...['ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel', 'target'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }),
    // A message stands under the page's own headings.
    h1: 'h3',
    h2: 'h3',
    h3: 'h4',
    h4: 'h5',
  },
};

/** Sanitised HTML of a text in Markdown: no script, style, picture or form; links leave in a new tab, without us. */
export const htmlOf = (text: string): string => sanitizeHtml(markdown.render(text), rules);
