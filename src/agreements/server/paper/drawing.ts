import MarkdownIt from 'markdown-it';
import { fonts, type Paper } from '#platform/paper.ts';

/** A text in Markdown on paper: headings, paragraphs, lists and tables, with strong words. */

const markdown = new MarkdownIt({ html: false, linkify: false });
type Token = ReturnType<typeof markdown.parse>[number];

export const ink = '#1b1a17';
export const quiet = '#57534a';
const left = 72;
export const widthOf = (paper: Paper) => paper.page.width - 2 * left;

/** Begins a new sheet where so much height is not left. */
export function room(paper: Paper, height: number): void {
  if (paper.y + height > paper.page.height - paper.page.margins.bottom) paper.addPage();
}

const sizes: Record<string, number> = { h1: 18, h2: 13, h3: 11, h4: 10.5 };

/** Draws from where the paper stands. */
export function drawMarkdown(paper: Paper, text: string): void {
  const tokens = markdown.parse(text, {});
  /** The lists that one is inside of: the number of the next item, or null for a bullet. */
  const lists: (number | null)[] = [];
  let cells: string[][] | undefined;
  let mark: string | undefined;
  for (const [at, token] of tokens.entries()) {
    const around = tokens[at - 1];
    if (token.type === 'bullet_list_open') lists.push(null);
    else if (token.type === 'ordered_list_open') lists.push(Number(token.attrGet('start') ?? 1));
    else if (token.type.endsWith('list_close')) {
      lists.pop();
      if (lists.length === 0) paper.y += 4;
    } else if (token.type === 'list_item_open') {
      const number = lists.at(-1)!;
      mark = number === null ? '•' : `${number}.`;
      if (number !== null) lists[lists.length - 1] = number + 1;
    } else if (token.type === 'table_open') cells = [];
    else if (token.type === 'tr_open') cells!.push([]);
    else if (token.type === 'table_close') {
      drawTable(paper, cells!);
      cells = undefined;
    } else if (token.type === 'hr') paper.y += 12;
    else if (token.type === 'inline' && cells) cells.at(-1)!.push(plainOf(token));
    else if (token.type === 'inline' && around?.type === 'heading_open')
      drawHeading(paper, token, around.tag);
    else if (token.type === 'inline') {
      drawRuns(paper, token, { indent: lists.length * 16, mark });
      mark = undefined;
    } else if (token.type === 'fence' || token.type === 'code_block') say(paper, token.content);
  }
}

function drawHeading(paper: Paper, token: Token, tag: string): void {
  const size = sizes[tag] ?? 10.5;
  room(paper, size + 40);
  paper.y += tag === 'h1' ? 0 : 8;
  paper.font(fonts.bold).fontSize(size).fillColor(ink);
  paper.text(plainOf(token), left, paper.y, { width: widthOf(paper) });
  paper.y += 4;
}

const say = (paper: Paper, text: string) =>
  paper
    .font(fonts.plain)
    .fontSize(10.5)
    .fillColor(ink)
    .text(text, left, paper.y, { width: widthOf(paper) });

const plainOf = (token: Token): string =>
  (token.children ?? []).map(child => (child.type.endsWith('break') ? ' ' : child.content)).join('');

/** A paragraph or an item of a list, its strong words set so. */
function drawRuns(
  paper: Paper,
  token: Token,
  { indent, mark }: { indent: number; mark?: string | undefined },
): void {
  const width = widthOf(paper) - indent;
  room(paper, 28);
  const top = paper.y;
  paper.fontSize(10.5).fillColor(ink).font(fonts.plain);
  if (mark) paper.text(mark, left + indent - 14, top, { width: 14, lineBreak: false });
  const runs = runsOf(token);
  for (const [at, { text, strong }] of runs.entries()) {
    paper.font(strong ? fonts.bold : fonts.plain);
    const options = { width, continued: at < runs.length - 1, lineGap: 1.5 };
    if (at === 0) paper.text(text, left + indent, top, options);
    else paper.text(text, options);
  }
  paper.x = left;
  paper.y += indent > 0 ? 1 : 5;
}

function runsOf(token: Token): { text: string; strong: boolean }[] {
  const runs: { text: string; strong: boolean }[] = [];
  let strong = false;
  for (const { type, content } of token.children ?? []) {
    if (type === 'strong_open' || type === 'strong_close') strong = type === 'strong_open';
    else if (type.endsWith('break')) runs.push({ text: ' ', strong });
    else if (content) runs.push({ text: content, strong });
  }
  return runs;
}

/** The first column is as wide as the others together; a row stays on one sheet. */
function drawTable(paper: Paper, rows: readonly (readonly string[])[]): void {
  const columns = rows[0]?.length ?? 1;
  const total = widthOf(paper);
  const first = columns === 1 ? total : total * 0.4;
  const width = (at: number) => (at === 0 ? first : (total - first) / (columns - 1));
  const x = (at: number) => left + (at === 0 ? 0 : first + (at - 1) * width(1));
  for (const [at, row] of rows.entries()) {
    paper
      .font(at === 0 ? fonts.bold : fonts.plain)
      .fontSize(10)
      .fillColor(ink);
    const height =
      Math.max(...row.map((cell, column) => paper.heightOfString(cell, { width: width(column) - 12 }))) + 8;
    room(paper, height);
    const top = paper.y;
    for (const [column, cell] of row.entries())
      paper.text(cell, x(column) + 6, top + 4, { width: width(column) - 12 });
    paper.rect(left, top, total, height).lineWidth(0.5).strokeColor('#b9b4a8').stroke();
    paper.y = top + height;
  }
  paper.x = left;
  paper.y += 8;
}
