import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { boxed, type BoxNames } from './callouts.ts';

/** What people write becomes HTML here and nowhere else: Markdown without raw HTML, then the one sanitiser. */

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false });
markdown.use(boxed);

/** Where a picture of ours is, by its address in the text, and how large it is in pixels. */
export interface Picture {
  src: string;
  width: number;
  height: number;
}

/** What a text may have beside words; without it, it has neither boxes nor pictures. */
export interface Beside {
  /** What a note and a warning are called, in the language of the text. */
  boxes?: BoxNames;
  /** The pictures that may be shown; any other is left out. */
  picture?: (address: string) => Picture | undefined;
}

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

/** How a column of numbers stands is a class: no style comes out. */
const aligned: sanitizeHtml.Transformer = (tagName, { style }) => {
  const side = /^text-align:(right|center)$/.exec(style ?? '')?.[1];
  return { tagName, attribs: { ...(side && { class: side }) } };
};

const nowhere: sanitizeHtml.Tag = { tagName: 'img', attribs: {} };

const rulesBeside = ({ picture }: Beside): sanitizeHtml.IOptions => ({
  ...rules,
  allowedTags: [...(rules.allowedTags as string[]), 'div', 'img'],
  allowedAttributes: {
    ...(rules.allowedAttributes as Record<string, string[]>),
    div: ['role'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
  },
  allowedClasses: {
    div: ['box', 'note', 'warning'],
    p: ['box-name'],
    th: ['right', 'center'],
    td: ['right', 'center'],
  },
  transformTags: {
    ...rules.transformTags,
    th: aligned,
    td: aligned,
    img: (tagName, { src = '', alt = '' }) => {
      const found = picture?.(src);
      if (!found) return nowhere;
      const [width, height] = [String(found.width), String(found.height)];
      return { tagName, attribs: { src: found.src, alt, width, height, loading: 'lazy' } };
    },
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['src'],
});

/** Sanitised HTML of a text in Markdown: no script, style or form, and no picture but ours; links leave in a new tab, without us. */
export const htmlOf = (text: string, beside?: Beside): string =>
  sanitizeHtml(markdown.render(text, { boxes: beside?.boxes }), beside ? rulesBeside(beside) : rules);

export type Token = ReturnType<typeof markdown.parse>[number];

/** The same text as its parts, for what is drawn on paper. */
export const tokensOf = (text: string, boxes?: BoxNames): Token[] => markdown.parse(text, { boxes });
