import { fonts, type Paper } from '#platform/paper.ts';
import type { Token } from '#platform/text/markdown.ts';
import { ink, left, line, quiet, step, type Scale } from './look.ts';
import { drawRuns, piecesOf, wordsOf } from './runs.ts';
import { drawTable } from './table.ts';

/** The text of an article on paper, part by part, from where the paper stands. */

export interface DrawnPicture {
  content: Buffer;
  width: number;
  height: number;
}
export type PictureAt = (address: string) => DrawnPicture | undefined;

interface Drawing {
  paper: Paper;
  scale: Scale;
  picture: PictureAt;
  /** How far it stands in, and the lists that one is inside of: the next number, or null for a dot. */
  indent: number;
  lists: (number | null)[];
  mark: string | undefined;
  bars: Bar[];
}
interface Bar {
  page: number;
  top: number;
  x: number;
  color: string;
}

export function drawText(
  paper: Paper,
  tokens: readonly Token[],
  { scale, picture }: { scale: Scale; picture: PictureAt },
): void {
  const drawing: Drawing = { paper, scale, picture, indent: 0, lists: [], mark: undefined, bars: [] };
  let rows: string[][] | undefined;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (token.type === 'tr_open') (rows ??= []).push([]);
    else if (token.type === 'table_close') {
      const place = { rows: rows ?? [], x: left + drawing.indent, width: widthIn(drawing) };
      drawTable(paper, place, scale);
      rows = undefined;
    } else if (token.type === 'inline' && rows) rows.at(-1)!.push(wordsOf(token));
    else if (token.type === 'inline') drawInline(drawing, token, before);
    else if (token.type === 'hr') drawLine(drawing);
    else if (token.type === 'fence' || token.type === 'code_block') drawTyped(drawing, token.content);
    else around[token.type]?.(drawing, token);
  }
}

const widthIn = ({ paper, indent }: Drawing): number => paper.page.width - 2 * left - indent;

/** Begins a new sheet where so much height is not left. */
function room({ paper }: Drawing, height: number): void {
  if (paper.y + height > paper.page.height - paper.page.margins.bottom) paper.addPage();
}

/** What opens and closes around the words. */
const around: Record<string, (drawing: Drawing, token: Token) => void> = {
  bullet_list_open: drawing => openList(drawing, null),
  ordered_list_open: (drawing, token) => openList(drawing, Number(token.attrGet('start') ?? 1)),
  bullet_list_close: closeList,
  ordered_list_close: closeList,
  list_item_open(drawing) {
    const number = drawing.lists.at(-1) ?? null;
    drawing.mark = number === null ? '•' : `${number}.`;
    if (number !== null) drawing.lists[drawing.lists.length - 1] = number + 1;
  },
  blockquote_open(drawing, { info }) {
    room(drawing, 3 * drawing.scale.text + 20);
    drawing.bars.push({ ...hereIn(drawing), color: info === 'warning' ? ink : line });
    drawing.indent += step - 4;
    drawing.paper.y += 2;
  },
  blockquote_close(drawing) {
    drawing.indent -= step - 4;
    drawing.paper.y -= drawing.scale.gap - 2;
    drawBar(drawing, drawing.bars.pop()!);
    drawing.paper.y += drawing.scale.gap + 2;
  },
};

function openList(drawing: Drawing, first: number | null): void {
  drawing.lists.push(first);
  drawing.indent += step;
}
function closeList(drawing: Drawing): void {
  drawing.lists.pop();
  drawing.indent -= step;
  drawing.mark = undefined;
}

const pageOf = (paper: Paper): number => paper.bufferedPageRange().count - 1;
const hereIn = ({ paper, indent }: Drawing) => ({ page: pageOf(paper), top: paper.y, x: left + indent + 2 });

/** Beside what stands in it, on each sheet that it reaches. */
function drawBar({ paper }: Drawing, { page, top, x, color }: Bar): void {
  const last = pageOf(paper);
  const bottom = paper.y;
  for (let at = page; at <= last; at++) {
    paper.switchToPage(at);
    const { margins, height } = paper.page;
    paper
      .moveTo(x, at === page ? top : margins.top)
      .lineTo(x, at === last ? bottom : height - margins.bottom)
      .lineWidth(2.5)
      .stroke(color);
  }
  paper.y = bottom;
}

const heads: Record<string, number> = { h1: 1.35, h2: 1.25, h3: 1.1 };

function drawInline(drawing: Drawing, token: Token, before: Token | undefined): void {
  const { paper, scale } = drawing;
  const head = before?.type === 'heading_open';
  const named = before?.attrGet('class') === 'box-name';
  if (head) {
    room(drawing, 4 * scale.text + 24);
    paper.y += scale.gap;
  }
  const size = scale.text * (head ? (heads[before.tag] ?? 1) : 1);
  for (const piece of piecesOf(token, { bold: head || named })) {
    if ('picture' in piece) drawPicture(drawing, piece);
    else {
      room(drawing, 2 * size + 4);
      drawMark(drawing);
      drawRuns(paper, piece.runs, { x: left + drawing.indent, width: widthIn(drawing), size });
    }
    paper.y += named ? 1 : drawing.lists.length > 0 ? scale.gap * 0.6 : scale.gap;
  }
  drawing.mark = undefined;
}

/** The number of a step, or its dot, once. */
function drawMark(drawing: Drawing): void {
  const { paper, scale, mark, indent } = drawing;
  if (!mark) return;
  const top = paper.y;
  paper.font(fonts.bold).fontSize(scale.text).fillColor(ink);
  paper.text(mark, left + indent - step, top, { width: step - 4, lineBreak: false });
  paper.y = top;
  drawing.mark = undefined;
}

/** As wide as on a screen, as far as there is room; what it shows in words where it is not there. */
function drawPicture(drawing: Drawing, { picture, words }: { picture: string; words: string }): void {
  const { paper, scale } = drawing;
  const found = drawing.picture(picture);
  if (!found) {
    paper.font(fonts.italic).fontSize(scale.text).fillColor(quiet);
    paper.text(`[${words}]`, left + drawing.indent, paper.y, { width: widthIn(drawing) });
    return;
  }
  const by = Math.min(0.6, widthIn(drawing) / found.width, scale.picture / found.height);
  const [width, height] = [found.width * by, found.height * by];
  room(drawing, height + 6);
  drawMark(drawing);
  const [x, top] = [left + drawing.indent, paper.y + 2];
  paper.image(found.content, x, top, { width, height });
  paper.rect(x, top, width, height).lineWidth(0.5).stroke(line);
  paper.y = top + height + 2;
}

function drawLine(drawing: Drawing): void {
  const { paper, scale } = drawing;
  room(drawing, 12);
  paper
    .moveTo(left + drawing.indent, paper.y + 3)
    .lineTo(paper.page.width - left, paper.y + 3)
    .lineWidth(0.5)
    .stroke(line);
  paper.y += 6 + scale.gap;
}

/** What is to be typed as it stands. */
function drawTyped(drawing: Drawing, content: string): void {
  const { paper, scale } = drawing;
  room(drawing, 2 * scale.text);
  paper
    .font(fonts.plain)
    .fontSize(scale.text - 1)
    .fillColor(quiet);
  paper.text(content.trimEnd(), left + drawing.indent + 8, paper.y, { width: widthIn(drawing) - 8 });
  paper.y += scale.gap;
}
