import { fonts, openPaper, sheetsOf, type Paper } from '#platform/paper.ts';
import type { Lang } from '#platform/schemas.ts';
import type { Chart } from '../rules/chart.ts';
import type { Mark, Scene } from '../rules/scene.ts';
import { colours } from '../rules/svg.ts';

/** A chart on paper: its sheets with real text, each box a place that links lead to. */

export const papers = ['letter', 'a4'] as const;
export type PaperSize = (typeof papers)[number];

/** In points. What is drawn fits both sizes, so the sheets are the same on each. */
const sizes = { letter: { width: 612, height: 792 }, a4: { width: 595.28, height: 841.89 } } as const;
export const drawn = { width: 552, height: 720 } as const;
const top = { title: 30, lead: 42, scene: 50 } as const;
const foot = 14;

interface Printed {
  lang: Lang;
  size: PaperSize;
  /** Where the newest one is found. */
  address: string;
}

/** The file of a chart's scenes, each as large as `drawn` at most. */
export async function paperOf(
  chart: Pick<Chart, 'title' | 'lead'>,
  scenes: readonly Scene[],
  { lang, size, address }: Printed,
): Promise<Buffer> {
  const paper = openPaper({ title: chart.title, lang, made });
  const page = sizes[size];
  for (const [index, scene] of scenes.entries()) {
    paper.addPage({ size: [page.width, page.height], margin: 0 });
    const left = (page.width - drawn.width) / 2;
    write(paper, chart.title, { x: left, y: top.title, size: 15, bold: true, colour: colours.ink.light });
    write(paper, chart.lead, { x: left, y: top.lead, size: 8, colour: colours.quiet.light });
    paper.save().translate(left, top.scene);
    drawScene(paper, scene, { left, top: top.scene });
    paper.restore();
    const y = page.height - foot;
    write(paper, address, { x: left, y, size: 7.5, colour: colours.quiet.light });
    const sheet = sheet_words[lang](index + 1, scenes.length);
    const right = left + drawn.width - paper.font(fonts.plain).fontSize(7.5).widthOfString(sheet);
    write(paper, sheet, { x: right, y, size: 7.5, colour: colours.quiet.light });
  }
  return sheetsOf(paper);
}

/** The same chart is the same file, whenever it is made. */
const made = new Date(0);

const sheet_words = {
  en: (page: number, of: number) => `page ${page} of ${of}`,
  fr: (page: number, of: number) => `page ${page} de ${of}`,
};

function drawScene(paper: Paper, { marks }: Scene, corner: { left: number; top: number }): void {
  for (const mark of marks) drawMark(paper, mark, corner);
}

function drawMark(paper: Paper, mark: Mark, corner: { left: number; top: number }): void {
  if (mark.kind === 'path') {
    const { fill, stroke } = mark;
    paper.path(mark.d).lineWidth(0.8);
    if (mark.dashed) paper.dash(3, { space: 2 });
    if (fill !== 'none' && stroke !== 'none') paper.fillAndStroke(colours[fill].light, colours[stroke].light);
    else if (fill !== 'none') paper.fill(colours[fill].light);
    else if (stroke !== 'none') paper.stroke(colours[stroke].light);
    if (mark.dashed) paper.undash();
  } else if (mark.kind === 'text') {
    const { x, y, text, size, bold = false, anchor, paint } = mark;
    const width = paper
      .font(bold ? fonts.bold : fonts.plain)
      .fontSize(size)
      .widthOfString(text);
    const begins = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    write(paper, text, { x: begins, y, size, bold, colour: paint === 'none' ? '' : colours[paint].light });
  } else {
    for (const inner of mark.marks) drawMark(paper, inner, corner);
    const { x, y, width, height } = mark.at;
    if (mark.kind === 'box')
      paper.addNamedDestination(mark.id, 'XYZ', corner.left + x, corner.top + y - 12, null);
    else paper.goTo(x, y, width, height, mark.to);
  }
}

interface Written {
  x: number;
  y: number;
  size: number;
  bold?: boolean;
  colour: string;
}

const write = (paper: Paper, text: string, { x, y, size, bold, colour }: Written) =>
  paper
    .font(bold ? fonts.bold : fonts.plain)
    .fontSize(size)
    .fillColor(colour)
    .text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
