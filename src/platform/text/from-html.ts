import sanitizeHtml from 'sanitize-html';
import TurndownService from 'turndown';

/** HTML of elsewhere (pasted, or a file that is brought in) becomes Markdown here: what it says, none of its looks. */

const kept: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'div', 'strong', 'b', 'em', 'i', 's', 'del', 'code', 'pre', 'blockquote', 'hr'],
    ...['ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 'img'],
    ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href'], img: ['src', 'alt'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  // Of these nothing is kept, not even their words.
  nonTextTags: ['script', 'style', 'title', 'textarea', 'option', 'noscript', 'template', 'svg', 'head'],
};

/** As much of an element as is asked for here: the server has no page. */
interface Node {
  nodeName: string;
  innerHTML: string;
  parentNode: Node;
  nextSibling: Node | null;
  childNodes: ArrayLike<Node>;
  children: ArrayLike<Node>;
  querySelectorAll: (selector: string) => ArrayLike<Node>;
  getAttribute: (name: string) => string | null;
}

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '_',
});
turndown.addRule('tables', {
  filter: 'table',
  replacement: (_content, node) => `\n\n${tableOf(node as unknown as Node)}\n\n`,
});
turndown.addRule('items', {
  filter: 'li',
  replacement: (content, node) => {
    const item = node as unknown as Node;
    const list = item.parentNode;
    const place = Array.from(list.children).indexOf(item);
    const first = Number(list.getAttribute('start') ?? 1);
    const mark = list.nodeName === 'OL' ? `${first + place}. ` : '- ';
    const text = content.trim().replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    return `${mark}${text}${item.nextSibling ? '\n' : ''}`;
  },
});
turndown.addRule('struck out', { filter: ['s', 'del'], replacement: content => `~~${content}~~` });
turndown.addRule('links that lead nowhere', {
  filter: node => node.nodeName === 'A' && !node.getAttribute('href'),
  replacement: content => content,
});

/** Its first row is the head, as Markdown wants one; each cell is one line. */
function tableOf(table: Node): string {
  const rows = Array.from(table.querySelectorAll('tr'), row =>
    Array.from(row.childNodes)
      .filter(cell => /^T[HD]$/.test(cell.nodeName))
      .map(cellOf),
  );
  const filled = rows.filter(row => row.some(cell => cell !== ''));
  const width = Math.max(0, ...filled.map(row => row.length));
  if (width === 0) return '';
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const [head = [], ...body] = filled;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n');
}

const cellOf = (cell: Node): string =>
  turndown
    .turndown(cell.innerHTML)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim();

/** What an HTML text says, in Markdown: no script, no form, no style; pictures by the address that they have there. */
export const markdownOf = (html: string): string => turndown.turndown(sanitizeHtml(html, kept)).trim();
