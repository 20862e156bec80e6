import { fonts, type Paper } from '#platform/paper.ts';
import { ink, line, shade, type Scale } from './look.ts';

const pad = 5;
/** No column is narrower, as long as there is room. */
const narrowest = 48;

interface Table {
  rows: readonly (readonly string[])[];
  x: number;
  width: number;
}

/** A table whose columns are as wide as what stands in them; a row stays on one sheet, and the head stands on each. */
export function drawTable(paper: Paper, { rows, x, width }: Table, scale: Scale): void {
  const size = scale.text - 1;
  const widths = widthsOf(paper, { rows, x, width }, size);
  const [head, ...body] = rows;
  const draw = (row: readonly string[], first: boolean) => {
    paper.font(first ? fonts.bold : fonts.plain).fontSize(size);
    const height =
      2 * pad +
      Math.max(...row.map((cell, at) => paper.heightOfString(cell || ' ', { width: widths[at]! - 2 * pad })));
    if (paper.y + height > paper.page.height - paper.page.margins.bottom) {
      paper.addPage();
      if (!first && head) draw(head, true);
    }
    const top = paper.y;
    let at_x = x;
    for (const [at, cell] of row.entries()) {
      const wide = widths[at]!;
      paper.rect(at_x, top, wide, height).lineWidth(0.5);
      if (first) paper.fillAndStroke(shade, line);
      else paper.stroke(line);
      paper
        .font(first ? fonts.bold : fonts.plain)
        .fontSize(size)
        .fillColor(ink);
      paper.text(cell, at_x + pad, top + pad, { width: wide - 2 * pad });
      at_x += wide;
    }
    paper.y = top + height;
  };
  if (head) draw(head, true);
  for (const row of body) draw(row, false);
  paper.y += scale.gap;
}

function widthsOf(paper: Paper, { rows, width }: Table, size: number): number[] {
  paper.font(fonts.bold).fontSize(size);
  const wanted = (rows[0] ?? []).map((_, at) =>
    Math.max(narrowest, ...rows.map(row => paper.widthOfString(row[at] ?? '') + 2 * pad + 1)),
  );
  const sum = wanted.reduce((all, each) => all + each, 0);
  if (sum <= width) return wanted;
  // What is short keeps its room; what is long shares the rest.
  const share = width / wanted.length;
  const rest = width - wanted.reduce((all, each) => all + Math.min(each, share), 0);
  const over = wanted.reduce((all, each) => all + Math.max(0, each - share), 0);
  return wanted.map(each => (each <= share ? each : share + ((each - share) / over) * rest));
}
